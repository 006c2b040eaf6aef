import type { Day, Moment } from '../../core/http/answer.js';

export interface RoleToApprove {
  proposalId: string;
  role: string;
  /** what the role lets its holder do */
  rights: string[];
  name: string;
  title: string;
  /** the roles that this person has already */
  hasRoles: string[];
  proposedBy: string | null;
  proposedAt: Date;
  /** what ended the role that is proposed anew, whose act that was, and when */
  reset: { what: 'password' | 'second-factor'; by: string; at: Moment } | null;
}
/** A title by which somebody would sign for the office. */
export interface TitleToApprove {
  proposalId: string;
  title: string;
  body: string;
  delegation: string | null;
  delegatedOn: Day | null;
  from: Day;
  to: Day | null;
  name: string;
  proposedBy: string | null;
  proposedAt: Date;
}
/** A second factor that somebody lost. */
export interface FactorResetToApprove {
  proposalId: string;
  name: string;
  title: string;
  email: string;
  proposedBy: string;
  proposedAt: Date;
  /** who reset the password, of which the holder has not chosen their own since */
  passwordReset: { by: string; at: Moment } | null;
}
