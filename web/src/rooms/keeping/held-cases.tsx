import { Link } from 'react-router-dom';
import type { HeldCase } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { PagedList } from '../../parts/paged-list.js';
import { Section } from '../../parts/section.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { ReleaseState } from '../case/release-state.js';

/** Every case of which nothing may be purged. */
export function HeldCases() {
  const { t } = useText();
  const list = usePages<HeldCase>('holds', '/holds', {}, 30_000);
  return (
    <Section id="held" title={t('keeping.held')} n={list.total}>
      <PagedList list={list} nothing={t('keeping.noheld')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th>{t('cases.number')}</th>
                <th>{t('hold.why')}</th>
                <th className="tight">{t('keeping.since')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((h) => (
                <tr key={h.id}>
                  <td>
                    <Link className="plain" to={`/cases/${h.caseId}#hold`}>
                      <b>{h.number}</b>
                    </Link>
                    <div className="two">{h.title ?? '–'}</div>
                  </td>
                  <td className="wrap">
                    {h.reason}
                    <ReleaseState release={h.release} />
                  </td>
                  <td className="tight small" data-label={t('keeping.since')}>
                    <Moment at={h.placedAt} only="exact" />
                    <div className="soft">{h.placedBy}</div>
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
