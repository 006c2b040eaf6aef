export interface ClaimToApprove {
  claimId: string;
  versionId: string;
  number: number;
  topic: string;
  harm: 'low' | 'medium' | 'high';
  text: string;
  askedBy: string | null;
  askedAt: Date;
  /** a version is to be put in force, or the claim to leave the registry */
  why: 'approve' | 'retire' | 'merge' | 'reinstate';
}
/** A version that a second person sent back. */
export interface ClaimReturned {
  claimId: string;
  versionId: string;
  topic: string;
  text: string;
  by: string;
  at: Date;
}
export interface CorrectionToDecide {
  correctionId: string;
  title: string;
  said: string;
  why: 'publish' | 'withdraw' | 'returned' | 'look-again';
  by: string | null;
  at: Date;
}
