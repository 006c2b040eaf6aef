export interface JudgementDraft {
  picked: string | null;
  reason: string;
  /** it was recorded and taken back: the reason belongs to this judgement and to no other */
  given?: true;
  /** it was given of a near copy: whoever records it has looked at this one too */
  copied?: true;
}

export const NOTHING: JudgementDraft = { picked: null, reason: '' };
/** What comes back when a judgement is taken back. */
export const takenBack = ({ picked, reason }: JudgementDraft): JudgementDraft => ({ picked, reason, given: true });
/** What is offered for the next near copy. */
export const copied = ({ picked, reason }: JudgementDraft): JudgementDraft => ({ picked, reason, given: true, copied: true });
/** Another judgement does not take over the reason of one that was taken back. */
export const withPicked = (draft: JudgementDraft, picked: string): JudgementDraft =>
  draft.given && picked !== draft.picked ? { picked, reason: '' } : { ...draft, picked };
