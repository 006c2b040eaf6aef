import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { get } from '../api/client.js';
import type { MeasureShare, PlatformHealthReport } from '../api/types.js';
import '../parts/desks.css';
import { Moment } from '../parts/moment.js';
import { Fault, Loading } from '../parts/parts.js';
import { useText } from '../text/language.js';
import { calendarDay, integer } from '../text/time.js';

const part = (share: number | null): string => (share === null ? '–' : `${Math.round(share * 100)} %`);

/** How well each platform's pages are read: where the share falls, its file needs mending. */
export default function OverviewPlatforms() {
  const { t, language } = useText();
  const health = useQuery({
    queryKey: ['platform health'],
    queryFn: ({ signal }) => get<PlatformHealthReport>('/platforms/health', signal),
  });
  if (!health.data) return health.error ? <Fault error={health.error} /> : <Loading />;
  const { platforms, recentDays, days, signedOut } = health.data;
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('platforms.title')}</h1>
        <Link className="plain" to="/overview">
          {t('overview.back')}
        </Link>
      </div>
      <p className="soft small flat">{t('platforms.why', { recent: recentDays, days })}</p>
      {signedOut.map((p) => (
        <p key={p.id} role="alert" className="late flat">
          {t('platforms.signedout', { name: p.name, n: integer(p.waiting, language) })} (<Moment at={p.since} clock="true" />)
        </p>
      ))}
      {platforms.length === 0 && <p className="soft">{t('platforms.none')}</p>}
      {platforms.length > 0 && <Shares of={platforms} />}
      {platforms.length > 0 && <Days of={platforms} />}
    </div>
  );
}

function Share({ measure, now, before, failing }: MeasureShare) {
  const { t } = useText();
  return (
    <td className="tight" data-label={t(`platforms.${measure}`)}>
      {failing ? <b>{part(now)}</b> : part(now)} <span className="soft small">({part(before)})</span>
    </td>
  );
}

function Shares({ of }: { of: PlatformHealthReport['platforms'] }) {
  const { t, word, language } = useText();
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{t('overview.kind.platform')}</th>
          <th className="tight">{t('platforms.state')}</th>
          <th className="tight">{t('platforms.captures')}</th>
          {of[0].shares.map((s) => (
            <th className="tight" key={s.measure}>
              {t(`platforms.${s.measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {of.map((p) => (
          <tr key={p.platform}>
            <td>{word('platform', p.platform)}</td>
            <td className="tight" data-label={t('platforms.state')}>
              {p.failing ? <b>{t('platforms.failing')}</b> : t('platforms.well')}
            </td>
            <td className="tight" data-label={t('platforms.captures')}>
              {integer(p.captures, language)}
            </td>
            {p.shares.map((s) => (
              <Share key={s.measure} {...s} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Days({ of }: { of: PlatformHealthReport['platforms'] }) {
  const { t, word, language } = useText();
  const columns = ['captures', 'found', 'gone', 'blocked', 'failed'] as const;
  return (
    <details>
      <summary>{t('platforms.bydays')}</summary>
      <table className="list">
        <thead>
          <tr>
            <th>{t('overview.kind.platform')}</th>
            <th className="tight">{t('platforms.day')}</th>
            {columns.map((name) => (
              <th className="tight" key={name}>
                {t(`platforms.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.flatMap((p) =>
            p.days.map((d) => (
              <tr key={`${p.platform} ${d.day}`}>
                <td>{word('platform', p.platform)}</td>
                <td className="tight">{calendarDay(d.day, language)}</td>
                {columns.map((name) => (
                  <td className="tight" key={name} data-label={t(`platforms.${name}`)}>
                    {integer(d[name], language)}
                  </td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  );
}
