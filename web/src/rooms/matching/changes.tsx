import { Link } from 'react-router-dom';
import type { TrialChange } from '../../api/types.js';
import { FilterSelect } from '../../parts/filter-select.js';
import { PagedList } from '../../parts/paged-list.js';
import { State } from '../../parts/parts.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { percent } from './shares.js';

/** Which posts would come out otherwise, and what people said of each. */
export function Changes({ trialId }: { trialId: string }) {
  const { t, word } = useText();
  const [chosen, set] = useFilters();
  const filter = { decided: chosen('decided') || null };
  const list = usePages<TrialChange>(['matching', 'changes', trialId], `/matching/trials/${trialId}/changes`, filter);
  return (
    <div className="stack">
      <div className="row">
        <FilterSelect
          label={t('matching.people')}
          value={chosen('decided')}
          choose={(decided) => set({ decided }, { replace: true })}
          options={['confirmed', 'rejected', 'undecided'].map((d) => ({ value: d, label: word('decided', d) }))}
        />
      </div>
      <PagedList list={list} nothing={t('matching.nochanges')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th>{t('matching.post')}</th>
                <th>{t('matching.claim')}</th>
                <th className="tight">{t('matching.people')}</th>
                <th className="tight">{t('matching.base')}</th>
                <th className="tight">{t('matching.after')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((c) => (
                <tr key={`${c.itemId} ${c.claimId}`}>
                  <td className="wrap">
                    <Link className="two plain" to={`/posts/${c.postId}`}>
                      {c.firstLine ?? t('triage.picture')}
                    </Link>
                  </td>
                  <td className="wrap">
                    <Link className="two plain" to={`/claims?id=${c.claimId}`}>
                      {c.claim}
                    </Link>
                  </td>
                  <td className="tight">{word('decided', c.decided)}</td>
                  <td className="tight">
                    <Said shown={c.before} score={c.scoreBefore} />
                  </td>
                  <td className="tight">
                    <Said shown={c.after} score={c.scoreAfter} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
    </div>
  );
}

function Said({ shown, score }: { shown: TrialChange['before']; score: number | null }) {
  const { t, language } = useText();
  if (shown === 'none') return <span className="soft">{t('matching.none.shown')}</span>;
  return (
    <span className="row" style={{ flexWrap: 'nowrap', gap: 6 }}>
      <State kind="strength" value={shown} />
      {score !== null && <span className="soft small">{percent(score, language)}</span>}
    </span>
  );
}
