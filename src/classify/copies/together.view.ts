import type { CopyKind } from './copies.js';
import { COPY_KINDS } from './copies.js';

/** What stands together with a line of the queue, as far as it fits what the queue is narrowed to. */
export interface Copies {
  /** how many others */
  others: number;
  /** of all of them together */
  reports: number;
  /** by what they are alike */
  kinds: CopyKind[];
}

/** SQL: the item waits for a person. */
export const isOpen = (t: string): string => `(${t}.state = 'waiting' OR ${t}.look_again)`;
/** SQL: the key that near copies share. */
export const groupOf = (t: string): string => `coalesce(${t}.copy_of, ${t}.id)`;

const COPIES = (fits: string) => `classify.triage_items o WHERE ${groupOf('o')} = ${groupOf('t')} AND ${isOpen('o')} AND ${fits}`;
/** SQL: of the copies `o` that fit, none stands before `t`. Asked row by row by the group's index, so that a page reads no more than it shows: hence the OFFSET. */
export const leads = (fits: string, before: string): string => `NOT EXISTS (SELECT 1 FROM ${COPIES(fits)} AND ${before} OFFSET 0)`;
/** SQL: the copies of `t` that fit, as one value; null where it stands alone. */
export const copiesOf = (fits: string): string =>
  `(SELECT CASE WHEN count(*) > 1 THEN json_build_object('others', count(*) - 1, 'reports', sum(o.reports), 'kinds', array_remove(ARRAY[${COPY_KINDS.map(
    (kind) => `CASE WHEN bool_or('${kind}' = ANY(o.copy_kinds)) THEN '${kind}' END`,
  ).join(', ')}], NULL)) END FROM ${COPIES(fits)})`;
