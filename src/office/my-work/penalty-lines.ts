/** A violation record, or what is decided on it, that waits for the next act. */
export interface PenaltyToDo {
  violationId: string;
  /** null while nothing is decided */
  penaltyId: string | null;
  reference: string;
  caseId: string;
  caseNumber: string;
  number: string | null;
  kind: 'decision' | 'annulment' | null;
  end: 'fine' | 'warning' | 'remedies' | 'referral' | 'none' | null;
  amount: number | null;
  why:
    | ('draw' | 'confirm-right' | 'decide' | 'answer' | 'returned' | 'sign' | 'number' | 'serve' | 'late' | 'refund')
    | ('returned-answer' | 'accept-complaint' | 'answer-complaint' | 'approve-refusal' | 'approve-answer');
  at: Date;
  dueOn: string | null;
}
/** A draft that cannot be signed yet. */
export interface PenaltyNotYet extends PenaltyToDo {
  lacks: string[];
  /** where an explanation is waited for: the first day on which it is not */
  from: string | null;
}
