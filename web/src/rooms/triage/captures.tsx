import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Capture } from '../../api/types.js';
import { InLog } from '../../parts/in-log.js';
import { useText } from '../../text/language.js';
import { loadDesks } from '../../text/texts.js';
import { CaptureLine } from './capture-line.js';

const OlderCaptures = lazy(async () => ({
  default: (await Promise.all([import('./older-captures.js'), loadDesks()]))[0].OlderCaptures,
}));

/** Every capture of the post, the latest first; the older ones where somebody asks. */
export function Captures({ postId, captures, total, again }: { postId: string; captures: Capture[]; total: number; again?: () => void }) {
  const { t } = useText();
  return (
    <section>
      <h2>
        {t('triage.captures')} ({total})
      </h2>
      <ul className="timeline">
        {captures.map((c) => (
          <CaptureLine key={c.id} capture={c} />
        ))}
      </ul>
      {total > captures.length && (
        <Suspense>
          <OlderCaptures key={postId} postId={postId} known={new Set(captures.map((c) => c.id))} total={total} />
        </Suspense>
      )}
      {captures.length > 0 && <InLog subject={postId} type="evidence" />}
      {again && (
        <Button variant="default" onClick={again}>
          {t('triage.recapture')}
        </Button>
      )}
    </section>
  );
}
