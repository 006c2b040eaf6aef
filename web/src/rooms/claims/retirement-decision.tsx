import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, get } from '../../api/client.js';
import type { ClaimFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { ClaimContent } from './claim-content.js';

/** Letting a claim go begins with reading it, and why. */
export function RetirementDecision({ claimId, text }: { claimId: string; text: string }) {
  const { t } = useText();
  const [reading, setReading] = useState(false);
  return (
    <>
      <Button onClick={() => setReading(true)} aria-label={`${t('claim.readretire')}: ${text}`}>
        {t('claim.readretire')}
      </Button>
      <Dialog opened={reading} onClose={() => setReading(false)} title={t('claim.retire')} size="lg">
        <Reading claimId={claimId} close={() => setReading(false)} />
      </Dialog>
    </>
  );
}

function Reading({ claimId, close }: { claimId: string; close: () => void }) {
  const { t, word } = useText();
  const file = useQuery({ queryKey: ['claim', 'file', claimId], queryFn: ({ signal }) => get<ClaimFull>(`/claims/${claimId}`, signal) });
  const decide = useAct<boolean>(
    (agreed, key) => call('POST', `/claims/${claimId}/retirement/decision`, { agreed, version: file.data!.version }, key),
    { refresh: [['claims'], ['claim'], ['work'], ['counts']], done: close },
  );
  if (!file.data) return file.error ? <Fault error={file.error} /> : <Loading />;
  const { retirement: asked, versions, currentVersionId, next } = file.data;
  const step = next.find((n) => n.act === 'retire');
  return (
    <div className="stack">
      <Fault problem={decide.problem} />
      {asked && (
        <div className="card wrap">
          <b>{asked.reason}</b>
          <div className="soft small">
            {t('claim.retireby', { name: asked.proposedBy })} · <Moment at={asked.proposedAt} clock="true" />
          </div>
        </div>
      )}
      <div className="card">
        <ClaimContent claim={versions.find((v) => v.id === currentVersionId) ?? versions[0]} />
      </div>
      <p className="flat soft">{t('claim.retirehint')}</p>
      {step?.ownWork && <span className="small">{word('lacks', 'own-work')}</span>}
      <div className="row">
        <Button loading={decide.busy} disabled={!step?.possible} onClick={() => decide.go(true)}>
          {t('claim.retire')}
        </Button>
        <Button variant="default" loading={decide.busy} disabled={!step?.possible} onClick={() => decide.go(false)}>
          {t('claim.retiredecline')}
        </Button>
      </div>
    </div>
  );
}
