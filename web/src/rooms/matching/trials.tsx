import { Progress } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { Thresholds, TrialLine } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { PagedList } from '../../parts/paged-list.js';
import { State } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { score } from './shares.js';

/** What was tried, the newest first. */
export function Trials() {
  const { t } = useText();
  const list = usePages<TrialLine>(['matching', 'trials'], '/matching/trials');
  return (
    <PagedList list={list} nothing={t('matching.notrials')}>
      {(rows) => (
        <ul className="card lines">
          {rows.map((r) => (
            <li key={r.id} className="stack" style={{ gap: 4 }}>
              <span className="row">
                <Link className="plain" to={`/matching/${r.id}`}>
                  {t('matching.trial', { n: r.number })}
                </Link>
                <State kind="trial" value={r.state} />
                <Tried of={r.tried} />
                <span className="end soft small">
                  {t('matching.by', { name: r.askedBy })} · <Moment at={r.askedAt} />
                </span>
              </span>
              <span className="wrap small">{r.reason}</span>
              {r.state === 'running' && <TrialProgress of={r} />}
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

export function Tried({ of }: { of: Thresholds }) {
  const { t, language } = useText();
  return (
    <span className="small">
      {t('matching.suggest')} <b>{score(of.suggest, language)}</b> · {t('matching.strong')} <b>{score(of.strong, language)}</b> ·{' '}
      {t('matching.model')} <code>{of.model}</code>
    </span>
  );
}

export function TrialProgress({ of }: { of: Pick<TrialLine, 'done' | 'posts'> }) {
  const { t } = useText();
  const says = t('matching.progress', { done: of.done, posts: of.posts });
  return (
    <span className="row">
      <Progress w={220} value={of.posts === 0 ? 100 : (100 * of.done) / of.posts} aria-label={says} />
      <span className="soft small">{says}</span>
    </span>
  );
}
