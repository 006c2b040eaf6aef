export interface ClaimToApprove {
  claimId: string;
  versionId: string;
  number: number;
  topic: string;
  harm: 'low' | 'medium' | 'high';
  text: string;
  draftedBy: string | null;
  draftedAt: Date;
}
export interface CorrectionToDecide {
  correctionId: string;
  title: string;
  said: string;
  why: 'publish' | 'withdraw' | 'returned' | 'look-again';
  by: string | null;
  at: Date;
}
