import { Alert, Button } from '@mantine/core';
import { useMe } from '../../api/queries.js';
import { useText } from '../../text/language.js';
import { exact } from '../../text/time.js';
import type { Hold } from './use-lease.js';

/** Who has the post when it is not this inspector; said politely, with the way back. */
export function LeaseNote({ hold, holder, take }: { hold: Hold; holder: string | undefined; take: () => void }) {
  const { t, language } = useText();
  const zone = useMe().data?.timeZone ?? 'UTC';
  if (hold.kind !== 'other' && hold.kind !== 'ended') return null;
  return (
    <Alert color="yellow" py={6} role="status">
      {hold.kind === 'other'
        ? t('triage.leasedby', {
            name: holder ?? t('triage.colleague'),
            until: hold.until ? exact(hold.until, language, zone) : '…',
          })
        : t('triage.leaseended')}{' '}
      <Button size="compact-xs" variant="default" onClick={take}>
        {t('triage.retake')}
      </Button>
    </Alert>
  );
}
