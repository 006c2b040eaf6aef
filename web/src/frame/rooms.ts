import {
  IconBriefcase,
  IconChecklist,
  IconFileDescription,
  IconInbox,
  IconListDetails,
  IconMailForward,
  IconNotebook,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { may } from '../api/queries.js';
import type { Me } from '../api/types.js';

export interface Room {
  path: string;
  icon: Icon;
  right?: string;
}
const ROOMS: Room[] = [
  { path: 'work', icon: IconChecklist },
  { path: 'triage', icon: IconListDetails, right: 'triage.read' },
  { path: 'cases', icon: IconBriefcase, right: 'case.read' },
  { path: 'claims', icon: IconFileDescription, right: 'claim.read' },
  { path: 'takedowns', icon: IconMailForward, right: 'takedown.read' },
  { path: 'intake', icon: IconInbox, right: 'report.read' },
  { path: 'log', icon: IconNotebook, right: 'log.read' },
  { path: 'users', icon: IconUsers, right: 'users.manage' },
];

/** The rooms that this person may enter. */
export const roomsOf = (me: Me): Room[] => ROOMS.filter((r) => !r.right || may(me, r.right));
