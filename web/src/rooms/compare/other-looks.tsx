import { Link } from 'react-router-dom';
import type { Comparison, ListedCapture } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Fault, State } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';

/** The sealed looks at the post, each a way to hold it against this one. */
export function OtherLooks({ postId, captureId, shown }: { postId: string; captureId: string; shown?: Comparison }) {
  const { t, word } = useText();
  const list = usePages<ListedCapture>(`compare ${postId}`, `/posts/${postId}/captures`);
  const now = [shown?.earlier.id, shown?.later.id];
  return (
    <section>
      <h2>{t('compare.others')}</h2>
      <Fault error={list.error} />
      <ul className="lines">
        {list.items
          .filter((c) => c.evidenceId && c.id !== captureId)
          .map((c) => (
            <li key={c.id} className="row">
              <Link to={`?with=${c.id}`} aria-current={now.includes(c.id) ? 'true' : undefined}>
                <Moment at={c.endedAt ?? c.orderedAt} clock="true" only="exact" />
              </Link>
              <State kind="outcome" value={c.outcome ?? c.state} />
              <span className="soft small">{word('capturereason', c.reason)}</span>
              {c.textChanged && <b className="small">{t('triage.changed')}</b>}
            </li>
          ))}
      </ul>
      {list.hasNextPage && <More shown={list.items.length} list={list} />}
    </section>
  );
}
