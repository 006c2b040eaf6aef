import type { Column } from '../../parts/csv.js';
import { useStamp } from '../../parts/office-time.js';
import { useText } from '../../text/language.js';
import type { LinkLine } from './types.js';

/** A link as a line of a spreadsheet. */
export function useLinkColumns(): Column<LinkLine>[] {
  const { t, word } = useText();
  const stamp = useStamp();
  return [
    [t('takedown.link'), (l) => l.url],
    [t('takedown.reference'), (l) => l.reference],
    [t('takedown.platform'), (l) => l.platform && word('platform', l.platform)],
    [t('takedown.state'), (l) => word('item', l.state)],
    [t('takedown.overdue'), (l) => (l.overdue ? t('desk.yes') : '')],
    [t('takedown.asked'), (l) => stamp(l.askedAt)],
    [t('takedown.clock'), (l) => stamp(l.dueAt)],
    [t('takedown.seen'), (l) => l.lastSeen && word('observation', l.lastSeen.observation)],
    [t('takedown.seenat'), (l) => stamp(l.lastSeen?.at)],
    [t('takedown.seensignedin'), (l) => l.seenSignedIn && word('observation', l.seenSignedIn.observation)],
    [t('takedown.nextlook'), (l) => stamp(l.nextLook)],
    [t('takedown.provedat'), (l) => stamp(l.verifiedAt)],
  ];
}
