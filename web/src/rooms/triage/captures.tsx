import { Button } from '@mantine/core';
import type { Capture } from '../../api/types.js';
import { Later } from '../../frame/later.js';
import { InLog } from '../../parts/in-log.js';
import { useText } from '../../text/language.js';
import { loadDesks } from '../../text/texts.js';
import { integer } from '../../text/time.js';
import { CaptureLine } from './capture-line.js';
import { RestOf } from './rest-of.js';

const openCaptureAs = () => Promise.all([import('./capture-as.js'), loadDesks()]).then(([m]) => m.default);
interface Shown {
  itemId: string;
  postId: string;
  captures: Capture[];
  total: number;
  again?: () => void;
}

/** Every capture of the post, the latest first; the older ones where somebody asks. */
export function Captures({ itemId, postId, captures, total, again }: Shown) {
  const { t, language } = useText();
  const of = total > 1 ? postId : undefined;
  return (
    <section>
      <h2>
        {t('triage.captures')} ({integer(total, language)})
      </h2>
      <ul className="timeline">
        {captures.map((c) => (
          <CaptureLine key={c.id} capture={c} postId={of} />
        ))}
      </ul>
      <RestOf<Capture>
        key={postId}
        itemId={itemId}
        part="captures"
        path={`/posts/${postId}/captures`}
        known={captures}
        total={total}
        line={(c) => <CaptureLine key={c.id} capture={c} postId={of} />}
      />
      {captures.length > 0 && <InLog subject={postId} type="evidence" />}
      {again && (
        <div className="row">
          <Button variant="default" onClick={again}>
            {t('triage.recapture')}
          </Button>
          <Later open={openCaptureAs} itemId={itemId} postId={postId} hosts={[...new Set(captures.map((c) => new URL(c.url).hostname))]} />
        </div>
      )}
    </section>
  );
}
