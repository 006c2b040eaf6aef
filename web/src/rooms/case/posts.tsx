import { Link } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull, CasePost } from '../../api/types.js';
import { Long } from '../../parts/long.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { State } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { SeenHow } from '../../parts/seen-how.js';
import { useText } from '../../text/language.js';
import { Addresses } from './addresses.js';
import { usePart } from './use-part.js';

/** What the case is about: each post with its judgement, its truth, and what was last seen at its links. */
export function CasePosts({ file }: { file: CaseFull }) {
  const { t } = useText();
  const list = usePart(file, 'posts');
  return (
    <Section id="posts" title={t('case.posts')} n={list.total}>
      <div className="stack">
        {list.items.map((p) => (
          <Post key={p.postId} caseId={file.id} post={p} />
        ))}
        {list.hasNextPage && <More shown={list.items.length} total={list.total} list={list} />}
      </div>
    </Section>
  );
}

function Post({ caseId, post }: { caseId: string; post: CasePost }) {
  const { t, word } = useText();
  const me = useMe().data!;
  return (
    <article className="card stack">
      <div className="row">
        <b>{post.author ?? word('platform', post.platform)}</b>
        <span className="soft">{post.handle}</span>
        {post.postedAt && (
          <span className="soft small">
            <Moment at={post.postedAt} clock="true" />
          </span>
        )}
        <SeenHow of={post} />
        <State kind="judgement" value={post.judgement?.judgement} />
        {post.judgement && !post.stands && <span className="late small">{t('case.notstanding')}</span>}
        {!post.judgement && <span className="late small">{t('case.notjudged')}</span>}
        {post.itemId && may(me, 'triage.read') && (
          <Link className="end small plain" to={`/triage/${post.itemId}?state=judged`}>
            {t('case.totriage')}
          </Link>
        )}
      </div>
      <div className="wrap">{post.text ? <Long text={post.text} /> : <span className="soft">{t('triage.notext')}</span>}</div>
      {post.read.map((r, i) => (
        <div key={i} className="small wrap">
          <span className="soft">{t(`case.read.${r.kind}`, { sure: r.confidence ?? '–' })}</span> <Long text={r.text} />
        </div>
      ))}
      {post.judgement?.claim && (
        <div className="small">
          <b>{t('triage.truth')}:</b> <Long text={post.judgement.claim.truth} />
        </div>
      )}
      {post.judgement?.reason && (
        <div className="small">
          <span className="soft">
            {t('case.reason')} ({post.judgement.by}):
          </span>{' '}
          <Long text={post.judgement.reason} />
        </div>
      )}
      <Addresses caseId={caseId} post={post} />
    </article>
  );
}
