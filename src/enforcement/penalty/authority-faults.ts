import type { Fault } from '../../core/table.js';
import { both, fault, onlyKeys, someOf, whole } from '../table-faults.js';
import { SUBJECTS, type Authority, type Title } from './law.js';
import { confidenceFaults, halfFaults, rangeFaults, sourceFaults } from './row-faults.js';

/** Who may sign: limits sane, known sanctions and remedies; a table without titles is one that nobody may rely on. */
export function authorityFaults(a: Authority, words: { remedies: string[]; sanctions: string[] }): Fault[] {
  const rows = [
    ...onlyKeys([], a, ['in_force', 'individual_divisor', 'basis', 'source', 'confidence', 'note', 'titles']),
    ...rangeFaults(['in_force'], a?.in_force),
    ...whole(['individual_divisor'], a?.individual_divisor, 1),
    ...both(['basis'], a?.basis),
    ...sourceFaults(['source'], a?.source),
    ...confidenceFaults(['confidence'], a?.confidence),
    ...(Array.isArray(a?.titles) ? [] : fault(['titles'], 'titles must be a list')),
  ];
  if (rows.length > 0) return rows;
  const keys = a.titles.map((t) => t.key);
  return [
    ...(a.titles.length > 0 || a.confidence === 'low'
      ? []
      : fault(['titles'], 'a table that names no title can only be of low confidence')),
    ...a.titles.flatMap((t, i) => [
      ...(keys.indexOf(t.key) < i ? fault(['titles', i, 'key'], `${t.key} stands further up`) : []),
      ...titleFaults(t, i, a.individual_divisor, words),
    ]),
  ];
}

function titleFaults(t: Title, i: number, divisor: number, { remedies, sanctions }: { remedies: string[]; sanctions: string[] }): Fault[] {
  const at = ['titles', i];
  const limits = SUBJECTS.flatMap((kind) => whole([...at, 'limit', kind], t?.limit?.[kind], 1));
  return [
    ...onlyKeys(at, t, ['key', 'label', 'limit', 'additional', 'remedies', 'unsettled_remedies', 'confidence', 'note']),
    ...both([...at, 'label'], t?.label),
    ...(limits.length > 0 ? limits : halfFaults([...at, 'limit', 'individual'], t.limit, divisor)),
    ...someOf([...at, 'additional'], t?.additional, sanctions),
    ...someOf([...at, 'remedies'], t?.remedies, remedies),
    ...(t?.unsettled_remedies ? someOf([...at, 'unsettled_remedies'], t.unsettled_remedies, remedies) : []),
    ...(t?.confidence === undefined ? [] : confidenceFaults([...at, 'confidence'], t.confidence)),
  ];
}
