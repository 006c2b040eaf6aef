import type { Capture } from '../../api/types.js';
import { Later } from '../../frame/later.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { FromSource, useVisitor } from '../../parts/seen-how.js';
import { SignedIn } from '../../parts/signed-in.js';
import { useText } from '../../text/language.js';
import { loadDesks } from '../../text/texts.js';

// the first page waits for nothing that it does not need
const openSeal = () => Promise.all([import('../../parts/sealed.js'), loadDesks()]).then(([m]) => m.default);
type Shown = Pick<
  Capture,
  | 'id'
  | 'endedAt'
  | 'orderedAt'
  | 'outcome'
  | 'state'
  | 'waitsUntil'
  | 'waitsFor'
  | 'reason'
  | 'visitor'
  | 'route'
  | 'textChanged'
  | 'evidenceId'
  | 'ground'
>;

/** One look at the post, with its outcome; where the text differs from the look before, it says so. `postId`: there are others. */
export function CaptureLine({ capture: c, postId }: { capture: Shown; postId?: string }) {
  const { t, word } = useText();
  const { device, session } = useVisitor()(c.visitor);
  return (
    <li>
      <Moment at={c.endedAt ?? c.orderedAt} clock="true" only="relative" />
      <span className="row" style={{ gap: 6 }}>
        <State kind="outcome" value={c.waitsFor ? 'signed-out' : c.waitsUntil ? 'waiting' : (c.outcome ?? c.state)} />
        <span className="soft small">
          {word('capturereason', c.reason)}
          {device && ` · ${device}`}
          {c.route !== 'direct' && ` · ${word('route', c.route)}`}
        </span>
        <SignedIn session={session} />
        <FromSource of={c.ground?.laidOut === false} />
        {c.textChanged && <b className="small">{t('triage.changed')}</b>}
        {c.evidenceId && <Later open={openSeal} captureId={c.id} evidenceId={c.evidenceId} postId={postId} />}
        {c.ground?.words && c.outcome !== 'complete' && <q className="small wrap">{c.ground.words}</q>}
      </span>
    </li>
  );
}
