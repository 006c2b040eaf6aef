import { Button } from '@mantine/core';
import type { Capture } from '../../api/types.js';
import { InLog } from '../../parts/in-log.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { VerifyBytes } from '../../parts/verify-bytes.js';
import { useText } from '../../text/language.js';
import { changedSince } from './changed.js';

/** Every capture of the post with its outcome; where the text differs from the capture before, it says so. */
export function Captures({ postId, captures, again }: { postId: string; captures: Capture[]; again?: () => void }) {
  const { t, word } = useText();
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
              {c.evidenceId && <VerifyBytes evidenceId={c.evidenceId} />}
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
