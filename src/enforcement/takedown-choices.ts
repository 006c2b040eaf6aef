import type { Label } from '../core/glossary/glossary.js';
import type { Moment } from '../core/http/answer.js';
import type { CaseState } from '../cases/index.js';
import type { Language } from './request-text.js';

/** What somebody can choose from before drafting. */
export interface TakedownChoices {
  caseId: string;
  caseNumber: string;
  caseState: CaseState;
  links: LinkChoice[];
  platforms: { platform: string; delivery: string; recipient: string; language: Language }[];
  ways: { key: string; ready: boolean; byHand: boolean }[];
  bases: BasisChoice[];
}
export interface LinkChoice {
  addressId: string;
  postId: string;
  url: string;
  platform: string;
  author: string | null;
  exact: boolean;
  /** whether it stands that its post is false */
  stands: boolean;
  /** the exhibits that show it; `session`: what the visitor was shown who bore that, which the letter says without its name */
  evidence: { exhibitId: string; evidenceId: string; sha256: string; sealedAt: Moment; session: string | null }[];
  /** the newest sealed capture of it that is no exhibit of the case yet, and the session that it bore where none shows what the public was shown */
  sealed: { evidenceId: string; sealedAt: Moment; session: string | null } | null;
  asked: { id: string; reference: string } | null;
}
export interface BasisChoice {
  key: string;
  label: Label;
  hours: number;
  /** by the office's lawyer */
  toBeConfirmed: boolean;
  note: Label | null;
}
