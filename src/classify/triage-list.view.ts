import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { cutAtWord } from '../core/database/cut-at-word.js';
import { countUpTo, type Rows } from '../core/database/count-up-to.js';
import { Db, type Tx } from '../core/database/db.js';
import { Keyset, type Placed } from '../core/database/keyset.js';
import { saysWords } from '../core/database/words.js';
import type { Page } from '../core/http/answer.js';
import { neverSeenLaidOut, sessionOf } from '../crawl/index.js';
import { overtook } from './overtaken/overtaken.view.js';
import type { Factor } from './priority.js';
import { saidIn } from './readings/reading.repository.js';
import { COUNTS, saysClaim } from './says-claim.view.js';
import type { LabelledFactor, TriageLine } from './triage-line-answers.js';
import { copiesOf, groupOf, isOpen, leads } from './copies/together.view.js';
import { skipsOf } from './skips/skips.view.js';
import { triageTable } from './triage-table.js';
import { unbarred } from '../core/identity/bars.js';
import { openBy } from '../core/identity/presence.repository.js';
import { wholeWords } from '../core/text/words.js';
import { rolesWith } from '../core/identity/rights.js';

export interface QueueFilter {
  state?: 'waiting' | 'judged' | 'all';
  platform?: string;
  topic?: string;
  claim?: 'with' | 'without';
  since?: string;
  until?: string;
  claimId?: string;
  sort?: 'priority' | 'newest' | 'oldest';
  /** near copies that wait: one line for all of them, or each for itself */
  copies?: 'together' | 'apart';
  group?: string;
  q?: string;
  cursor?: string;
  limit?: number;
}

/** of a post without words of its own: what was read in its pictures and films */
const READ = `(SELECT string_agg(s.text, ' ' ORDER BY s.kind, length(s.part), s.part) AS text, min(s.confidence)::int AS confidence FROM ${saidIn('t')} s WHERE coalesce(trim(t.text), '') = '')`;
const WORDS = `regexp_replace(coalesce(nullif(trim(t.text), ''), nullif(trim(read.text), ''), (SELECT c.title FROM crawl.captures c WHERE c.id = t.capture_id), (SELECT a.url FROM intake.addresses a WHERE a.post_id = t.post_id ORDER BY a.created_at LIMIT 1), ''), '\\s+', ' ', 'g')`;
const ITEM = `t.id, t.post_id AS "postId", t.platform, t.topic, t.state, t.look_again AS "lookAgain", t.version, t.priority, t.factors, t.reports, t.received_at AS "receivedAt", t.capture_id AS "captureId",
  ${groupOf('t')} AS "group", ${skipsOf('t')} AS skips,
  ${cutAtWord(WORDS, 160)} AS "firstLine",
  CASE WHEN trim(read.text) <> '' THEN json_build_object('confidence', read.confidence) END AS read,
  ${sessionOf('words.visitor')} AS session, ${neverSeenLaidOut('words')} AS "neverLaidOut",
  (SELECT json_build_object('state', c.state, 'outcome', c.outcome) FROM crawl.captures c WHERE c.post_id = t.post_id AND ${sessionOf('c.visitor')} IS NULL ORDER BY c.ordered_at DESC LIMIT 1) AS capture,
  (SELECT json_build_object('id', m.claim_id, 'text', v.wordings -> 0 ->> 'text', 'score', m.score, 'strength', m.strength) FROM classify.matches m
     JOIN classify.claims k ON k.current_version_id = m.version_id AND k.state = 'approved' JOIN classify.claim_versions v ON v.id = m.version_id
     WHERE m.item_id = t.id AND m.text_sha256 = t.text_sha256 AND ${COUNTS} ORDER BY m.score DESC LIMIT 1) AS "topClaim",
  (SELECT json_build_object('claimId', o.claim_id, 'since', o.since) FROM classify.matches m CROSS JOIN LATERAL (SELECT o.claim_id, o.since FROM ${overtook('m.claim_id')}) o
     WHERE m.item_id = t.id AND m.text_sha256 = t.text_sha256 AND m.decision IS DISTINCT FROM 'rejected' ORDER BY m.decision NULLS LAST, m.score DESC LIMIT 1) AS overtaken,
  CASE WHEN t.lease_until > clock_timestamp() THEN json_build_object('staffId', t.lease_by, 'name', (SELECT s.name FROM core.staff s WHERE s.id = t.lease_by), 'until', t.lease_until) END AS lease,
  (SELECT json_build_object('judgement', j.judgement, 'by', s.name, 'at', j.judged_at) FROM classify.judgements j LEFT JOIN core.staff s ON s.id = j.judged_by
     WHERE j.item_id = t.id AND NOT EXISTS (SELECT 1 FROM classify.judgement_undos u WHERE u.judgement_id = j.id) ORDER BY j.recorded_at DESC LIMIT 1) AS judgement`;

/** `$1` is the reader. */
const OPEN_BY = openBy({
  kind: 'triage',
  record: 't.id',
  reader: '$1::uuid',
  roles: rolesWith('triage.read'),
  sees: unbarred('p.staff_id', 't.post_id'),
});

const byTime = (t: string, column: string, backwards = true) =>
  new Keyset({ sql: `${t}.${column}`, kind: 'time', backwards }, { sql: `${t}.id`, kind: 'id', backwards });
const ordersOf = (t: string) => ({
  priority: new Keyset(
    { sql: `(-${t}.priority)`, kind: 'number' },
    { sql: `${t}.received_at`, kind: 'time' },
    { sql: `${t}.id`, kind: 'id' },
  ),
  newest: byTime(t, 'received_at'),
  oldest: byTime(t, 'received_at', false),
  judged: byTime(t, 'judged_at'),
});
const [ORDERS, OF_COPIES] = [ordersOf('t'), ordersOf('o')];
const STATES = {
  waiting: isOpen,
  judged: (t: string) => `(${t}.state = 'judged' AND NOT ${t}.look_again)`,
  all: (t: string) => `${t}.state <> 'merged'`,
};
const sortOf = ({ state, sort }: QueueFilter) => (state === 'judged' ? 'judged' : (sort ?? (state === 'all' ? 'newest' : 'priority')));
const orderOf = (filter: QueueFilter): Keyset => ORDERS[sortOf(filter)];

/** The queue: the most urgent first, or by the time of the first report; what was judged, or all there is: the newest first. */
@Injectable()
export class TriageListView {
  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(reader: { staffId: string }, filter: QueueFilter): Promise<Page<TriageLine>> {
    const limit = Math.min(filter.limit ?? 50, 100);
    const { sql, values } = queueQuery(filter, limit + 1, { zone: this.config.timeZone, reader: reader.staffId });
    return this.db.read(async (tx) => {
      const page = orderOf(filter).page(await tx.query<Placed<TriageLine>[]>(sql, values), limit);
      return { ...page, items: page.items.map((item) => ({ ...item, factors: labelled(item.factors) })) };
    });
  }
  /** Of the lines that the desk shows, where near copies stand together unless somebody wants them apart. */
  count(tx: Tx, reader: { staffId: string }, filter: QueueFilter, most: number): Promise<number> {
    return countUpTo(
      tx,
      rowsOf({ ...filter, copies: filter.copies ?? 'together' }, { zone: this.config.timeZone, reader: reader.staffId }),
      most,
    );
  }
}

export const labelled = (factors: Factor[]): LabelledFactor[] => factors.map((f) => ({ ...f, label: triageTable.labels[f.name] }));

interface Asker {
  zone: string;
  reader: string;
}
type Put = (value: unknown) => string;
/** The filter is asked of a row first; of its copies it is asked in the same parameters, which come in the same order. */
function again(): Put {
  let n = 0;
  return () => `$${++n}`;
}

/** SQL: the item `t` is one of those that the filter asks for, and the reader may know of it. */
function fits(filter: QueueFilter, { zone, reader }: Asker, t: string, put: Put): string {
  const where = [STATES[filter.state ?? 'waiting'](t), unbarred(`${put(reader)}::uuid`, `${t}.post_id`)];
  if (filter.platform) where.push(`${t}.platform = ${put(filter.platform)}`);
  if (filter.topic) where.push(`${t}.topic = ${put(filter.topic)}`);
  if (filter.claim) where.push(`${t}.topic IS ${filter.claim === 'with' ? 'NOT ' : ''}NULL`);
  if (filter.since) where.push(`${t}.received_at >= ${put(filter.since)}::date::timestamp AT TIME ZONE ${put(zone)}`);
  if (filter.until) where.push(`${t}.received_at < (${put(filter.until)}::date + 1)::timestamp AT TIME ZONE ${put(zone)}`);
  if (filter.claimId) where.push(`EXISTS (SELECT 1 FROM ${saysClaim(t)} AND m.claim_id = ${put(filter.claimId)})`);
  if (filter.group) where.push(`${groupOf(t)} = ${put(filter.group)}`);
  if (filter.q?.trim()) where.push(saysWords(`left(coalesce(${t}.text, ''), 20000)`, wholeWords(filter.q), put));
  return where.join(' AND ');
}
const waits = ({ state = 'waiting' }: QueueFilter): boolean => state === 'waiting';

function rowsOf(filter: QueueFilter, asker: Asker): Rows {
  const values: unknown[] = [];
  const put: Put = (value) => `$${values.push(value)}`;
  let where = fits(filter, asker, 't', put);
  if (waits(filter) && filter.copies === 'together') {
    const sort = sortOf(filter);
    where += ` AND ${leads(fits(filter, asker, 'o', again()), OF_COPIES[sort].before(ORDERS[sort]))}`;
  }
  return { from: 'classify.triage_items t', where, values };
}

/** The page is chosen by index first, and only its rows are dressed. */
export function queueQuery(filter: QueueFilter, rows: number, asker: Asker): { sql: string; values: unknown[] } {
  const order = orderOf(filter);
  const { from, where, values } = rowsOf(filter, asker);
  const put: Put = (value) => `$${values.push(value)}`;
  const after = order.after(filter.cursor, put);
  const copies = waits(filter) ? copiesOf(fits(filter, asker, 'o', again())) : 'NULL::json';
  return {
    sql: `WITH page AS MATERIALIZED (SELECT t.* FROM ${from} WHERE ${where} AND ${after} ORDER BY ${order.by} LIMIT ${put(rows)})
          SELECT ${order.place}, ${ITEM}, ${copies} AS copies, ${OPEN_BY} AS "openBy" FROM page t LEFT JOIN crawl.captures words ON words.id = t.capture_id LEFT JOIN LATERAL ${READ} read ON true ORDER BY ${order.by}`,
    values,
  };
}
