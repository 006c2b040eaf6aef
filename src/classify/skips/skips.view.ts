import { triageTable } from '../triage-table.js';

/** How often an item was left without a decision since it was judged last, by how many, and whether that is worth a mark. */
export interface Skips {
  times: number;
  inspectors: number;
  marked: boolean;
}

/** SQL: the skips of the item `t` as one value; null where nobody skipped it. */
export const skipsOf = (t: string): string =>
  `(SELECT CASE WHEN count(*) > 0 THEN json_build_object('times', count(*), 'inspectors', count(DISTINCT k.staff_id), 'marked', count(DISTINCT k.staff_id) >= ${triageTable.skips.mark_inspectors}) END
     FROM classify.skips k WHERE k.item_id = ${t}.id AND k.skipped_at > coalesce(${t}.judged_at, '-infinity'))`;
