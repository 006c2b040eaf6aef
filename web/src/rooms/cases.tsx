import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { Link, useSearchParams } from 'react-router-dom';
import type { CaseLine } from '../api/types.js';
import { Fault, Loading, State, When } from '../parts/parts.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';

const STATES = ['open', 'verifying', 'confirmed', 'dismissed', 'closed'];

export default function Cases() {
  const { t, word } = useText();
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const list = usePages<CaseLine>('cases', '/cases', { state: search.get('state'), q: search.get('q') });
  return (
    <div className="pad stack">
      <div className="row">
        <h1>{t('nav.cases')}</h1>
        <SegmentedControl
          size="xs"
          value={search.get('state') ?? ''}
          onChange={(v) => set('state', v)}
          data={[{ value: '', label: t('list.all') }, ...STATES.map((s) => ({ value: s, label: word('case', s) }))]}
        />
        <TextInput
          className="end"
          placeholder="2026-0000…"
          inputMode="numeric"
          defaultValue={search.get('q') ?? ''}
          onChange={(e) => set('q', e.currentTarget.value.replace(/[^\d-]/g, ''))}
          aria-label={t('list.filter')}
        />
      </div>
      <Fault error={list.error} />
      {list.isPending ? (
        <Loading />
      ) : list.items.length === 0 ? (
        <p className="soft">{t('list.empty')}</p>
      ) : (
        <table className="list">
          <tbody>
            {list.items.map((c) => (
              <tr key={c.id}>
                <td>
                  <Link to={`/cases/${c.id}`}>
                    <b>{c.number}</b>
                  </Link>
                </td>
                <td>
                  <State kind="case" value={c.state} />
                </td>
                <td>
                  <span className="two">{c.title}</span>
                </td>
                <td>{c.assignee?.name ?? <span className="soft">{t('case.nobody')}</span>}</td>
                <td className="soft">
                  <When at={c.openedAt} only="relative" />
                  {c.overdue && <b> · {t('case.overdue')}</b>}
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
    </div>
  );
}
