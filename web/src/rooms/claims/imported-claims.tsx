import { Alert, Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { ApprovedVersions, Claim } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import '../../parts/desks.css';
import { PagedList } from '../../parts/paged-list.js';
import { Fault, State } from '../../parts/parts.js';
import { SentBackMark } from '../../parts/sent-back.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { ClaimContent } from './claim-content.js';
import './claims.css';

const AT_ONCE = 100;

/** The claims of one import, each whole: a second person reads them, chooses, and puts those in force. */
export default function ImportedClaims() {
  const { t, problem } = useText();
  const { id } = useParams();
  const me = useMe().data!;
  const list = usePages<Claim>(['claims', 'import', id!], '/claims', { importId: id }, undefined, true);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [refused, tell] = useState<Record<string, string>>({});
  const waits = (c: Claim) => !c.approvedAt && !c.returnedAt && c.state === 'draft';
  const mine = (c: Claim) => may(me, 'claim.approve') && waits(c) && c.draftedById !== me.staffId;
  const open = list.items.filter(mine).slice(0, AT_ONCE);
  const approve = useAct<string[], ApprovedVersions>((versionIds, key) => call('POST', '/claim-versions/approve', { versionIds }, key), {
    refresh: [['claims'], ['claim'], ['claim-imports'], ['work'], ['counts']],
    done: ({ versions }) => {
      tell(Object.fromEntries(versions.flatMap((v) => (v.problem ? [[v.versionId, v.problem]] : []))));
      choose(new Set());
    },
  });
  const set = (versionId: string, on: boolean) =>
    choose((old) => new Set(on ? [...old, versionId].slice(0, AT_ONCE) : [...old].filter((v) => v !== versionId)));
  const all = open.length > 0 && open.every((c) => chosen.has(c.versionId));
  return (
    <div className="pad stack">
      <div className="desk-head">
        <h1>{t('exchange.imported')}</h1>
        <Link className="plain" to="/claims/imports">
          {t('exchange.allimports')}
        </Link>
      </div>
      <p className="flat soft">{t(may(me, 'claim.approve') ? 'exchange.approvehint' : 'exchange.second')}</p>
      {open.length > 0 && (
        <Checkbox
          label={t('exchange.chooseall', { n: open.length })}
          checked={all}
          indeterminate={!all && chosen.size > 0}
          onChange={() => choose(new Set(all ? [] : open.map((c) => c.versionId)))}
        />
      )}
      <PagedList list={list} nothing={t('exchange.noneofthese')}>
        {(claims) =>
          claims.map((c) => (
            <article key={c.id} className="claim stack" data-on={chosen.has(c.versionId)}>
              <div className="row">
                {mine(c) && (
                  <Checkbox
                    size="xs"
                    aria-label={t('exchange.choose', { text: c.wordings[0]?.text ?? '' })}
                    checked={chosen.has(c.versionId)}
                    onChange={(e) => set(c.versionId, e.currentTarget.checked)}
                  />
                )}
                <State kind="claim" value={c.state} />
                {c.returnedAt && <SentBackMark />}
                <span className="soft small">{t('claim.by', { name: c.draftedBy ?? '–' })}</span>
                <Link className="plain small end" to={`/claims?id=${c.id}`}>
                  {t('exchange.single')}
                </Link>
              </div>
              {refused[c.versionId] && (
                <Alert color="orange" py={4}>
                  {problem({ code: refused[c.versionId], title: refused[c.versionId], status: 409 })}
                </Alert>
              )}
              <ClaimContent claim={c} />
            </article>
          ))
        }
      </PagedList>
      {chosen.size > 0 && (
        <div className="bulk" role="region" aria-label={t('desk.selected', { n: chosen.size })}>
          <b>{t('desk.selected', { n: chosen.size })}</b>
          <Button loading={approve.busy} onClick={() => approve.go([...chosen])}>
            {t('exchange.approve', { n: chosen.size })}
          </Button>
          <Button className="end" variant="subtle" color="gray" onClick={() => choose(new Set())}>
            {t('desk.unselect')}
          </Button>
        </div>
      )}
      <Fault problem={approve.problem} />
    </div>
  );
}
