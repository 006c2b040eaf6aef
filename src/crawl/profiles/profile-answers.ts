import type { Moment, Page } from '../../core/http/answer.js';

export type ProfileState = 'signed-in' | 'signed-out' | 'ended';
/** A session of the office at a network, as whoever keeps it reads it; of what opens it, nothing is told. */
export interface ProfileLine {
  id: string;
  /** as whom captures are ordered */
  name: string;
  /** on which device: one of config/visitors.yaml */
  visitor: string;
  platform: string;
  hosts: string[];
  state: ProfileState;
  since: Moment;
  /** grows with each renewal */
  version: number;
  givenBy: string;
  givenAt: Moment;
  /** captures that wait for it */
  waiting: number;
}
/** With the devices that a session may be given for. */
export interface ProfilePage extends Page<ProfileLine> {
  visitors: string[];
}
/** A session that its network no longer knows, and what waits for it. */
export type SignedOutProfile = Pick<ProfileLine, 'id' | 'name' | 'platform' | 'since' | 'waiting'>;
export interface ProfileKept {
  id: string;
  version: number;
}
/** A session as whoever orders a capture may choose it. */
export interface ProfileChoice {
  name: string;
  hosts: string[];
}
