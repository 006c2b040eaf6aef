import type { Fault } from '../../core/table.js';
import { both, fault, isMap, oneOf, onlyKeys, someOf, whole } from '../table-faults.js';
import { breaks } from './day.js';
import type { ActType, Authority, Circumstances, Decree, FineRules, OneCircumstance, PenaltyLaw, Title } from './law.js';
import { POINTS, SUBJECTS } from './law.js';
import { confidenceFaults, halfFaults, knownFaults, rangeFaults, sourceFaults } from './row-faults.js';

export function decreeFaults(decrees: Record<string, Decree>): Fault[] {
  return Object.entries(decrees ?? {}).flatMap(([id, d]) => [
    ...onlyKeys([id], d, ['name', 'in_force', 'amended_by', 'individual_divisor', 'halving', 'source', 'confidence']),
    ...both([id, 'name'], d?.name),
    ...rangeFaults([id, 'in_force'], d?.in_force),
    ...whole([id, 'individual_divisor'], d?.individual_divisor, 1),
    ...both([id, 'halving'], d?.halving),
    ...sourceFaults([id, 'source'], d?.source),
    ...confidenceFaults([id, 'confidence'], d?.confidence),
  ]);
}

/** Who may sign: limits sane, known sanctions and remedies; a table without titles is one that nobody may rely on. */
export function authorityFaults(a: Authority, words: { remedies: string[]; sanctions: string[] }): Fault[] {
  const rows = [
    ...onlyKeys([], a, ['in_force', 'basis', 'source', 'confidence', 'note', 'titles']),
    ...rangeFaults(['in_force'], a?.in_force),
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
      ...titleFaults(t, i, words),
    ]),
  ];
}

function titleFaults(t: Title, i: number, { remedies, sanctions }: { remedies: string[]; sanctions: string[] }): Fault[] {
  const at = ['titles', i];
  const limits = SUBJECTS.flatMap((kind) => whole([...at, 'limit', kind], t?.limit?.[kind], 1));
  return [
    ...onlyKeys(at, t, ['key', 'label', 'limit', 'additional', 'remedies', 'unsettled_remedies', 'confidence', 'note']),
    ...both([...at, 'label'], t?.label),
    ...(limits.length > 0 ? limits : halfFaults([...at, 'limit', 'individual'], t.limit, 2)),
    ...someOf([...at, 'additional'], t?.additional, sanctions),
    ...someOf([...at, 'remedies'], t?.remedies, remedies),
    ...(t?.unsettled_remedies ? someOf([...at, 'unsettled_remedies'], t.unsettled_remedies, remedies) : []),
    ...(t?.confidence === undefined ? [] : confidenceFaults([...at, 'confidence'], t.confidence)),
  ];
}

const RULE_FIELDS = ['cites', 'extremes', 'minors', 'explanation', 'returned_adds_years', 'counting'];
export function ruleFaults(rules: FineRules, sanctions: string[]): Fault[] {
  if (!Array.isArray(rules?.versions) || rules.versions.length === 0) return fault(['versions'], 'the law of fines needs a version');
  const rows = rules.versions.flatMap((r, i) => {
    const at = ['versions', i];
    const { liable_from, fined_from, adult_from } = r?.minors ?? {};
    return [
      ...rangeFaults([...at, 'in_force'], r?.in_force),
      ...both([...at, 'name'], r?.name),
      ...(['fine', 'ended', 'ongoing'] as const).flatMap((key) => both([...at, 'cites', key], r?.cites?.[key])),
      ...whole([...at, 'extremes'], r?.extremes, 2),
      ...(liable_from <= fined_from && fined_from <= adult_from ? [] : fault([...at, 'minors'], 'the ages of minors must rise')),
      ...partFaults([...at, 'minors', 'cap'], r?.minors?.cap),
      ...SUBJECTS.flatMap((kind) => whole([...at, 'explanation', kind], r?.explanation?.[kind], 1)),
      ...someOf([...at, 'explanation', 'sanctions'], r?.explanation?.sanctions, sanctions),
      ...whole([...at, 'returned_adds_years'], r?.returned_adds_years),
      ...knownFaults(at, r, RULE_FIELDS),
    ];
  });
  const days = (rules.warn_days ?? []).flatMap((n, i) => whole(['warn_days', i], n, 1));
  if (rows.length + days.length > 0) return [...rows, ...days];
  return breaks(rules.versions.map((r) => r.in_force)).map(({ index, says }) => ({ path: ['versions', index, 'in_force'], says }));
}

function partFaults(path: (string | number)[], part: { numerator: number; denominator: number } | undefined): Fault[] {
  const numbers = [...whole([...path, 'numerator'], part?.numerator, 1), ...whole([...path, 'denominator'], part?.denominator, 2)];
  return numbers.length > 0 || part!.numerator < part!.denominator ? numbers : fault(path, 'a part is less than the whole');
}

/** The point for exactly one circumstance lies between an end of the frame and its middle. */
export function policyFaults(policy: { one_circumstance: OneCircumstance[] }): Fault[] {
  if (!Array.isArray(policy?.one_circumstance)) return fault(['one_circumstance'], 'one_circumstance must be a list');
  const rows = policy.one_circumstance.flatMap((p, i) => {
    const at = ['one_circumstance', i];
    const part = partFaults([...at, 'part'], p?.part);
    return [
      ...onlyKeys(at, p, ['in_force', 'part', 'set_by', 'provisional']),
      ...rangeFaults([...at, 'in_force'], p?.in_force),
      ...both([...at, 'set_by'], p?.set_by),
      ...part,
      ...(part.length > 0 || p.part.numerator * 2 < p.part.denominator ? [] : fault([...at, 'part'], 'the part must be less than a half')),
    ];
  });
  if (rows.length > 0) return rows;
  return breaks(policy.one_circumstance.map((p) => p.in_force))
    .filter((b) => b.says.startsWith('it overlaps'))
    .map(({ index, says }) => ({ path: ['one_circumstance', index, 'in_force'], says }));
}

export function circumstanceFaults(c: Circumstances): Fault[] {
  const codes = Object.keys(c?.aggravating ?? {});
  return [
    ...sourceFaults(['source'], c?.source),
    ...confidenceFaults(['confidence'], c?.confidence),
    ...(['mitigating', 'aggravating'] as const).flatMap((kind) =>
      isMap(c?.[kind])
        ? Object.entries(c[kind]).flatMap(([code, text]) => both([kind, code], text))
        : fault([kind], `${kind} must hold circumstances`),
    ),
    ...codes.flatMap((code) => oneOf(['aggravating', code], code, POINTS)),
  ];
}

export function actTypeFaults(types: PenaltyLaw['actTypes']): Fault[] {
  return Object.entries(types ?? {}).flatMap(([key, type]: [string, ActType]) => [
    ...both([key], type),
    ...someOf([key, 'beside'], type?.beside, Object.keys(types)),
  ]);
}
export const signFaults = (signs: PenaltyLaw['referralSigns']): Fault[] =>
  Object.entries(signs ?? {}).flatMap(([key, text]) => both([key], text));
