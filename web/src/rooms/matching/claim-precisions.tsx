import { NativeSelect } from '@mantine/core';
import { Link } from 'react-router-dom';
import type { ClaimPrecision, Share } from '../../api/types.js';
import type { Column } from '../../parts/csv.js';
import { ExportButton } from '../../parts/export-button.js';
import { PagedList } from '../../parts/paged-list.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { Figure } from './figure.js';
import { percent, range } from './shares.js';

const SORTS = ['precision', 'strong', 'decided'] as const;

/** How right suggestions are, claim by claim; one that is mostly rejected says so. */
export function ClaimPrecisions() {
  const { t, language } = useText();
  const [chosen, set] = useFilters();
  const sort = SORTS.find((s) => s === chosen('sort')) ?? 'precision';
  const list = usePages<ClaimPrecision>(['matching', 'claims'], '/matching/claims', { sort });
  const said = (of: Share | null) => of && `${percent(of.share, language)} (${t('matching.range', range(of, language))})`;
  const columns: Column<ClaimPrecision>[] = [
    [t('matching.claim'), (c) => c.text],
    [t('byclaim.decided'), (c) => c.decided],
    [t('drift.precision'), (c) => said(c.precision)],
    [t('drift.strongprecision'), (c) => said(c.strongPrecision)],
    [t('byclaim.mark'), (c) => (c.poor ? t('byclaim.poor') : '')],
  ];
  return (
    <div className="stack">
      <div className="row">
        <NativeSelect
          aria-label={t('byclaim.sort')}
          value={sort}
          onChange={(e) => set({ sort: e.currentTarget.value }, { replace: true })}
          data={SORTS.map((s) => ({ value: s, label: t(`byclaim.sort.${s}`) }))}
        />
        <span className="end">
          <ExportButton name="claims-precision" path="/matching/claims" filter={{ sort }} columns={columns} />
        </span>
      </div>
      <PagedList list={list} nothing={t('byclaim.none')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th>{t('matching.claim')}</th>
                <th className="n">{t('byclaim.decided')}</th>
                <th className="tight">{t('drift.precision')}</th>
                <th className="tight">{t('drift.strongprecision')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((c) => (
                <tr key={c.claimId}>
                  <td className="wrap">
                    <Link className="two plain" to={`/claims/${c.claimId}`}>
                      {c.text}
                    </Link>
                    {c.poor && <b className="small">⚠ {t('byclaim.poor')}</b>}
                  </td>
                  <td className="n">{integer(c.decided, language)}</td>
                  <td className="tight">
                    <Figure of={c.precision} />
                  </td>
                  <td className="tight">
                    <Figure of={c.strongPrecision} />
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
