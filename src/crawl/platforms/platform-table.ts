import { addressRules } from '../../core/address/address-table.js';
import type { ReadForm } from '../../core/address/link-form.js';
import { isExpression } from '../../core/address/link-pattern.js';
import { platformLinks } from '../../core/address/platform-links.js';
import { readLink } from '../../core/address/read-link.js';
import { openTables, type Fault } from '../../core/table.js';

/** `withheld`: said alike of what was removed and of what was hidden from this visitor; it proves neither, and gives way to every sign that says more. */
export type Sign = 'gone' | 'withheld' | 'login' | 'region' | 'age' | 'private' | 'robot';
/** The first that finds something counts; `{post}` stands for what the link itself names, and what begins with `:scope` is looked for in the post alone. */
export type Selectors = Record<'post' | 'text' | 'author' | 'handle' | 'time', string[]>;
/** Selectors for what one link names; of a part of a post the rest of its page says nothing. */
export interface Sought extends Selectors {
  part: boolean;
  frames: string[];
  /** what the page tells machines of its article is taken where no selector finds it */
  articles: boolean;
  /** a post with fewer characters is a short one */
  least_text: number;
}
/** What a post is on a platform, and the words by which it says that there is none to see. */
export interface Platform extends Selectors {
  key: string;
  hosts: string[];
  /** which paths, with their query, name a post: regular expressions */
  post_paths: string[];
  expand: string[];
  /** a page without a post's own element may be an article, which is read without what stands around it */
  articles?: boolean;
  /** the same of a part of a post: a comment, an answer in a thread */
  part?: Selectors;
  /** and of an answer to a comment, which is not the comment; without them it is not read */
  reply?: Selectors;
  /** the frames in which the platform itself shows a post; what stands in others is somebody else's */
  frames?: string[];
  /** query parameters that lead from a post to a part of it */
  parts?: { query: Record<string, string> };
  least_text: number;
  /** of such a page: a notice has no more words than these that no notice has */
  notice_words?: number;
  /** what follows words of a sign-in that is asked of writers alone */
  to_write?: string[];
  gone_statuses: number[];
  /** the most that a page shows that says “gone”; furniture: the platform's own words around it */
  gone_page: { characters: number; pictured: number; painted: number; hidden: number; own_fonts: boolean; furniture: string[] };
  words: Record<Sign, string[]>;
}
const LISTS = ['hosts', 'post_paths', 'expand', 'gone_statuses'] as const;
const MOST = ['characters', 'pictured', 'painted', 'hidden'] as const;
const SIGNS: Sign[] = ['gone', 'withheld', 'login', 'region', 'age', 'private', 'robot'];

const READ = ['post', 'text', 'author', 'handle', 'time'] as const;
/** `*="…{comment}"]` finds comment 17 where 1 was asked for. */
const ONLY_BEGINS = /\*="[^"]*\{\w+\}"/;
const selectorFaults = (p: Selectors | undefined, at: string[]): Fault[] =>
  READ.flatMap((name) => {
    if (!p || !Array.isArray(p[name])) return p ? [{ path: [...at, name], says: `${[...at, name].join('.')} must be a list` }] : [];
    return p[name].flatMap((s, i) => (ONLY_BEGINS.test(s) ? [{ path: [...at, name, i], says: `${s} finds what only begins alike` }] : []));
  });
export const platformFaults = (p: Platform): Fault[] => [
  ...selectorFaults(p, []),
  ...selectorFaults(p.part, ['part']),
  ...selectorFaults(p.reply, ['reply']),
  ...LISTS.filter((name) => !Array.isArray(p[name])).map((name) => ({ path: [name], says: `${name} must be a list` })),
  ...SIGNS.filter((sign) => !Array.isArray(p.words?.[sign])).map((sign) => ({
    path: ['words', sign],
    says: `words.${sign} must be a list`,
  })),
  ...(p.post_paths ?? []).flatMap((path, i) => (isExpression(path) ? [] : [{ path: ['post_paths', i], says: `${path} is no expression` }])),
  ...(MOST.every((name) => p.gone_page?.[name] > 0) && typeof p.gone_page.own_fonts === 'boolean' && Array.isArray(p.gone_page.furniture)
    ? []
    : [{ path: ['gone_page'], says: `gone_page needs ${MOST.join(', ')}, own_fonts and furniture` }]),
  ...(!p.articles || p.notice_words! > 0 ? [] : [{ path: ['articles'], says: 'a platform of articles needs notice_words' }]),
  ...(typeof p.key === 'string' && p.least_text > 0 ? [] : [{ path: ['key'], says: 'key and least_text are needed' }]),
];

/** `config/platforms/*.yaml`, checked: adding a file is adding a platform. */
export const platforms: Platform[] = openTables<Platform>('platforms', /\.yaml$/, platformFaults).map((t) => t.value);
const anyPage = platforms.find((p) => p.key === 'any-page')!;

export function platformOf(url: string): Platform {
  const host = new URL(url).hostname.toLowerCase();
  return platforms.find((p) => p.hosts.some((h) => host === h || host.endsWith(`.${h}`))) ?? anyPage;
}

/** What the address tells of itself; whether its host may be captured is not asked here. */
export function formOf(url: string): ReadForm | null {
  const link = readLink(url, addressRules, platformLinks);
  return link.ok ? link.form : null;
}
const { whole, part } = addressRules.kinds;

const NO_SELECTORS: Selectors = { post: [], text: [], author: [], handle: [], time: [] };
const filledBy = (list: string[], ids: Record<string, string>): string[] =>
  list
    .map((s) => s.replace(/\{(\w+)\}/g, (whole, name: string) => ids[name]?.replace(/["\\]/g, '\\$&') ?? whole))
    .filter((s) => !/\{\w+\}/.test(s));

/** Where a page of this platform shows what was asked for: a post, or that part of one which the link names. */
export function selectorsFor(platform: Platform, asked: string, reached = asked): Sought {
  const key = `${asked} ${reached}`; // neither holds a blank
  const known = sought.get(platform) ?? new Map<string, Sought>();
  sought.set(platform, known);
  if (known.size >= MOST_KNOWN) known.clear();
  if (!known.has(key)) known.set(key, seek(platform, asked, reached));
  return known.get(key)!;
}
/** A page is looked at many times with the same question. */
const sought = new WeakMap<Platform, Map<string, Sought>>();
const MOST_KNOWN = 50;

function seek(platform: Platform, asked: string, reached: string): Sought {
  // on a host that nobody listed a form tells of itself to which program it belongs
  const form = [asked, reached].map(formOf).find((f) => f && !f.short && (f.platform === platform.key || platform.hosts.length === 0));
  const isPart = form ? part.includes(form.kind) : asksForPart(platform, asked);
  const { post, text, author, handle, time } = isPart ? partSelectors(platform, form) : platform;
  const lists = Object.entries({ post, text, author, handle, time }).map(([name, list]) => [name, filledBy(list, form?.ids ?? {})]);
  const { frames = [], articles = false, least_text } = platform;
  return { ...(Object.fromEntries(lists) as Selectors), part: isPart, frames, articles, least_text };
}
function partSelectors(here: Platform, form: ReadForm | null | undefined): Selectors {
  if (!form) return NO_SELECTORS;
  const platform = form.platform === here.key ? here : platforms.find((p) => p.key === form.platform)!;
  return (form.ids.reply === undefined ? platform.part : platform.reply) ?? NO_SELECTORS;
}
/** A link that names a part in a way that cannot be read does not name the post. */
const asksForPart = ({ parts }: Platform, asked: string): boolean =>
  URL.canParse(asked) && Object.keys(parts?.query ?? {}).some((name) => new URL(asked).searchParams.get(name));

/** Does this address name one post, and no list, home page or sign-in? */
export function namesPost(url: URL): boolean {
  const kind = formOf(url.href)?.kind;
  if (kind !== undefined) return whole.includes(kind) || part.includes(kind);
  return platformOf(url.href).post_paths.some((path) => new RegExp(path, 'u').test(url.pathname + url.search));
}

/** May the second be another address of the first? A part of a post is not the post, however its page names itself. */
export function mayBeOne(asked: string, other: string): boolean {
  const [a, b] = [formOf(asked), formOf(other)];
  const isPart = (form: ReadForm | null): boolean => form !== null && part.includes(form.kind);
  return isPart(a) || isPart(b) ? a?.same === b?.same : true;
}
