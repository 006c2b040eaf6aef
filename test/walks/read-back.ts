import { hold } from './books.js';
import type { Walking } from './attempt.js';
import { judgementOf, readerOf, type Item, type Recorded } from './world.js';
import { FRAME } from './acts/penalty-wordings.js';

const PATHS: Record<Recorded['kind'], string> = {
  claim: '/api/claims',
  post: '/api/triage',
  case: '/api/cases',
  takedown: '/api/takedowns',
  violation: '/api/violations',
  penalty: '/api/penalties',
  correction: '/api/corrections',
};
interface File {
  state: string;
  version: number;
  title: string | null;
  contentHash: string;
  amount: number | null;
  number: string | null;
  complaints: { id: string; state: string; version: number }[];
  item: { state: string; version: number; judgement: { id: string; judgement: string } | null };
  items: { id: string; state: string; version: number; askedAt: string }[];
  contents: { number: number; approvedBy: string | null }[];
  exhibits: { id: string }[];
}

/** Reads a record as a screen would, and holds it against the walk's books. `adopt`: the house has moved it, so its version is learnt. */
export async function readBack(walking: Walking, record: Recorded, adopt = false): Promise<void> {
  const { stage, books } = walking;
  const id = record.kind === 'post' ? record.itemId! : record.id;
  const { status, body } = await stage.people[readerOf(walking.world)].call('GET', `${PATHS[record.kind]}/${id}`);
  hold(books, 'a record can be read', status, 200, record.kind);
  const file = body as unknown as File;
  const about = `${record.kind} ${id}`;
  if (record.kind === 'post') {
    const last = judgementOf(record);
    if (adopt) record.version = file.item.version;
    const is = [file.item.state, file.item.judgement?.id ?? null, file.item.judgement?.judgement ?? null];
    return hold(
      books,
      'a post is judged as the last judgement says',
      is,
      [last ? 'judged' : 'waiting', last?.id ?? null, last?.judgement ?? null],
      about,
    );
  }
  hold(books, 'a record is in the state that its acts led to', file.state, record.state, about);
  if (adopt) record.version = file.version;
  hold(books, 'a record changes with each act and with nothing else', file.version, record.version, about);
  if (record.kind === 'claim') return;
  if (record.kind === 'case') {
    if (record.title) hold(books, 'a case is called as it was last called', file.title, record.title, about);
    record.exhibits = file.exhibits.map((x) => x.id);
    return;
  }
  if (adopt || record.contentHash === '') record.contentHash = file.contentHash;
  hold(books, 'what is approved or signed is what was read', file.contentHash, record.contentHash, about);
  if (record.kind === 'takedown' && record.item) items(walking, file, record.item, about, adopt);
  if (record.kind === 'penalty') {
    const complaints = (of: typeof file.complaints) => of.map(({ id, state, version }) => ({ id, state, version }));
    hold(books, 'a complaint is where its acts have brought it', complaints(file.complaints), complaints(record.complaints), about);
    for (const a of walking.world.penalties) if (a.annuls === record && a.id && a.contentHash === '') await readBack(walking, a);
    hold(books, 'a number is given once and stays', file.number, record.number, about);
    if (record.signed && record.end === 'fine') {
      hold(books, 'a fine that was signed is what the law makes of it', file.amount, record.amount, about);
      hold(books, 'a fine lies in its frame', file.amount! >= FRAME.min && file.amount! <= FRAME.max, true, about);
    }
  }
}

function items({ books }: Walking, file: File, item: Item, about: string, adopt: boolean): void {
  if (!item.id) Object.assign(item, { id: file.items[0].id, version: file.items[0].version, askedAt: new Date(file.items[0].askedAt) });
  const shown = file.items.find((i) => i.id === item.id)!;
  if (adopt) Object.assign(item, { version: shown.version, askedAt: new Date(shown.askedAt) });
  hold(books, 'a link is where answers and looks have brought it', [shown.state, shown.version], [item.state, item.version], about);
}
