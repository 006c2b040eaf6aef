import { glossary } from '../core/glossary/glossary.js';
import type { Candidate } from '../enforcement/penalty/candidate.js';
import type { Penalty } from '../enforcement/penalty/compute.js';
import { dong, tellStep } from '../enforcement/penalty/tell-step.js';

const word = (kind: string, id: string): string => glossary[kind]?.[id]?.en ?? id;

/** A computed penalty in lines for a terminal. */
export function tellPenalty(penalty: Penalty): string[] {
  return [
    word('penaltyroute', penalty.route),
    ...penalty.acts.flatMap((act) => [
      `\nAct ${act.act}`,
      ...act.readings.flatMap((r) => [
        `  ${word('reading', r.reading)}: ${r.reference.first}${r.reference.first === r.reference.last ? '' : ` to ${r.reference.last}`}`,
        ...[...r.candidates, ...r.lighter].flatMap((c) => toldCandidate(c, act.settled?.provision === c.provision)),
      ]),
    ]),
    '',
    `Total: ${penalty.total !== null ? dong(penalty.total, 'en') : penalty.asks.length > 0 ? 'open' : 'no fine'}`,
    ...penalty.asks.map((a) => `To answer${a.act ? ` (act ${a.act})` : ''}: ${word('penaltyask', a.ask)}`),
    ...penalty.blocks.map(
      (b) => `Cannot be signed${b.act ? ` (act ${b.act})` : ''}: ${word('penaltyblock', b.block)}${b.about ? ` (${b.about})` : ''}`,
    ),
    ...penalty.warnings.map((d) => `${word('confidence', d.confidence)}: ${d.about}${d.note ? `. ${d.note.en}` : ''}`),
  ];
}

function toldCandidate(c: Candidate, settled: boolean): string[] {
  const signers = (c.competence ?? []).filter((s) => s.competent).map((s) => s.label.en);
  const { fine, limitation } = c;
  return [
    `  ${settled ? '*' : '-'} ${c.citation.en} (${c.provision}; ${word('offered', c.offered)})`,
    ...fine.steps.map((s) => `      ${tellStep(s, glossary.finestep[s.step], 'en')}`),
    `      Right to explain: ${c.explain ? 'yes' : 'no'}. Limitation: ${limitation.lastDay}${limitation.state === 'not-judged' ? '' : ` (${limitation.state})`}`,
    `      With it: ${[...c.additional.map((s) => word('sanction', s)), ...c.remedies.map((r) => word('remedy', r))].join('; ') || 'nothing'}`,
    ...(c.competence ? [`      May sign: ${signers.join('; ') || 'nobody of the table'}`] : []),
  ];
}
