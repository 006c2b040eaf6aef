import { Button, Modal, SegmentedControl } from '@mantine/core';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';
import { may, useMe } from '../api/queries.js';
import { Fault, Loading, State, When } from '../parts/parts.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';
import { TakedownDraft } from './takedown-draft.js';

export interface TakedownLine {
  id: string;
  reference: string;
  kind: string;
  caseId: string;
  caseNumber: string;
  platform: string;
  state: string;
  version: number;
  way: string;
  recipient: string;
  createdBy: string | null;
  createdAt: string;
  leavesAt: string | null;
  sentAt: string | null;
  itemStates: string[];
  links: number;
  overdue: number;
  nextDue: string | null;
}
const STATES = ['draft', 'approved', 'sending', 'sent', 'undeliverable', 'withdrawn'];

/** Every request with its links and clocks. */
export default function Takedowns() {
  const { t, word } = useText();
  const me = useMe().data!;
  const go = useNavigate();
  const [search, setSearch] = useSearchParams();
  const state = search.get('state') ?? '';
  const list = usePages<TakedownLine>('takedowns', '/takedowns', { state }, 15_000);
  const forCase = search.get('case');
  return (
    <div className="pad stack">
      <div className="row">
        <h1>{t('nav.takedowns')}</h1>
        <SegmentedControl
          size="xs"
          value={state}
          onChange={(v) => setSearch(v ? { state: v } : {})}
          data={[{ value: '', label: t('list.all') }, ...STATES.map((s) => ({ value: s, label: word('takedown', s) }))]}
        />
      </div>
      <Fault error={list.error} />
      {list.isPending ? (
        <Loading />
      ) : list.items.length === 0 ? (
        <p className="soft">{t('takedown.empty')}</p>
      ) : (
        <table className="list">
          <tbody>
            {list.items.map((d) => (
              <tr key={d.id}>
                <td>
                  <Link to={`/takedowns/${d.id}`}>
                    <b>{d.reference}</b>
                  </Link>
                  {d.kind === 'withdrawal' && <div className="small">{word('act', 'withdraw')}</div>}
                </td>
                <td>
                  <State kind="takedown" value={d.state} />
                </td>
                <td>{word('platform', d.platform)}</td>
                <td>
                  <span className="row">
                    {[...new Set(d.itemStates)].map((s) => (
                      <span key={s} className="row" style={{ gap: 4 }}>
                        <State kind="item" value={s} />
                        {d.itemStates.filter((x) => x === s).length}
                      </span>
                    ))}
                    {d.itemStates.length === 0 && <span className="soft">{d.links}</span>}
                  </span>
                </td>
                <td className="soft small">
                  {d.overdue > 0 && (
                    <b>
                      {t('takedown.overdue')} {d.overdue} ·{' '}
                    </b>
                  )}
                  {d.nextDue ? (
                    <>
                      {t('takedown.due', { when: '' })}
                      <When at={d.nextDue} />
                    </>
                  ) : (
                    <When at={d.createdAt} only="relative" />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      {forCase && may(me, 'takedown.draft') && (
        <Modal opened onClose={() => setSearch({})} title={t('takedown.draft')} size="xl">
          <TakedownDraft caseId={forCase} done={(id) => void go(`/takedowns/${id}`)} />
        </Modal>
      )}
    </div>
  );
}
