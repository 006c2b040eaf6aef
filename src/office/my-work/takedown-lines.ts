export interface TakedownToSend {
  takedownId: string;
  reference: string;
  kind: 'removal' | 'withdrawal';
  platform: string;
  state: 'draft' | 'approved' | 'sending' | 'sent' | 'undeliverable' | 'withdrawn';
  version: number;
  caseId: string;
  number: string;
}
export interface LateTakedown extends TakedownToSend {
  /** its inbox is asked no more */
  nobodyAnswers: boolean;
}
export interface TakedownReappeared extends TakedownToSend {
  /** so many of its links, and when the first was seen again */
  links: number;
  at: Date;
}
/** Sent back by a second person, to be written anew. */
export interface TakedownReturned extends TakedownToSend {
  by: string;
  at: Date;
}
export interface TakedownToApprove extends TakedownToSend {
  contentHash: string;
  writtenBy: string | null;
  writtenAt: Date;
}
