import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { get } from '../api/client.js';
import type { PublicFigures } from '../api/types.js';
import '../parts/desks.css';
import { Fault, Loading } from '../parts/parts.js';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';
import { Figure } from './overview/figure.js';
import './overview/overview.css';
import { dong } from './penalties/money.js';

/** The public figures by month, each with the way to the entries of the log that make it. */
export default function PublicFiguresPage() {
  const { t, word, language } = useText();
  const figures = useQuery({ queryKey: ['public-figures'], queryFn: ({ signal }) => get<PublicFigures>('/log/figures', signal) });
  const told = figures.data?.figures.filter((f) => f.months.length > 0) ?? [];
  const months = [...new Set(told.flatMap((f) => f.months.map((m) => m.month)))].sort().reverse();
  const shown = (n: number, money: boolean) => (money ? dong(n, language) : integer(n, language));
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('log.figures')}</h1>
        <Link className="plain" to="/log">
          {t('nav.log')}
        </Link>
        {figures.data && <span className="soft small">{t('log.figuresasof', { n: figures.data.asOf.seq })}</span>}
      </div>
      <p className="soft flat">{t('log.figuresintro')}</p>
      <Fault error={figures.error} />
      {figures.isPending && <Loading />}
      {figures.data && told.length === 0 && <p className="soft">{t('log.nofigures')}</p>}
      {told.length > 0 && (
        <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={t('log.figures')}>
          <table className="list figures">
            <thead>
              <tr>
                <th>{t('log.figure')}</th>
                <th>{t('log.type')}</th>
                {months.map((month) => (
                  <th key={month} className="n">
                    {month.split('-').reverse().join('/')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {told.map((f) => (
                <tr key={f.figure}>
                  <td>{f.label[language]}</td>
                  <td className="soft small">{word('event', f.event)}</td>
                  {months.map((month) => {
                    const m = f.months.find((x) => x.month === month);
                    return (
                      <td key={month} className="n">
                        {m ? (
                          <Figure
                            n={m.count}
                            name={`${f.label[language]}, ${month}`}
                            page={m.page}
                            says={shown(m.sum ?? m.count, f.money)}
                          />
                        ) : (
                          <span className="soft">–</span>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
