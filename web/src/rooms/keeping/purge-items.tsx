import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { PurgeBatch, PurgeItem } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { mediaName } from '../../parts/media-name.js';
import { Moment } from '../../parts/moment.js';
import { PagedList } from '../../parts/paged-list.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';

/** Its address says which it is. */
const isLink = (kind: PurgeItem['kind']): boolean => kind === 'capture' || kind === 'source';

/** What stands on a list: which it is, since when it is due, and what became of it. */
export function PurgeItems({ batch: b }: { batch: PurgeBatch }) {
  const { t, word } = useText();
  const me = useMe().data!;
  const which = (kind: PurgeItem['kind'], about: string) => {
    if (isLink(kind)) return about;
    if (kind === 'file') return t(...mediaName(about));
    return word(kind === 'party' ? 'role' : 'channel', about);
  };
  const [asked, setAsked] = useState<string | null>(null);
  const list = usePages<PurgeItem>(['retention items', b.id], `/retention/${b.id}/items`);
  const keep = useAct<{ id: string; reason: string }>(
    ({ id, reason }, key) => call('POST', `/retention/${b.id}/items/${id}/keep`, { reason, version: b.version }, key),
    { refresh: [['retention'], ['retention items', b.id]], done: () => setAsked(null) },
  );
  return (
    <>
      <PagedList list={list} nothing={t('keeping.nothing')}>
        {(rows) => (
          <table className="list">
            <thead>
              <tr>
                <th>{t('keeping.what')}</th>
                <th className="tight">{t('keeping.ended')}</th>
                <th className="tight">{t('keeping.dueat')}</th>
                <th>{t('keeping.state')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((i) => (
                <tr key={i.id}>
                  <td>
                    {i.caseId ? (
                      <Link className="plain" to={`/cases/${i.caseId}${i.kind === 'party' ? '#parties' : '#exhibits'}`}>
                        {i.caseNumber}
                      </Link>
                    ) : (
                      i.postId && (
                        <Link className="plain" to={`/posts/${i.postId}`}>
                          {word('purgekind', i.kind)}
                        </Link>
                      )
                    )}
                    {i.about && <div className={isLink(i.kind) ? 'mono soft' : 'soft'}>{which(i.kind, i.about)}</div>}
                  </td>
                  <td className="tight" data-label={t('keeping.ended')}>
                    <Moment at={i.since} only="exact" />
                  </td>
                  <td className="tight" data-label={t('keeping.dueat')}>
                    <Moment at={i.dueAt} only="exact" />
                  </td>
                  <td data-label={t('keeping.state')}>
                    {word('purgeitem', i.state)}
                    {i.said && <div className="soft">{word('purgesaid', i.said)}</div>}
                    {i.reason && <div className="wrap">{i.reason}</div>}
                    {i.settledBy && <div className="soft">{i.settledBy}</div>}
                    {b.state === 'proposed' && i.state === 'due' && may(me, 'retention.submit') && (
                      <div>
                        <Button
                          size="compact-xs"
                          variant="default"
                          onClick={() => {
                            keep.reset();
                            setAsked(i.id);
                          }}
                        >
                          {t('keeping.keep')}
                        </Button>
                      </div>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </PagedList>
      {asked && (
        <AskReason
          draft={`retention.keep.${asked}`}
          title={t('keeping.keep')}
          label={t('hold.why')}
          go={t('keeping.keep')}
          least={10}
          most={500}
          busy={keep.busy}
          problem={keep.problem}
          close={() => setAsked(null)}
          done={(reason, clear) => void keep.goAsync({ id: asked, reason }).then(clear, () => undefined)}
        />
      )}
    </>
  );
}
