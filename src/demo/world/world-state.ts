import { lengthOf, type Post, type Situation, type WorldTable } from './world-table.js';

export type ItemState = 'open' | 'removed' | 'refused' | 'ignored' | 'restored' | 'restricted';
export type Answer = 'remove' | 'refuse' | 'ignore' | 'pretend' | 'restore' | 'limit';
/** The office asks for removal, or takes back what it asked. */
export type Kind = 'removal' | 'withdrawal';
export interface Item {
  ref: string;
  url: string;
  state: ItemState;
  reply: string | null;
  repliedAt: string | null;
}
export interface Request {
  kind: Kind;
  ticket: string;
  ticketRef: string;
  receivedAt: string;
  subject: string;
  body: string;
  legalBasis: string;
  sha256: string;
  items: Item[];
}
export interface WorldState {
  openedAt: string;
  posts: Record<string, { situation: Situation; text?: string; at: string }>;
  requests: Request[];
}
/** One post as a visitor meets it now. */
export interface Shown {
  post: Post;
  situation: Situation;
  text: string;
  at: Date;
  editedAt: Date | null;
}
export interface Incoming {
  kind: Kind;
  ticketRef: string;
  subject: string;
  body: string;
  legalBasis: string;
  sha256: string;
  items: { ref: string; url: string }[];
}

export const emptyState = (now: Date): WorldState => ({ openedAt: now.toISOString(), posts: {}, requests: [] });

export function shownPost(world: WorldTable, state: WorldState, id: string): Shown | undefined {
  const post = world.posts.find((p) => p.id === id);
  if (!post) return undefined;
  const at = new Date(Date.parse(state.openedAt) - lengthOf(post.ago));
  const change = state.posts[id];
  const situation = change?.situation ?? post.situation ?? 'live';
  const edited = situation === 'edited' || change?.text !== undefined;
  return {
    post,
    situation,
    at,
    text: edited ? (change?.text ?? post.edit ?? post.text) : post.text,
    editedAt: edited ? (change ? new Date(change.at) : new Date(at.getTime() + 40 * 60_000)) : null,
  };
}

/** The post that a link of this site shows, whatever name the site was reached by. */
export function postIdOf(world: WorldTable, url: string): string | null {
  try {
    const [, room, name] = /^\/([pvs])\/([a-z0-9-]+)\/?$/.exec(new URL(url).pathname) ?? [];
    return (room === 's' ? world.posts.find((p) => p.short === name)?.id : name) ?? null;
  } catch {
    return null;
  }
}

/** Takes a request in; the same reference again gets the ticket that it has. */
export function receive(state: WorldState, incoming: Incoming, now: Date): { state: WorldState; ticket: string } {
  const known = state.requests.find((r) => r.ticketRef === incoming.ticketRef);
  if (known) return { state, ticket: known.ticket };
  const ticket = `SL-${String(state.requests.length + 1).padStart(4, '0')}`;
  const items = incoming.items.map(({ ref, url }): Item => ({ ref, url, state: 'open', reply: null, repliedAt: null }));
  return { ticket, state: { ...state, requests: [...state.requests, { ...incoming, ticket, receivedAt: now.toISOString(), items }] } };
}

const RESULT: Record<Exclude<Answer, 'pretend'>, ItemState> = {
  remove: 'removed',
  restore: 'restored',
  limit: 'restricted',
  refuse: 'refused',
  ignore: 'ignored',
};
const resultOf = (kind: Kind, given: Answer): ItemState => RESULT[given !== 'pretend' ? given : kind === 'removal' ? 'remove' : 'restore'];

/** The operator answers items of one request; `remove` takes the posts away, `restore` brings them back, `limit` does for members only; `pretend` only says that it did as asked. */
export function answer(
  world: WorldTable,
  state: WorldState,
  ticket: string,
  answers: { ref: string; answer: Answer; text?: string }[],
  now: Date,
): WorldState {
  const posts = { ...state.posts };
  const requests = state.requests.map((request) =>
    request.ticket !== ticket
      ? request
      : {
          ...request,
          items: request.items.map((item) => {
            const given = answers.find((a) => a.ref === item.ref);
            if (!given) return item;
            const id = postIdOf(world, item.url);
            const post = world.posts.find((p) => p.id === id);
            if (post && given.answer === 'remove')
              posts[post.id] = { ...posts[post.id], situation: post.removedAs ?? world.site.removed_as, at: now.toISOString() };
            if (post && given.answer === 'restore') posts[post.id] = { ...posts[post.id], situation: 'live', at: now.toISOString() };
            if (post && given.answer === 'limit') posts[post.id] = { ...posts[post.id], situation: 'login', at: now.toISOString() };
            const silent = given.answer === 'ignore';
            const result = resultOf(request.kind, given.answer);
            return {
              ...item,
              state: result,
              reply: silent ? null : given.text || world.site.words[`reply_${result}`],
              repliedAt: silent ? null : now.toISOString(),
            };
          }),
        },
  );
  return { ...state, posts, requests };
}

/** A script sets what becomes of a post: it reappears, is edited, is hidden. */
export function setPost(state: WorldState, id: string, situation: Situation, text: string | undefined, now: Date): WorldState {
  const kept = text ?? state.posts[id]?.text;
  return { ...state, posts: { ...state.posts, [id]: { situation, at: now.toISOString(), ...(kept === undefined ? {} : { text: kept }) } } };
}
