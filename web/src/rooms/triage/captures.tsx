import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { may, useMe } from '../../api/queries.js';
import type { Capture } from '../../api/types.js';
import { InLog } from '../../parts/in-log.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { loadDesks } from '../../text/texts.js';
import { changedSince } from './changed.js';

// few may use it, and the first page waits for nothing that it does not need
const VerifyBytes = lazy(async () => ({
  default: (await Promise.all([import('../../parts/verify-bytes.js'), loadDesks()]))[0].VerifyBytes,
}));

/** Every capture of the post with its outcome; where the text differs from the capture before, it says so. */
export function Captures({ postId, captures, again }: { postId: string; captures: Capture[]; again?: () => void }) {
  const { t, word } = useText();
  const follows = may(useMe().data, 'log.read');
  return (
    <section>
      <h2>
        {t('triage.captures')} ({captures.length})
      </h2>
      <ul className="timeline">
        {captures.map((c, i) => (
          <li key={c.id}>
            <Moment at={c.endedAt ?? c.orderedAt} clock="true" only="relative" />
            <span className="row" style={{ gap: 6 }}>
              <State kind="outcome" value={c.outcome ?? c.state} />
              <span className="soft small">{word('capturereason', c.reason)}</span>
              {changedSince(captures, i) && <b className="small">{t('triage.changed')}</b>}
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
              {c.ground?.words && c.outcome !== 'complete' && <q className="small wrap">{c.ground.words}</q>}
            </span>
          </li>
        ))}
      </ul>
      {captures.length > 0 && <InLog subject={postId} type="evidence" />}
      {again && (
        <Button variant="default" onClick={again}>
          {t('triage.recapture')}
        </Button>
      )}
    </section>
  );
}
