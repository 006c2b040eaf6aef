import type { Fault } from '../../core/table.js';
import { both, fault, onlyKeys, oneOf, someOf, whole } from '../table-faults.js';
import { holds, isDay } from './day.js';
import { rightToExplain } from './explanation.js';
import { fileOf, PLACES, POINTS, SUBJECTS, type PenaltyLaw, type Provision } from './law.js';
import { confidenceFaults, frameFaults, halfFaults, knownFaults, rangeFaults } from './row-faults.js';

const FIELDS = ['additional', 'remedies', 'elements', 'frame', 'limitation_years', 'explain', 'where', 'in_force'] as const;
const KEYS = [
  ...['decree', 'article', 'clause', 'point', 'act_type', 'act', 'in_force', 'subjects', 'where', 'stretched_to', 'frame', 'additional'],
  ...[
    'remedies',
    'elements',
    'precondition',
    'limitation_years',
    'explain',
    'source',
    'confidence',
    'field_confidence',
    'notes',
    'confirmed',
  ],
];
/** What a provision may refer to. */
export type Beside = Pick<PenaltyLaw, 'decrees' | 'actTypes' | 'circumstances' | 'rules'> & { remedies: string[]; sanctions: string[] };

/** Every fault of one provision; `file` is its name in the folder. */
export function provisionFaults(p: Provision, file: string, beside: Beside): Fault[] {
  const shape = [
    ...onlyKeys([], p, KEYS),
    ...oneOf(['decree'], p?.decree, Object.keys(beside.decrees)),
    ...whole(['article'], p?.article, 1),
    ...whole(['clause'], p?.clause, 1),
    ...(p?.point === undefined ? [] : pointFaults(p.point)),
    ...rangeFaults(['in_force'], p?.in_force),
    ...SUBJECTS.flatMap((kind) => frameFaults(['frame', kind], p?.frame?.[kind])),
    ...someOf(['additional'], p?.additional, beside.sanctions),
    ...someOf(['remedies'], p?.remedies, beside.remedies),
  ];
  if (shape.length > 0) return shape;
  return [...nameFaults(p, file), ...wordFaults(p, beside), ...lawFaults(p, beside), ...knownFaults([], p, FIELDS), ...confirmedFaults(p)];
}

const pointFaults = (point: string): Fault[] =>
  POINTS.includes(point) ? [] : fault(['point'], `${point} is no point of a decree: they are ${POINTS.join(' ')}`);

const nameFaults = (p: Provision, file: string): Fault[] =>
  file.endsWith(`/${fileOf(p)}`) ? [] : fault(['article'], `this provision belongs into a file named ${fileOf(p)}`);

function wordFaults(p: Provision, { actTypes, circumstances }: Beside): Fault[] {
  const stretched = p.stretched_to
    ? [
        ...someOf(['stretched_to', 'where'], p.stretched_to.where, PLACES, 1),
        ...confidenceFaults(['stretched_to', 'confidence'], p.stretched_to.confidence),
        ...both(['stretched_to', 'note'], p.stretched_to.note),
      ]
    : [];
  return [
    ...oneOf(['act_type'], p.act_type, Object.keys(actTypes)),
    ...both(['act'], p.act),
    ...(p.precondition ? both(['precondition'], p.precondition) : []),
    ...someOf(['subjects'], p.subjects, SUBJECTS, 1),
    ...someOf(['where'], p.where, PLACES, 1),
    ...stretched,
    ...(p.elements ? someOf(['elements'], p.elements, Object.keys(circumstances.aggravating)) : []),
  ];
}

/** What the provision prints must agree with its decree and with the law of fines. */
function lawFaults(p: Provision, { decrees, rules }: Beside): Fault[] {
  const decree = decrees[p.decree];
  const inside = holds(decree.in_force, p.in_force.from) && (p.in_force.to ? holds(decree.in_force, p.in_force.to) : !decree.in_force.to);
  const halves = (['min', 'max'] as const).flatMap((end) =>
    halfFaults(
      ['frame', 'individual', end],
      { individual: p.frame.individual[end], organisation: p.frame.organisation[end] },
      decree.individual_divisor,
    ),
  );
  const wrong = rules.versions.flatMap((rule) =>
    SUBJECTS.filter((kind) => rightToExplain(p, kind, rule) !== p.explain).map((kind) => `${rule.key} for an ${kind}`),
  );
  return [
    ...(inside ? [] : fault(['in_force'], `it is in force on days on which ${p.decree} is not`)),
    ...halves,
    ...whole(['limitation_years'], p.limitation_years, 1),
    ...(wrong.length === 0 ? [] : fault(['explain'], `the right to explain does not follow from the frame by ${wrong.join(' and ')}`)),
  ];
}

function confirmedFaults({ confirmed }: Provision): Fault[] {
  if (confirmed === undefined || confirmed === null) return [];
  const whole = [confirmed.by, confirmed.document].every((text) => typeof text === 'string' && text.trim() !== '') && isDay(confirmed.on);
  return whole ? [] : fault(['confirmed'], 'a confirmation says by whom, on which day and in which document');
}
