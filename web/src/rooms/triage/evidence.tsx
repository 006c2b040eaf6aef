import type { Match, TriageFull, TriageReport } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { Later } from '../../frame/later.js';
import { InLog } from '../../parts/in-log.js';
import { Captures } from './captures.js';
import { History } from './history.js';
import { Marked } from './marked.js';
import { OtherAddresses } from './other-addresses.js';
import { Picture } from './picture.js';
import { PostHead } from './post-head.js';
import { Reports } from './reports.js';

const openPresent = () => import('../../parts/present.js').then((m) => m.default);
interface Shown {
  full: TriageFull;
  match: Match | undefined;
  seen: boolean;
  turn: () => void;
  recapture?: () => void;
  split?: (report: TriageReport) => void;
}

/** What the post shows: its text with what matched, its picture, veiled until asked for, and where it all comes from. */
export function Evidence({ full, match, seen, turn, recapture, split }: Shown) {
  const { t } = useText();
  const { post, capture, captures, captureTotal, reports, reportTotal, history, moreHistory, item } = full;
  return (
    <section className="evidence pane stack" aria-label={t('triage.evidence')}>
      <PostHead post={post} capture={capture} />
      <OtherAddresses itemId={item.id} total={post.addressTotal} />
      <Later open={openPresent} kind="triage" id={item.id} />
      <div className="posttext wrap card" tabIndex={0} role="group" aria-label={t('triage.text')}>
        {post.text ? <Marked text={post.text} match={match} /> : <span className="soft">{t('triage.notext')}</span>}
      </div>
      <Picture source={pictureOf(full)} seen={seen} turn={turn} />
      <div className="origin stack">
        <Reports itemId={item.id} reports={reports} total={reportTotal} split={split} />
        {(captures.length > 0 || recapture) && (
          <Captures itemId={item.id} postId={item.postId} captures={captures} total={captureTotal} again={recapture} />
        )}
        <History itemId={item.id} lines={history} more={moreHistory} />
        <div>
          <InLog subject={item.postId} />
        </div>
      </div>
    </section>
  );
}

function pictureOf({ capture, post }: TriageFull): string | null {
  if (capture?.picturePart) return `/api/captures/${capture.id}/parts/${capture.picturePart}`;
  const sent = post.addresses?.find((a) => a.kind === 'picture');
  return sent ? `/api/submissions/${sent.addressId}/picture` : null;
}
