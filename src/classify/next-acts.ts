import { JUDGEMENTS, needsReason, type ReasonRules } from './judgement.js';
import type { Moment } from '../core/http/answer.js';
import type { TriageAct } from './triage-answers.js';
import type { TriageState } from './triage.entity.js';

export interface ItemNow {
  state: TriageState;
  lookAgain: boolean;
  confirmed: boolean;
  /** it says a claim in force for sure, as far as the machine knows or a person confirmed */
  likely: boolean;
  captured: boolean;
  hasLink: boolean;
  reports: number;
  leasedByOther: boolean;
  undoUntil: Date | null;
  judgement: string | null;
  /** the case that stands on the judgement */
  restingCase: 'open' | 'closed' | null;
}
const RIGHTS: Record<string, string> = {
  judge: 'triage.judge',
  'judge-again': 'triage.judge',
  undo: 'triage.judge',
  split: 'triage.judge',
  'propose-claim': 'claim.draft',
  capture: 'capture.order',
  'open-case': 'case.work',
};

/** What this person may do with the item now; `reason` in `lacks` is something to fill in, not an obstacle. */
export function nextActs(item: ItemNow, rights: ReadonlySet<string>, table: ReasonRules & { keys: Record<string, string> }): TriageAct[] {
  if (item.state === 'merged') return [];
  const open = item.state === 'waiting' || item.lookAgain;
  const acts: TriageAct[] = [];
  const add = (act: string, lacks: string[], more: Partial<TriageAct> = {}) => {
    const held = item.leasedByOther ? [...lacks, 'lease'] : lacks;
    acts.push({ act, key: table.keys[more.to ?? act], possible: held.every((l) => l === 'reason'), lacks: held, ownWork: false, ...more });
  };
  const rests = item.restingCase ? ['no-case'] : [];
  if (!open) add('judge-again', [...rests, 'reason']);
  for (const to of JUDGEMENTS) {
    const lacks = to === 'false-statement-of-fact' && !item.confirmed ? ['confirmed-match'] : [];
    if (open) add('judge', [...lacks, ...(needsReason(to, item.likely, table) ? ['reason'] : [])], { to });
    else add('judge-again', [...rests, ...lacks, 'reason'], { to });
  }
  if (item.undoUntil) add('undo', [], { until: item.undoUntil.toISOString() as Moment });
  if (item.reports > 1) add('split', ['reason']);
  add('propose-claim', []);
  if (item.hasLink) add('capture', []);
  if (item.judgement === 'false-statement-of-fact' && !open && item.restingCase !== 'open') add('open-case', []);
  return acts.filter((a) => rights.has(RIGHTS[a.act]));
}
