import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { SignedHead } from '../core/events/head-keeper.js';
import { PublicChain, type PublicFault } from '../core/events/public-chain.js';
import { moverOf, type Acts } from '../publication/figures/acts.js';
import { counterOf, type Cells } from '../publication/figures/count.js';
import { registerOf, type RegisterLine } from '../publication/figures/register.js';
import { daysIn, type PublicPart } from '../publication/figures/public-part.js';
import { statisticsOf, type StatisticLine } from '../publication/figures/statistics.js';
import type { AboutPublicLog } from '../publication/public-log/public-log.controller.js';
import { numberOf } from '../publication/public-log/log-files.js';
import { statisticsTable } from '../publication/statistics-table.js';

/** acts of one page of the register */
export const REGISTER_PAGE = 1_000;
/** Of each event the pages of the register that are wanted as it stood then, by the number after which they begin. */
export type Wanted = ReadonlyMap<number, ReadonlySet<number | null>>;
export interface Then {
  statistics: StatisticLine[];
  register: ReadonlyMap<number | null, RegisterLine[]>;
}
export interface PublicVerdict {
  holds: boolean;
  seq: number | null;
  says: string | null;
  sealedTo: number;
  heads: number;
  statistics: StatisticLine[];
  acts: Acts;
  /** figures and pages of the register as they stood after each of the events that were asked for, as far as the log goes */
  then: Map<number, Then>;
}

/** Verifies a published log that lies in a folder, and counts its figures anew; `kept`: heads that somebody put aside before. */
export async function verifyPublic(dir: string, options: { kept?: string; at?: Wanted } = {}): Promise<PublicVerdict> {
  const about = JSON.parse(readFileSync(join(dir, 'about.json'), 'utf8')) as AboutPublicLog;
  const chain = new PublicChain(keysIn([...(options.kept ? [folderOf(options.kept)] : []), dir]));
  const dayOf = daysIn(about.timeZone);
  const [count, move] = [counterOf(statisticsTable.figures, dayOf), moverOf(statisticsTable.acts, dayOf)];
  const [cells, acts]: [Cells, Acts] = [new Map(), new Map()];
  const then = new Map<number, Then>();
  const note = (): void => {
    const pages = options.at?.get(chain.seq);
    if (!pages) return;
    const all = registerOf(acts);
    const page = (after: number | null) => all.filter(({ seq }) => after === null || seq < after).slice(0, REGISTER_PAGE);
    then.set(chain.seq, {
      statistics: statisticsOf(cells.values(), statisticsTable.figures),
      register: new Map([...pages].map((after) => [after, page(after)])),
    });
  };
  note();
  const tell = (fault: PublicFault | null): PublicVerdict => ({
    holds: fault === null,
    seq: fault?.seq ?? null,
    says: fault?.says ?? null,
    sealedTo: chain.seq,
    heads: chain.matched,
    statistics: statisticsOf(cells.values(), statisticsTable.figures),
    acts,
    then,
  });
  for (const head of [...(options.kept ? headsIn(options.kept) : []), ...headsIn(dir)]) {
    const fault = chain.expect(head);
    if (fault) return tell(fault);
  }
  for (const file of filesOf(dir))
    for await (const line of createInterface({ input: createReadStream(join(dir, file)), crlfDelay: Infinity })) {
      const fault = chain.take(line);
      if (fault) return tell(fault);
      const part = (JSON.parse(line) as { public: PublicPart }).public;
      count(part, cells);
      move({ seq: chain.seq, part }, acts);
      note();
    }
  return tell(chain.end());
}

const filesOf = (dir: string): string[] =>
  readdirSync(dir)
    .filter((name) => numberOf(name) !== null)
    .sort();
const folderOf = (path: string): string => (statSync(path).isDirectory() ? path : dirname(path));

function headsIn(path: string): SignedHead[] {
  const file = statSync(path).isDirectory() ? join(path, 'heads.jsonl') : path;
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as SignedHead);
}

/** Keys by their names, which are made from the key itself, so that no other key passes under a name. */
function keysIn(dirs: string[]): (id: string) => KeyObject | undefined {
  const known = new Map<string, KeyObject | undefined>();
  const read = (id: string): KeyObject | undefined => {
    const file = dirs.map((dir) => join(dir, `public-${id}.pem`)).find((path) => existsSync(path));
    if (!/^[0-9a-f]{16}$/.test(id) || !file) return undefined;
    const key = createPublicKey(readFileSync(file));
    const name = createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex');
    return name.startsWith(id) ? key : undefined;
  };
  return (id) => {
    if (!known.has(id)) known.set(id, read(id));
    return known.get(id);
  };
}
