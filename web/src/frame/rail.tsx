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
import { NavLink } from 'react-router-dom';
import { may, useCounts } from '../api/queries.js';
import type { Me } from '../api/types.js';
import { useText } from '../text/language.js';
import type { TextKey } from '../text/texts.js';

const ROOMS: { path: string; icon: Icon; right?: string }[] = [
  { path: 'work', icon: IconChecklist },
  { path: 'triage', icon: IconListDetails, right: 'triage.read' },
  { path: 'cases', icon: IconBriefcase, right: 'case.read' },
  { path: 'claims', icon: IconFileDescription, right: 'claim.read' },
  { path: 'takedowns', icon: IconMailForward, right: 'takedown.read' },
  { path: 'intake', icon: IconInbox, right: 'report.read' },
  { path: 'log', icon: IconNotebook, right: 'log.read' },
  { path: 'users', icon: IconUsers, right: 'users.manage' },
];

/** The rooms that this person may enter, each with what waits there. */
export function Rail({ me }: { me: Me }) {
  const { t } = useText();
  const counts = useCounts(true).data ?? {};
  return (
    <nav className="rail" aria-label={t('app.name')}>
      {ROOMS.filter((r) => !r.right || may(me, r.right)).map(({ path, icon: Sign }) => (
        <NavLink key={path} to={`/${path}`}>
          <Sign size={16} stroke={1.6} aria-hidden />
          {t(`nav.${path}` as TextKey)}
          {counts[path] ? <span className="n">{counts[path]}</span> : null}
        </NavLink>
      ))}
    </nav>
  );
}
