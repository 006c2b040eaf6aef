import { Tabs } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { InLog } from '../parts/in-log.js';
import { Moment } from '../parts/moment.js';
import { Overtaken } from '../parts/overtaken.js';
import { Fault, Loading, State } from '../parts/parts.js';
import Present from '../parts/present.js';
import { SentBackMark } from '../parts/sent-back.js';
import '../parts/desks.css';
import { useRecent } from '../parts/recent.js';
import { useFilters } from '../parts/use-filters.js';
import { useText } from '../text/language.js';
import { TakedownContent } from './takedown/content.js';
import { Deliveries } from './takedown/deliveries.js';
import { Leaving } from './takedown/leaving.js';
import { TakedownLinks } from './takedown/links.js';
import { TakedownNext } from './takedown/next.js';
import { Tally } from './takedown/tally.js';
import type { TakedownFull } from './takedown/types.js';
import { useTakedown } from './takedown/use-takedown.js';

/** One request: what it says word for word, who approved it, what left, and what became of each link. */
export default function Takedown() {
  const { t } = useText();
  const { id } = useParams();
  const [chosen, set] = useFilters();
  const file = useTakedown(id!);
  useRecent('takedown', id!, file.data?.reference, file.error);
  if (file.error && !file.data)
    return (
      <div className="pad">
        <Fault error={file.error} />
      </div>
    );
  if (!file.data) return <Loading />;
  const d = file.data;
  const asked = d.items.length > 0;
  return (
    <div className="wide stack" key={d.id}>
      <Head file={d} />
      {d.state === 'sending' && d.leavesAt && <Leaving file={d} stop={d.next.find((n) => n.act === 'call-back')} />}
      <Overtaken claims={d.overtaken} says={t(d.sentAt ? 'over.sent' : 'over.draft')} />
      <TakedownNext file={d} />
      <Tabs
        value={chosen('tab') || (asked ? 'links' : 'content')}
        onChange={(tab) => set({ tab: tab ?? '' }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb={10}>
          <Tabs.Tab value="content">{t('takedown.contents')}</Tabs.Tab>
          <Tabs.Tab value="links">
            {t('takedown.items')} ({asked ? d.items.length : d.content.items.length})
          </Tabs.Tab>
          <Tabs.Tab value="deliveries">
            {t('takedown.deliveries')} ({d.deliveries.length})
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="content">
          <TakedownContent file={d} />
        </Tabs.Panel>
        <Tabs.Panel value="links">
          <TakedownLinks file={d} />
        </Tabs.Panel>
        <Tabs.Panel value="deliveries">
          <Deliveries file={d} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function Head({ file: d }: { file: TakedownFull }) {
  const { t, word } = useText();
  return (
    <header className="stack" style={{ gap: 4 }}>
      <div className="desk-head">
        <h1>{d.reference}</h1>
        <State kind="takedown" value={d.state} />
        {d.returned && d.state === 'draft' && <SentBackMark />}
        {d.kind === 'withdrawal' && <b>{t('takedown.kind.withdrawal')}</b>}
        <span>{word('platform', d.platform)}</span>
        <Link className="plain" to={`/cases/${d.caseId}`}>
          {t('takedown.ofcase', { number: d.caseNumber })}
        </Link>
        <span className="soft small">
          {t('takedown.writtenby', { name: d.createdBy ?? t('desk.house') })} · <Moment at={d.createdAt} only="relative" />
        </span>
        <InLog subject={d.id} />
        <Present kind="takedown" id={d.id} />
        {d.sentAt && (
          <span className="soft small">
            {t('takedown.sentat')} <Moment at={d.sentAt} />
          </span>
        )}
      </div>
      {d.items.length > 0 && <Tally states={d.items.map((i) => i.state)} links={d.links} overdue={d.overdue} />}
      {d.kind === 'withdrawal' && d.items.length > 1 && <b className="small">{word('restoration', d.rollUp)}</b>}
      {d.withdraws && (
        <div className="small">
          {t('takedown.withdraws')}{' '}
          <Link className="plain" to={`/takedowns/${d.withdraws}`}>
            {t('takedown.thatrequest')}
          </Link>
        </div>
      )}
      {d.withdrawal && (
        <div className="small">
          {t('takedown.haswithdrawal')}{' '}
          <Link className="plain" to={`/takedowns/${d.withdrawal.id}`}>
            {word('takedown', d.withdrawal.state)}
          </Link>
          {d.withdrawal.rollUp !== 'none' && <> · {word('restoration', d.withdrawal.rollUp)}</>}
        </div>
      )}
      {d.notes.map((n, i) => (
        <div key={i} className="small wrap">
          <span className="soft">
            {word('act', n.act)} · {n.by ?? t('desk.house')} · <Moment at={n.at} only="relative" />:
          </span>{' '}
          “{n.reason}”
        </div>
      ))}
    </header>
  );
}
