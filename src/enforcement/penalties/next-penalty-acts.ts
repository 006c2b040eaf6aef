import { steps, type FlowActor, type Held as FlowHeld, type NextAct } from '../../core/flow/flow.js';
import { isComplainedAbout } from '../complaints/complaint.js';
import type { PenaltyKind } from './decision.js';
import type { KnownPenalty } from './know-penalty.use-case.js';
import { flowOf, type PenaltyState } from './penalty.flow.js';
import type { DecisionContent, ViolationRecord } from './decision.js';
import { violationFlow, type ViolationState } from './violation.flow.js';

export interface PenaltyAct extends NextAct {
  /** what is signed, sent back or drawn up is named by its hash */
  contentHash?: string;
  /** it asks for a second factor that was shown a few minutes ago */
  stepUp?: boolean;
}
const PLAIN = { possible: true, lacks: [], ownWork: false };
const NAMES: Partial<Record<PenaltyState, string>> = {
  signed: 'sign',
  numbered: 'number',
  served: 'serve',
  paid: 'record-payment',
  refunded: 'refund',
  cancelled: 'cancel',
};
/** What the act itself brings along. */
const BROUGHT = ['service-proof', 'paid-in-full'];

interface StandingPenalty {
  state: PenaltyState;
  kind: PenaltyKind;
  content: DecisionContent;
  contentHash: string;
  hasAnnulment: boolean;
  /** one that was neither withdrawn nor left unaccepted */
  hasComplaint: boolean;
  takenBack: boolean;
  /** what is owed for paying late */
  interest: number;
  /** who signed the newest content */
  signedBy: string | null;
}
/** What this person may do next with a decision, with what each act still lacks. */
export function nextPenaltyActs(p: StandingPenalty, actor: FlowActor, known: FlowHeld & Pick<KnownPenalty, 'hands'>): PenaltyAct[] {
  const held = { ...known, needs: new Set([...known.needs, ...BROUGHT]) };
  const acts: PenaltyAct[] = steps(flowOf(p.content), p.state, actor, held)
    .filter((s) => !s.lacks.includes('fine') && !s.lacks.includes('refund-owed'))
    .map((s) => ({ act: s.to === 'draft' ? (p.state === 'draft' ? 'return' : 'change') : (NAMES[s.to] ?? s.to), ...s }));
  const may = (right: string) => actor.rights.has(right);
  const hand = actor.staffId !== null && known.hands.has(actor.staffId);
  const byOthers = { possible: !hand, lacks: [], ownWork: hand };
  if (p.state === 'draft' && may('penalty.draft'))
    acts.push({ act: 'change', to: 'draft', ...(p.kind === 'annulment' ? byOthers : PLAIN) });
  if (p.state === 'signed' && !p.hasAnnulment && (may('penalty.draft') || (may('penalty.void') && p.signedBy === actor.staffId)))
    acts.push({ act: 'void-signature', to: 'draft', ...PLAIN });
  if (p.state === 'numbered' && may('penalty.serve')) acts.push({ act: 'note-service-failure', to: 'numbered', ...PLAIN });
  if (p.state === 'paid' && p.interest > 0 && may('penalty.collect')) acts.push({ act: 'record-payment', to: 'paid', ...PLAIN });
  if (p.takenBack && may('penalty.collect')) acts.push({ act: 'record-payment', to: 'annulled', ...PLAIN });
  if (isComplainedAbout(p) && !p.hasComplaint && may('complaint.record')) acts.push({ act: 'record-complaint', ...PLAIN });
  const signed = ['signed', 'numbered', 'served', 'late', 'paid'].includes(p.state);
  if (p.kind === 'decision' && signed && !p.hasAnnulment && may('penalty.draft')) acts.push({ act: 'draft-annulment', ...byOthers });
  const named: Partial<Record<string, Partial<PenaltyAct>>> = {
    sign: { contentHash: p.contentHash, stepUp: true },
    return: { contentHash: p.contentHash },
  };
  return acts.map((act) => ({ ...act, ...named[act.act] }));
}

interface StandingViolation {
  state: ViolationState;
  content: ViolationRecord;
  contentHash: string;
  rightConfirmed: boolean;
  /** the state of what is decided on it */
  decision: PenaltyState | null;
}
/** The same for a violation record. */
export function nextViolationActs(v: StandingViolation, actor: FlowActor, known: FlowHeld): PenaltyAct[] {
  const acts: PenaltyAct[] = steps(violationFlow, v.state, actor, known).map((s) =>
    s.to === 'drawn' ? { act: 'draw', contentHash: v.contentHash, ...s } : { act: 'cancel', ...s },
  );
  if (v.state === 'draft' && actor.rights.has('violation.draw')) {
    acts.push({ act: 'change', to: 'draft', ...PLAIN });
    acts.push({ act: 'note-presence', to: 'draft', contentHash: v.contentHash, ...PLAIN });
  }
  if (v.state !== 'drawn' || !actor.rights.has('penalty.draft')) return acts;
  const issued = v.decision !== null && v.decision !== 'draft' && v.decision !== 'signed';
  if (!v.rightConfirmed) acts.push({ act: 'confirm-right', ...PLAIN });
  if (v.content.explanation?.right && !issued) acts.push({ act: 'record-explanation', ...PLAIN });
  if (v.decision === null) acts.push({ act: 'draft-penalty', ...PLAIN });
  return acts;
}
