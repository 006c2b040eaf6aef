import type { Hold } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';

/** How far the end of a hold has come. */
export function ReleaseState({ release }: { release: Hold['release'] }) {
  const { t } = useText();
  if (!release) return null;
  const { decision, decidedBy, decidedAt, decisionReason } = release;
  return (
    <div className="small wrap">
      <b>{t('hold.proposed', { name: release.proposedBy })}</b> {release.reason} · <Moment at={release.proposedAt} only="relative" />
      <div>
        <b className={decision ? undefined : 'late'}>
          {decision ? t(decision === 'approved' ? 'hold.ended' : 'hold.stays', { name: decidedBy ?? '' }) : t('hold.waits')}
        </b>{' '}
        {decisionReason} {decidedAt && <Moment at={decidedAt} only="relative" />}
      </div>
    </div>
  );
}
