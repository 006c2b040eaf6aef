import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { get } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { ImportedList, Page } from '../../api/types.js';
import '../../parts/desks.css';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { ImportFile } from './import-file.js';
import { SearchChecks } from './search-checks.js';
import './claims.css';

/** Claims that come from elsewhere, and what came before. */
export default function ClaimImports() {
  const { t } = useText();
  const me = useMe().data!;
  return (
    <div className="pad stack">
      <div className="desk-head">
        <h1>{t('exchange.title')}</h1>
        <Link className="plain" to="/claims">
          {t('exchange.back')}
        </Link>
      </div>
      {may(me, 'claim.draft') && (
        <section className="card stack" aria-label={t('exchange.fromfile')}>
          <h2 className="flat">{t('exchange.fromfile')}</h2>
          <ImportFile />
        </section>
      )}
      {may(me, 'claim.draft') && (
        <section className="card stack" aria-label={t('exchange.fromservice')}>
          <h2 className="flat">{t('exchange.fromservice')}</h2>
          <SearchChecks />
        </section>
      )}
      <Before />
    </div>
  );
}

/** The imports that there were, with what of each still waits. */
function Before() {
  const { t, word } = useText();
  const list = useQuery({
    queryKey: ['claim-imports'],
    queryFn: ({ signal }) => get<Page<ImportedList>>('/claim-imports', signal),
  });
  if (!list.data) return list.error ? <Fault error={list.error} /> : <Loading />;
  return (
    <section className="section">
      <h2>{t('exchange.before')}</h2>
      {list.data.items.length === 0 ? (
        <p className="soft flat">{t('exchange.nonebefore')}</p>
      ) : (
        <ul className="card lines">
          {list.data.items.map((i) => (
            <li key={i.id} className="row">
              <Link to={`/claims/imports/${i.id}`}>{t('exchange.of', { n: i.drafted })}</Link>
              <span className="soft small">
                {word('claimform', i.form)} · {i.importedBy} · <Moment at={i.importedAt} clock="true" />
              </span>
              <span className="end small">{i.waiting > 0 ? t('exchange.waiting', { n: i.waiting }) : t('exchange.donewith')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
