import type { MyRequest } from '../core/identity/identity-requests.js';
import type { PartyKind, PartyRole, Turn } from './case.js';

/** The name is masked; reading it needs a reason. */
export interface Party {
  id: string;
  kind: PartyKind;
  role: PartyRole;
  isStaff: boolean;
  /** a colleague who may know nothing of the case, until somebody lifts that */
  bars: boolean;
  /** entered by the reader */
  mine: boolean;
  name: string;
  masked: boolean;
  addedBy: string;
  addedAt: Date;
  reads: number;
  /** of a reporter: what the reader asked last, to see the name */
  identity: MyRequest | null;
}
export interface Note {
  id: string;
  text: string;
  byId: string;
  by: string;
  at: Date;
}
export interface Deadline {
  id: string;
  what: string;
  dueAt: Date;
  setBy: string;
  setAt: Date;
  metAt: Date | null;
  overdue: boolean;
}
/** That a confirmed case should fall, or one that fell be reopened: proposed by one, decided by another. */
export interface Fall {
  id: string;
  what: Turn;
  reason: string;
  proposedById: string;
  proposedBy: string;
  proposedAt: Date;
  decision: 'approved' | 'declined' | null;
  decisionReason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}
/** Somebody of the office, who may be party to a case. */
export interface StaffMember extends Colleague {
  title: string;
}
/** Somebody whom the case may be given to. */
export interface Colleague {
  staffId: string;
  name: string;
}
