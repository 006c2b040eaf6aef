import { Link } from 'react-router-dom';
import type { Comparison, ListedCapture } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Fault, State } from '../../parts/parts.js';
import { useVisitor } from '../../parts/seen-how.js';
import { SignedIn } from '../../parts/signed-in.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';

/** The sealed looks at the post, each a way to hold it against this one. */
export function OtherLooks({ postId, captureId, shown }: { postId: string; captureId: string; shown?: Comparison }) {
  const { t } = useText();
  const list = usePages<ListedCapture>(`compare ${postId}`, `/posts/${postId}/captures`);
  const now = [shown?.earlier.id, shown?.later.id];
  const others = list.items.filter((c) => c.evidenceId && c.id !== captureId);
  return (
    <section>
      <h2>{t('compare.others')}</h2>
      <Fault error={list.error} />
      <ul className="lines">
        {others.map((c) => (
          <Other key={c.id} look={c} now={now.includes(c.id)} />
        ))}
      </ul>
      {list.data && others.length === 0 && !list.hasNextPage && <p className="soft flat">{t('compare.noothers')}</p>}
      {list.hasNextPage && <More shown={list.items.length} list={list} />}
    </section>
  );
}

function Other({ look: c, now }: { look: ListedCapture; now: boolean }) {
  const { t, word } = useText();
  const { device, session } = useVisitor()(c.visitor);
  const how = [word('capturereason', c.reason), device, c.route === 'direct' ? null : word('route', c.route)];
  return (
    <li className="row">
      <Link to={`?with=${c.id}`} aria-current={now ? 'true' : undefined}>
        <Moment at={c.endedAt ?? c.orderedAt} clock="true" only="exact" />
      </Link>
      <State kind="outcome" value={c.outcome ?? c.state} />
      <span className="soft small">{how.filter(Boolean).join(' · ')}</span>
      <SignedIn session={session} />
      {c.textChanged && <b className="small">{t('triage.changed')}</b>}
      {now && <b className="small">{t('compare.now')}</b>}
    </li>
  );
}
