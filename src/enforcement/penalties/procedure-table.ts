import { openTable, type Fault } from '../../core/table.js';
import { breaks, holds, isDay, type Day, type InForce } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { confidenceFaults, rangeFaults, sourceFaults } from '../penalty/row-faults.js';
import { fault, isMap, oneOf, onlyKeys, whole } from '../table-faults.js';
import type { Path } from '../../core/yaml-file.js';
import type { ComplaintRule, Procedure, ProcedureRule } from './procedure.js';
import type { Term } from './decision.js';
import type { Calendar } from './working-days.js';

const UNITS = ['days', 'working-days', 'months'];
const NUMBERS = ['decision', 'remedies', 'referral', 'annulment'];

const termFaults = (path: Path, term: Term | undefined): Fault[] => [
  ...onlyKeys(path, term, ['count', 'unit']),
  ...whole([...path, 'count'], term?.count, 1),
  ...oneOf([...path, 'unit'], term?.unit, UNITS),
];

function ruleFaults(rule: ProcedureRule, i: number): Fault[] {
  const at = ['versions', i];
  return [
    ...onlyKeys(at, rule, ['key', 'in_force', 'explanation', 'decision', 'payment', 'numbers', 'source', 'confidence']),
    ...rangeFaults([...at, 'in_force'], rule.in_force),
    ...(['written', 'hearing', 'extension'] as const).flatMap((key) => termFaults([...at, 'explanation', key], rule.explanation?.[key])),
    ...(['plain', 'explained'] as const).flatMap((key) => termFaults([...at, 'decision', key], rule.decision?.[key])),
    ...termFaults([...at, 'payment'], rule.payment),
    ...onlyKeys([...at, 'numbers'], rule.numbers, NUMBERS),
    ...NUMBERS.flatMap((kind) =>
      /^\p{Lu}+-\p{Lu}+$/u.test(String((rule.numbers as Record<string, unknown>)?.[kind]))
        ? []
        : fault([...at, 'numbers', kind], 'the letters of a number look like QĐ-XPHC'),
    ),
    ...sourceFaults([...at, 'source'], rule.source),
    ...confidenceFaults([...at, 'confidence'], rule.confidence),
  ];
}

function titleFaults(path: Path, titles: ComplaintRule['answered_for']): Fault[] {
  if (!isMap(titles)) return fault(path, 'titles, each with a list of titles, are needed');
  const known = penaltyLaw.authorities.flatMap((a) => a.titles.map((t) => t.key));
  return Object.entries(titles).flatMap(([title, of]) => [
    ...oneOf([...path, title], title, known),
    ...(Array.isArray(of)
      ? of.flatMap((t, i) => oneOf([...path, title, i], t, known))
      : fault([...path, title], 'a list of titles is needed')),
  ]);
}

function complaintFaults(rule: ComplaintRule, i: number): Fault[] {
  const at = ['complaints', i];
  const faults = [
    ...onlyKeys(at, rule, ['key', 'in_force', 'lodge', 'accept', 'answer', 'answered_for', 'issuer', 'source', 'confidence']),
    ...rangeFaults([...at, 'in_force'], rule.in_force),
    ...(['lodge', 'accept'] as const).flatMap((key) => termFaults([...at, key], rule[key])),
    ...onlyKeys([...at, 'answer'], rule.answer, ['plain', 'complex']),
    ...(['plain', 'complex'] as const).flatMap((key) => termFaults([...at, 'answer', key], rule.answer?.[key])),
    ...titleFaults([...at, 'answered_for'], rule.answered_for),
    ...oneOf([...at, 'issuer'], rule.issuer, ['never', 'last']),
    ...sourceFaults([...at, 'source'], rule.source),
    ...confidenceFaults([...at, 'confidence'], rule.confidence),
  ];
  if (faults.length > 0) return faults;
  const { plain, complex } = rule.answer;
  return plain.unit === complex.unit && plain.count < complex.count
    ? []
    : fault([...at, 'answer'], 'a complex complaint has more time than a plain one, in the same unit');
}

/** Rows that follow one another in time leave no day without one, and no day with two. */
const brokenFaults = (name: 'versions' | 'complaints', rows: readonly { in_force: InForce }[]): Fault[] =>
  breaks(rows.map((row) => row.in_force)).map(({ index, says }) => ({ path: [name, index, 'in_force'], says }));

export function procedureFaults(p: Procedure): Fault[] {
  if (!Array.isArray(p?.versions) || p.versions.length === 0) return fault(['versions'], 'the procedure needs a version');
  const known = onlyKeys([], p, ['versions', 'late_interest', 'complaints']);
  if (!Array.isArray(p.complaints) || p.complaints.length === 0)
    return [...known, ...fault(['complaints'], 'the procedure needs the terms of complaints')];
  const rate = p.late_interest;
  const faults = [
    ...known,
    ...p.versions.flatMap(ruleFaults),
    ...p.complaints.flatMap(complaintFaults),
    ...whole(['late_interest', 'numerator'], rate?.numerator, 1),
    ...whole(['late_interest', 'denominator'], rate?.denominator, 2),
  ];
  if (faults.length > 0) return faults;
  return [...brokenFaults('versions', p.versions), ...brokenFaults('complaints', p.complaints)];
}

export function daysOffFaults(table: { years: Calendar }): Fault[] {
  if (!isMap(table?.years)) return fault(['years'], 'years must hold the days off of each');
  return Object.entries(table.years).flatMap(([year, y]) => [
    ...onlyKeys(['years', year], y, ['off', 'work', 'confidence']),
    ...confidenceFaults(['years', year, 'confidence'], y?.confidence),
    ...(['off', 'work'] as const).flatMap((kind) =>
      (Array.isArray(y?.[kind]) ? y[kind] : []).flatMap((day, i) =>
        isDay(day) && day.startsWith(`${year}-`) && isWeekend(day) === (kind === 'work')
          ? []
          : fault(
              ['years', year, kind, i],
              kind === 'off' ? `a day of ${year} from Monday to Friday is needed` : `a Saturday or Sunday of ${year} is needed`,
            ),
      ),
    ),
  ]);
}
const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

export const readProcedure = (root?: string): Procedure => openTable<Procedure>('penalty-procedure.yaml', procedureFaults, root).value;

/** `config/penalty-procedure.yaml`, checked. */
export const procedure = readProcedure();
/** `config/days-off.yaml`, checked. */
export const daysOff: Calendar = openTable<{ years: Calendar }>('days-off.yaml', daysOffFaults).value.years;

/** The version of the procedure on a day. */
export const procedureOn = (day: Day): ProcedureRule | undefined => procedure.versions.find((v) => holds(v.in_force, day));
/** The terms of a complaint that came on a day. */
export const complaintRuleOn = (day: Day): ComplaintRule | undefined => procedure.complaints.find((rule) => holds(rule.in_force, day));
/** When complaints came of which whoever issued the decision may be the last to approve what becomes of them. */
export const issuerIsLast = (): { from: Day; to: Day | null }[] =>
  procedure.complaints.filter((rule) => rule.issuer === 'last').map(({ in_force: { from, to } }) => ({ from, to: to ?? null }));
