import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call, get } from '../../api/client.js';
import type { ClaimFull, ClaimAct } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading } from '../../parts/parts.js';
import { ReadFirst } from '../../parts/read-first.js';
import { SendBack } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import { changesOf } from './claim-changes.js';
import { ClaimContent } from './claim-content.js';

const REFRESH = [['claims'], ['claim'], ['work'], ['counts']];

/** Approving a claim begins with reading it. */
export function ClaimApproval({ claimId, text }: { claimId: string; text: string }) {
  const { t } = useText();
  const [reading, setReading] = useState(false);
  return (
    <ReadFirst name={text} title={t('claim.approve')} reading={reading} turn={setReading}>
      <Reading claimId={claimId} close={() => setReading(false)} />
    </ReadFirst>
  );
}

/** The version that waits, whole, beside the one in force; what is approved is what is shown. */
function Reading({ claimId, close }: { claimId: string; close: () => void }) {
  const { t, word } = useText();
  const file = useQuery({ queryKey: ['claim', 'file', claimId], queryFn: ({ signal }) => get<ClaimFull>(`/claims/${claimId}`, signal) });
  const approve = useAct<string>((id, key) => call('POST', `/claim-versions/${id}/approve`, {}, key), { refresh: REFRESH, done: close });
  const [back, ask] = useState<ClaimAct | null>(null);
  const sendBack = useAct<string>(
    (reason, key) => call('POST', `/claim-versions/${back!.versionId}/return`, { reason, version: file.data!.version }, key),
    { refresh: REFRESH, done: close },
  );
  if (!file.data) return file.error ? <Fault error={file.error} /> : <Loading />;
  const [waiting] = file.data.versions;
  const inForce = file.data.versions.find((v) => v.id === file.data.currentVersionId && v.id !== waiting.id);
  const changes = inForce ? changesOf(inForce, waiting) : [];
  const stepOf = (act: string) => file.data.next.find((n) => n.act === act && n.versionId === waiting.id);
  const [step, returning] = [stepOf('approve'), stepOf('return')];
  return (
    <div className="stack">
      <Fault problem={approve.problem} />
      <span className="soft small">
        {t('claim.version', { n: waiting.number })} · {t('claim.by', { name: waiting.draftedBy ?? '–' })} ·{' '}
        <Moment at={waiting.draftedAt} clock="true" />
      </span>
      {inForce && (
        <b className="small">
          {changes.length > 0
            ? t('claim.changed', { fields: changes.map((field) => t(`claim.field.${field}`)).join(', ') })
            : t('claim.unchanged', { n: inForce.number })}
        </b>
      )}
      <div className="card next">
        <ClaimContent claim={waiting} />
      </div>
      {inForce && (
        <>
          <h2 className="flat">{t('claim.inforce', { n: inForce.number })}</h2>
          <div className="card">
            <ClaimContent claim={inForce} />
          </div>
        </>
      )}
      <p className="flat soft">{t('claim.approvehint')}</p>
      {step && !step.possible && (
        <span className="small">{[...step.lacks, ...(step.ownWork ? ['own-work'] : [])].map((l) => word('lacks', l)).join(' · ')}</span>
      )}
      <div className="row">
        <Button loading={approve.busy} disabled={!step?.possible} onClick={() => approve.go(waiting.id)}>
          {t('claim.approve')}
        </Button>
        {returning && (
          <Button
            variant="default"
            disabled={!returning.possible}
            onClick={() => {
              sendBack.reset();
              ask(returning);
            }}
          >
            {word('act', 'return')}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
      {back && (
        <SendBack
          draft={`claim.${back.versionId}`}
          name={waiting.wordings[0]?.text ?? ''}
          busy={sendBack.busy}
          problem={sendBack.problem}
          close={() => ask(null)}
          done={(reason, clear) => void sendBack.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </div>
  );
}
