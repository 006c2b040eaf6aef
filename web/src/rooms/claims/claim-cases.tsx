import { Link } from 'react-router-dom';
import type { CaseLine } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { PagedList } from '../../parts/paged-list.js';
import { State } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';

/** Cases with a post that was judged by this claim. */
export function ClaimCases({ claimId }: { claimId: string }) {
  const { t } = useText();
  const list = usePages<CaseLine>('cases', '/cases', { claimId });
  return (
    <Section id="cases" title={t('claim.cases')} n={list.total}>
      <PagedList list={list} nothing={t('claim.nocases')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th>{t('cases.number')}</th>
                <th>{t('cases.state')}</th>
                <th>{t('cases.title')}</th>
                <th className="n">{t('case.posts')}</th>
                <th>{t('cases.opened')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((c) => (
                <tr key={c.id}>
                  <td className="whole">
                    <Link to={`/cases/${c.id}`}>{c.number}</Link>
                  </td>
                  <td>
                    <State kind="case" value={c.state} />
                  </td>
                  <td>
                    <span className="two">{c.title ?? '–'}</span>
                  </td>
                  <td className="n">{c.posts}</td>
                  <td className="whole">
                    <Moment at={c.openedAt} only="exact" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
    </Section>
  );
}
