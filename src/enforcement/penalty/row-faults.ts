import type { Fault } from '../../core/table.js';
import type { Path } from '../../core/yaml-file.js';
import { both, fault, isMap, oneOf, onlyKeys, whole, type Text } from '../table-faults.js';
import { isDay, type InForce } from './day.js';
import { BASES, CONFIDENCES, SUBJECTS, type Frame, type Known, type Source } from './law.js';

/** What every row of the law must say of itself: since when, from where, how surely. */
export function rangeFaults(path: Path, range: InForce | undefined): Fault[] {
  if (!isMap(range) || !isDay(range.from)) return fault([...path, 'from'], 'in_force needs the day from which it holds (yyyy-mm-dd)');
  const known = onlyKeys(path, range, ['from', 'to']);
  if (range.to === undefined || range.to === null) return known;
  if (!isDay(range.to)) return fault([...path, 'to'], 'to must be a day (yyyy-mm-dd), or be left out while it holds');
  return range.to < range.from ? fault([...path, 'to'], 'it ends before it begins') : known;
}

export function sourceFaults(path: Path, source: Source[] | undefined): Fault[] {
  if (!Array.isArray(source) || source.length === 0) return fault(path, 'a source is needed: where this was read, and how');
  return source.flatMap((s, i) =>
    isMap(s) && String(s.where ?? '').trim()
      ? [...oneOf([...path, i, 'basis'], s.basis, BASES), ...onlyKeys([...path, i], s, ['basis', 'where'])]
      : fault([...path, i], 'a source says where'),
  );
}

export const confidenceFaults = (path: Path, value: unknown): Fault[] => oneOf(path, value, CONFIDENCES);

/** Source, confidence, confidence by field; what is not high needs a note that says why. */
export function knownFaults(path: Path, row: Known, fields: readonly string[]): Fault[] {
  const each = Object.entries(row.field_confidence ?? {}).flatMap(([field, value]) => [
    ...oneOf([...path, 'field_confidence', field], field, fields),
    ...confidenceFaults([...path, 'field_confidence', field], value),
    ...(value === 'high' || row.notes?.[field]
      ? []
      : fault([...path, 'field_confidence', field], `${field} is not sure: notes.${field} must say why`)),
  ]);
  const notes = Object.entries(row.notes ?? {}).flatMap(([field, note]: [string, Text]) => both([...path, 'notes', field], note));
  return [
    ...sourceFaults([...path, 'source'], row.source),
    ...confidenceFaults([...path, 'confidence'], row.confidence),
    ...each,
    ...notes,
  ];
}

export function frameFaults(path: Path, frame: Frame | undefined): Fault[] {
  const numbers = (['min', 'max'] as const).flatMap((end) => whole([...path, end], frame?.[end], 1));
  if (numbers.length > 0 || !frame) return numbers;
  return frame.min <= frame.max ? onlyKeys(path, frame, ['min', 'max']) : fault([...path, 'min'], 'the lowest amount is above the highest');
}

/** Each amount for an individual is the organisation's divided by the divisor, to the dong. */
export function halfFaults(path: Path, amounts: Record<(typeof SUBJECTS)[number], number>, divisor: number): Fault[] {
  return amounts.individual * divisor === amounts.organisation
    ? []
    : fault(path, `for an individual it must be ${amounts.organisation} / ${divisor}, not ${amounts.individual}`);
}
