import { Alert, Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { get, query } from '../api/client.js';
import type { LogPage } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Fault, Loading, When } from '../parts/parts.js';
import { useText } from '../text/language.js';

interface Verdict {
  holds: boolean;
  sealedTo?: string | number;
  says?: string;
}

/** The auditor's desk: every event, newest first, and whether the chain holds. */
export default function Log() {
  const { t, word } = useText();
  const [search, setSearch] = useSearchParams();
  const [type, setType] = useState(search.get('type') ?? '');
  const filter = { type: search.get('type'), subject: search.get('subject') };
  const log = useInfiniteQuery({
    queryKey: ['log', filter],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => get<LogPage>(`/log${query({ limit: 100, ...filter, cursor: pageParam })}`, signal),
    getNextPageParam: (p) => p.nextCursor,
  });
  const verify = useAct<void, Verdict>(() => get('/log/verify'), { done: setVerdict });
  const [verdict, keep] = useState<Verdict | null>(null);
  function setVerdict(v: Verdict) {
    keep(v);
  }
  const lines = log.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <div className="pad stack">
      <div className="row">
        <h1>{t('nav.log')}</h1>
        <span className="soft">{t('log.sealed', { n: log.data?.pages[0].sealedTo ?? 0 })}</span>
        <Button loading={verify.busy} onClick={() => verify.go()}>
          {t('log.verify')}
        </Button>
        <form
          className="end"
          onSubmit={(e) => {
            e.preventDefault();
            setSearch(type ? { type } : {});
          }}
        >
          <TextInput placeholder={t('log.type')} aria-label={t('log.type')} value={type} onChange={(e) => setType(e.currentTarget.value)} />
        </form>
      </div>
      {verdict && (
        <Alert color={verdict.holds ? 'teal' : 'red'} role="status">
          {verdict.holds ? t('log.holds', { n: String(verdict.sealedTo) }) : t('log.broken', { says: verdict.says ?? '' })}
        </Alert>
      )}
      <Fault error={log.error} />
      <Fault problem={verify.problem} />
      {log.isPending ? (
        <Loading />
      ) : lines.length === 0 ? (
        <p className="soft">{t('list.empty')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th>{t('log.seq')}</th>
              <th>{t('log.when')}</th>
              <th>{t('log.what')}</th>
              <th>{t('log.who')}</th>
              <th>{t('log.subject')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((e) => (
              <tr key={e.id}>
                <td>{e.seq ?? <span className="soft">{t('log.unsealed')}</span>}</td>
                <td>
                  <When at={e.recordedAt} />
                </td>
                <td>
                  {word('event', e.type)}{' '}
                  <div className="soft mono">
                    {e.type}{' '}
                    {Object.entries(e.public)
                      .filter(([k]) => k !== 'part')
                      .map(([k, v]) => `${k}=${String(v)}`)
                      .join(' ')}
                  </div>
                </td>
                <td>{e.actorName}</td>
                <td className="mono">
                  {e.subject && (
                    <a
                      href={`?subject=${e.subject}`}
                      onClick={(x) => {
                        x.preventDefault();
                        setSearch({ subject: e.subject! });
                      }}
                    >
                      {e.subject.slice(0, 8)}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {log.hasNextPage && (
        <Button variant="default" onClick={() => void log.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </div>
  );
}
