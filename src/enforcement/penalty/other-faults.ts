import type { Fault } from '../../core/table.js';
import { both, fault, isMap, oneOf, onlyKeys, someOf, whole } from '../table-faults.js';
import { breaks } from './day.js';
import type { ActType, Circumstances, Decree, FineRules, OneCircumstance, PenaltyLaw } from './law.js';
import { POINTS, SUBJECTS } from './law.js';
import { confidenceFaults, knownFaults, rangeFaults, sourceFaults } from './row-faults.js';

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

const RULE_FIELDS = ['cites', 'lighter_text', 'extremes', 'minors', 'explanation', 'returned_adds_years', 'counting'];
const RULE_KEYS = [
  ...['key', 'name', 'in_force', 'cites', 'extremes', 'minors', 'explanation', 'returned_adds_years'],
  ...['source', 'confidence', 'field_confidence', 'notes'],
];
export function ruleFaults(rules: FineRules, sanctions: string[]): Fault[] {
  if (!Array.isArray(rules?.versions) || rules.versions.length === 0) return fault(['versions'], 'the law of fines needs a version');
  const rows = rules.versions.flatMap((r, i) => {
    const at = ['versions', i];
    const { liable_from, fined_from, adult_from } = r?.minors ?? {};
    return [
      ...onlyKeys(at, r, RULE_KEYS),
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
    ...onlyKeys([], c, ['source', 'confidence', 'mitigating', 'aggravating']),
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
    ...onlyKeys([key], type, ['vi', 'en', 'beside']),
    ...both([key], type),
    ...someOf([key, 'beside'], type?.beside, Object.keys(types)),
  ]);
}
export const signFaults = (signs: PenaltyLaw['referralSigns']): Fault[] =>
  Object.entries(signs ?? {}).flatMap(([key, text]) => both([key], text));
