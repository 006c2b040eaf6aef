import {
  IconBriefcase,
  IconChartBar,
  IconChecklist,
  IconFileDescription,
  IconGavel,
  IconInbox,
  IconListDetails,
  IconMailForward,
  IconNotebook,
  IconSpeakerphone,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import { may } from '../api/queries.js';
import type { Me } from '../api/types.js';

export interface Room {
  path: string;
  icon: Icon;
  /** any of them opens it; without them everybody may enter */
  rights?: string[];
}
const ROOMS: Room[] = [
  { path: 'work', icon: IconChecklist },
  { path: 'triage', icon: IconListDetails, rights: ['triage.read'] },
  { path: 'cases', icon: IconBriefcase, rights: ['case.read'] },
  { path: 'claims', icon: IconFileDescription, rights: ['claim.read'] },
  { path: 'takedowns', icon: IconMailForward, rights: ['takedown.read'] },
  { path: 'penalties', icon: IconGavel, rights: ['penalty.read'] },
  { path: 'corrections', icon: IconSpeakerphone, rights: ['correction.read'] },
  { path: 'intake', icon: IconInbox, rights: ['report.read'] },
  { path: 'overview', icon: IconChartBar, rights: ['overview.read'] },
  { path: 'log', icon: IconNotebook, rights: ['log.read'] },
  { path: 'users', icon: IconUsers, rights: ['users.manage', 'rights.approve', 'profile.manage'] },
];

/** The rooms that this person may enter. */
export const roomsOf = (me: Me): Room[] => ROOMS.filter((r) => !r.rights || r.rights.some((right) => may(me, right)));
