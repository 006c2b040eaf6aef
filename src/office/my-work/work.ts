import type { Label } from '../../core/glossary/glossary.js';
import type { SignedOutProfile } from '../../crawl/index.js';
import type { CaseLine } from '../../cases/index.js';
import type { RetriedWork } from '../retried.view.js';
import type { CaseProposal, FallToDecide, NearDeadline, OvertakenCase } from './case-lines.js';
import type { ClaimReturned, ClaimToApprove, CorrectionToDecide } from './claim-lines.js';
import type { IdentityAnswer, IdentityToApprove } from './identity-lines.js';
import type { PurgeToDecide, ReleaseToDecide } from './keeping-lines.js';
import type { PenaltyNotYet, PenaltyToDo } from './penalty-lines.js';
import type { FactorResetToApprove, RoleToApprove, TitleToApprove } from './staff-lines.js';
import type { LateTakedown, TakedownReappeared, TakedownReturned, TakedownToApprove, TakedownToSend } from './takedown-lines.js';

/** Everything that waits for one person. */
export interface Work {
  proposals: CaseProposal[];
  assigned: CaseLine[];
  /** cases in hand that rest on a claim that is false no more, and that nobody looked at anew since */
  overtaken: OvertakenCase[];
  deadlines: NearDeadline[];
  answers: IdentityAnswer[];
  approvals: {
    claims: ClaimToApprove[];
    falls: FallToDecide[];
    roles: RoleToApprove[];
    titles: TitleToApprove[];
    resets: FactorResetToApprove[];
    identities: IdentityToApprove[];
    takedowns: TakedownToApprove[];
    corrections: CorrectionToDecide[];
    purges: PurgeToDecide[];
    releases: ReleaseToDecide[];
  };
  /** claims that a second person sent back */
  toReword: ClaimReturned[];
  /** drafts that were sent back, and corrections whose claim changed or was retired */
  toCorrect: CorrectionToDecide[];
  /** requests that a second person sent back */
  toRedraft: TakedownReturned[];
  /** confirmed cases whose links nobody has asked to remove */
  toDraft: CaseLine[];
  toSend: TakedownToSend[];
  /** sent requests with a link that answers again after it was removed */
  reappeared: TakedownReappeared[];
  /** sent requests with a link whose time has run out */
  late: LateTakedown[];
  penalties: {
    /** confirmed cases with an accused of whom nothing is recorded */
    toRecord: CaseLine[];
    toDraw: PenaltyToDo[];
    toDecide: PenaltyToDo[];
    /** drafts that the reader can sign now, and those that lack something */
    toSign: PenaltyToDo[];
    toSignLater: PenaltyNotYet[];
    /** complaints about decisions in which the reader had no hand: to be accepted, and to be answered */
    toAnswer: PenaltyToDo[];
    /** answers to complaints, by others, about decisions of others */
    toApprove: PenaltyToDo[];
    toServe: PenaltyToDo[];
    toCollect: PenaltyToDo[];
  };
  /** sessions that their networks know no more, with the captures that wait for them */
  signedOut: SignedOutProfile[];
  gaveUp: GaveUp[];
  retried: RetriedWork[];
  /** by list, how many wait beyond the lines that it tells; a list that is told whole is not in it */
  more: Record<string, number>;
}
/** Deliveries that gave up, with what that means. */
export interface GaveUp {
  handler: string;
  n: number;
  since: Date;
  error: string | null;
  meaning: Label;
  /** this reader may send it again */
  retry: boolean;
}
