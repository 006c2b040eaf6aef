import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { get } from '../api/client.js';
import type { Overview } from '../api/types.js';
import '../parts/desks.css';
import { Moment } from '../parts/moment.js';
import { Fault, Loading } from '../parts/parts.js';
import { Section } from '../parts/section.js';
import { useText } from '../text/language.js';
import { calendarDay } from '../text/time.js';
import { DoneTable } from './overview/done.js';
import './overview/overview.css';
import { Rises } from './overview/rises.js';
import { WaitingTable } from './overview/waiting.js';

const RENEW_MS = 60_000;

/** The office at a glance: what rises, what waits, what is late, what was done; each figure opens its list. */
export default function OverviewPage() {
  const { t, language } = useText();
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => get<Overview>('/overview', signal),
    refetchInterval: RENEW_MS,
  });
  if (overview.error && !overview.data)
    return (
      <div className="pad">
        <Fault error={overview.error} />
      </div>
    );
  if (!overview.data) return <Loading />;
  const { asOf, period, rises, waits, late, done } = overview.data;
  const day = (at: string) => calendarDay(at, language);
  const { from, to, before, days } = period;
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('nav.overview')}</h1>
        <span className="soft small">
          {t('overview.asof')} <Moment at={asOf} only="exact" />
        </span>
        <Link className="plain" to="/overview/platforms">
          {t('platforms.title')}
        </Link>
      </div>
      <Fault error={overview.error} />
      <p className="soft small flat">
        {t('overview.period', { from: day(from), to: day(to), n: days, bfrom: day(before.from), bto: day(before.to) })}{' '}
        {t('overview.totals')}
      </p>
      <div className="overview">
        <div>
          <Section id="late" title={t('overview.late')}>
            <WaitingTable of={late} nothing={t('overview.nothinglate')} />
          </Section>
          <Section id="waits" title={t('overview.waits')}>
            <WaitingTable of={waits} nothing={t('overview.nothingwaits')} />
          </Section>
        </div>
        <div>
          <Section id="done" title={t('overview.done')}>
            <DoneTable of={done} />
          </Section>
          <Section id="rises" title={t('overview.rises')}>
            <Rises of={rises} />
          </Section>
        </div>
      </div>
    </div>
  );
}
