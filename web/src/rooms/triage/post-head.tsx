import { IconExternalLink } from '@tabler/icons-react';
import type { TriageFull } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

/** Who wrote it, where and when, and how the capture ended. */
export function PostHead({ post, capture, item: { skips } }: Pick<TriageFull, 'post' | 'capture' | 'item'>) {
  const { t, word, language } = useText();
  return (
    <header className="stack" style={{ gap: 2 }}>
      <div className="row" style={{ rowGap: 0 }}>
        <b>{post.author ?? word('platform', post.platform)}</b>
        <span className="soft">{post.handle}</span>
        <span className="end" />
        <span className="whole">
          <State kind="outcome" value={capture ? (capture.outcome ?? capture.state) : null} />
        </span>
        {post.url && (
          <a className="small whole" href={post.url} target="_blank" rel="noreferrer noopener">
            {t('triage.original')} <IconExternalLink size={13} aria-hidden />
          </a>
        )}
      </div>
      <div className="soft small row">
        {post.author && <span>{word('platform', post.platform)}</span>}
        {post.postedAt && (
          <span>
            {post.author && '· '}
            {t('triage.posted')} <Moment at={post.postedAt} clock="true" />
          </span>
        )}
      </div>
      {post.url && (
        <div className="soft small cut" title={post.url}>
          {post.url}
        </div>
      )}
      {skips && (
        <div className="small soft">
          {t('triage.skips', { times: integer(skips.times, language), n: integer(skips.inspectors, language) })}
        </div>
      )}
      {capture?.ground?.words && capture.outcome !== 'complete' && (
        <div className="small">
          {t('triage.says')} <q className="wrap">{capture.ground.words}</q>
        </div>
      )}
    </header>
  );
}
