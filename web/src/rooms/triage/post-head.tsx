import { IconExternalLink } from '@tabler/icons-react';
import type { TriageFull } from '../../api/types.js';
import { State, When } from '../../parts/parts.js';
import { useText } from '../../text/language.js';

/** Who wrote it, where and when, and how the capture ended. */
export function PostHead({ post, capture }: Pick<TriageFull, 'post' | 'capture'>) {
  const { t, word } = useText();
  return (
    <header className="stack" style={{ gap: 2 }}>
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        <b className="cut">{post.author ?? word('platform', post.platform)}</b>
        <span className="soft cut">{post.handle}</span>
        <span className="end" />
        <State kind="outcome" value={capture ? (capture.outcome ?? capture.state) : null} />
        {post.url && (
          <a className="small" style={{ whiteSpace: 'nowrap' }} href={post.url} target="_blank" rel="noreferrer noopener">
            {t('triage.original')} <IconExternalLink size={13} aria-hidden />
          </a>
        )}
      </div>
      <div className="soft small row">
        <span>{word('platform', post.platform)}</span>
        {post.postedAt && (
          <span>
            · {t('triage.posted')} <When at={post.postedAt} />
          </span>
        )}
      </div>
      {post.url && (
        <div className="soft small cut" title={post.url}>
          {post.url}
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
