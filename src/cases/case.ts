import type { OpenPenalty } from './open-penalties.use-case.js';
import { caseFlow, type CaseState } from './case.flow.js';

export const PARTY_KINDS = ['person', 'organisation'] as const;
export const PARTY_ROLES = ['accused', 'witness', 'reporter', 'other'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];
export type PartyRole = (typeof PARTY_ROLES)[number];
/** What names look like in a case file until somebody asks for one with a reason. */
export const MASK = '••••••';

/** While a case is in one of these, its posts belong to no other. */
const HOLDING: readonly CaseState[] = ['open', 'verifying', 'confirmed'];
export const holdsPosts = (state: CaseState): boolean => HOLDING.includes(state);
/** Posts, exhibits, people and deadlines enter an open case only; notes always. */
export const takesEntries = holdsPosts;
/** What a case that fell still asks for, such as the service of an annulment, is proven by papers too; and a decision that was issued in it may be complained about once it is closed. */
export const takesPapers = (state: CaseState, issued: boolean): boolean => state !== 'closed' || issued;

/** What is known of a case when somebody asks what may be done with it. */
export interface CaseFacts {
  judgedFalse: boolean;
  sealedExhibits: number;
  openDeadlines: number;
  openPenalties: OpenPenalty[];
  everConfirmed: boolean;
  /** its last fall or reopening by two persons was a fall */
  fell: boolean;
  /** what waits for a second person */
  proposed: { what: Turn; by: string } | null;
}

/** Penalties of which nothing but late interest is open. */
export const owingInterest = ({ openPenalties }: CaseFacts): OpenPenalty[] => openPenalties.filter((p) => p.interest !== null);

/** What one person proposes and another decides. */
export type Turn = 'fall' | 'reopening';
/** Which of them the case can take from here. */
export function turnOf(state: CaseState, facts: Pick<CaseFacts, 'everConfirmed' | 'fell'>): Turn | null {
  const to = (there: CaseState) => caseFlow[state].some((step) => step.to === there && step.by.includes('case.fall'));
  if (to('dismissed') && facts.everConfirmed) return 'fall';
  return to('verifying') && facts.fell ? 'reopening' : null;
}

/** Which of the flow's needs these facts meet; `over` names the penalties whose late interest somebody lets be. */
export function onFile(facts: CaseFacts, over: ReadonlySet<string> = new Set()): Set<string> {
  const met: [string, boolean][] = [
    ['false-statement', facts.judgedFalse],
    ['sealed-exhibit', facts.sealedExhibits > 0],
    ['no-open-deadline', facts.openDeadlines === 0],
    ['no-open-penalty', facts.openPenalties.every((p) => p.interest !== null && over.has(p.id))],
    ['never-confirmed', !facts.everConfirmed],
    ['once-confirmed', facts.everConfirmed],
    ['fall-proposed', facts.proposed?.what === 'fall'],
    ['no-open-fall', facts.proposed?.what !== 'fall'],
    ['never-fell', !facts.fell],
    ['fell', facts.fell],
    ['reopening-proposed', facts.proposed?.what === 'reopening'],
  ];
  return new Set(met.filter(([, holds]) => holds).map(([need]) => need));
}

export type CaseAct = 'verify' | 'confirm' | 'dismiss' | 'close' | 'reopen';
/** The name of a step. */
export function actOf(from: CaseState, to: CaseState): CaseAct {
  if (to === 'verifying') return from === 'closed' ? 'reopen' : 'verify';
  return ({ confirmed: 'confirm', dismissed: 'dismiss', closed: 'close' } as Record<string, CaseAct>)[to];
}
