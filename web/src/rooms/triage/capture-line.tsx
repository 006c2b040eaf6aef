import { lazy, Suspense } from 'react';
import { may, useMe } from '../../api/queries.js';
import type { Capture } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { loadDesks } from '../../text/texts.js';

// few may use it, and the first page waits for nothing that it does not need
const VerifyBytes = lazy(async () => ({
  default: (await Promise.all([import('../../parts/verify-bytes.js'), loadDesks()]))[0].VerifyBytes,
}));
const Attested = lazy(async () => ({
  default: (await Promise.all([import('../../parts/attested.js'), loadDesks()]))[0].Attested,
}));
type Shown = Pick<Capture, 'id' | 'endedAt' | 'orderedAt' | 'outcome' | 'state' | 'reason' | 'textChanged' | 'evidenceId' | 'ground'>;

/** One look at the post, with its outcome; where the text differs from the look before, it says so. */
export function CaptureLine({ capture: c }: { capture: Shown }) {
  const { t, word } = useText();
  const follows = may(useMe().data, 'log.read');
  return (
    <li>
      <Moment at={c.endedAt ?? c.orderedAt} clock="true" only="relative" />
      <span className="row" style={{ gap: 6 }}>
        <State kind="outcome" value={c.outcome ?? c.state} />
        <span className="soft small">{word('capturereason', c.reason)}</span>
        {c.textChanged && <b className="small">{t('triage.changed')}</b>}
        {c.evidenceId && (
          <a className="small end" href={`/api/captures/${c.id}/parts/package`}>
            {t('triage.package')}
          </a>
        )}
        {c.evidenceId && follows && (
          <Suspense>
            <VerifyBytes evidenceId={c.evidenceId} />
          </Suspense>
        )}
        {c.evidenceId && (
          <Suspense>
            <Attested captureId={c.id} />
          </Suspense>
        )}
        {c.ground?.words && c.outcome !== 'complete' && <q className="small wrap">{c.ground.words}</q>}
      </span>
    </li>
  );
}
