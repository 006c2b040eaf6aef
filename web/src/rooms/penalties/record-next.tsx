import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { AskReason, Sure } from '../../parts/ask-reason.js';
import { Dialog } from '../../parts/dialog.js';
import { NextSteps, type Places } from '../../parts/next-steps.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { OpenAnswers } from './answers-shown.js';
import { DocumentShown } from './document-card.js';
import { ExplanationDialog } from './explanation-dialog.js';
import type { People } from './people.js';
import { PresenceDialog } from './presence-dialog.js';
import { RecordText } from './record-content.js';
import type { Law, NextAct, RecordFull } from './types.js';
import { touched } from './use-penalty.js';

const placesOf = (file: RecordFull): Places => {
  const live = file.penalties.find((p) => p.kind === 'decision' && p.state !== 'cancelled');
  return {
    'case-confirmed': `/cases/${file.caseId}`,
    'judged-false': `/cases/${file.caseId}#posts`,
    'sealed-evidence': '#edit',
    'punished-once': file.other?.id ? `/penalties/records/${file.other.id}` : undefined,
    'time-answered': '#edit',
    'begin-as-shown': '#edit',
    'terms-current': '#edit',
    signatures: '#signatures',
    'presences-noted': '#signatures',
    'times-today': '#edit',
    'document-complete': '#document',
    'no-decision': live && `/penalties/${live.id}`,
  };
};

/** What may be done with a violation record now. What those present signed is shown once more before it is drawn up. */
export function RecordNext({ file, law, people }: { file: RecordFull; law: Law; people: People | null }) {
  const { t, word } = useText();
  const go = useNavigate();
  const [asked, setAsked] = useState<NextAct | null>(null);
  const { id, version, contentHash } = file;
  const act = useAct<{ act: string; reason?: string }>(
    ({ act: name, reason }, key) => {
      if (name === 'draw') return call('POST', `/violations/${id}/draw`, { contentHash, version }, key);
      if (name === 'cancel') return call('POST', `/violations/${id}/cancel`, { reason, version }, key);
      return call('POST', `/violations/${id}/explanation-right`, { right: file.content.explanation?.right ?? false, version }, key);
    },
    { refresh: touched(file.caseId), done: () => setAsked(null) },
  );
  const steps = file.next.filter((n) => n.act !== 'change');
  const live = file.penalties.some((p) => p.state !== 'cancelled');
  const waits = file.state === 'drawn' && !live && !steps.some((s) => s.act === 'draft-penalty');
  if (steps.length === 0 && !waits) return null;
  const ask = (next: NextAct) => {
    act.reset();
    if (next.act === 'draft-penalty') void go(`/penalties/new?record=${id}`);
    else setAsked(next);
  };
  const shared = { busy: act.busy, problem: act.problem, close: () => setAsked(null) };
  const right = file.content.explanation?.right ?? false;
  return (
    <div className="card next stack">
      <h2>{t('case.next')}</h2>
      {!asked && <Fault problem={act.problem} />}
      <NextSteps next={steps} act={ask} busy={act.busy} places={placesOf(file)} />
      {file.state === 'draft' && <OpenAnswers of={file.answers} />}
      {waits && <span className="soft">{t('penalty.waits.record')}</span>}
      {asked?.act === 'note-presence' && <PresenceDialog file={file} law={law} close={() => setAsked(null)} />}
      {asked?.act === 'record-explanation' && <ExplanationDialog file={file} law={law} close={() => setAsked(null)} />}
      {asked?.act === 'confirm-right' && (
        <Sure
          title={word('act', 'confirm-right')}
          says={
            <>
              <p className="flat">{t('penalty.confirmright')}</p>
              <b>{t(right ? 'penalty.mayexplain' : 'penalty.maynotexplain')}</b>
            </>
          }
          {...shared}
          done={() => act.go({ act: 'confirm-right' })}
        />
      )}
      {asked?.act === 'cancel' && (
        <AskReason
          draft={`violation.${id}.cancel`}
          title={word('act', 'cancel')}
          label={t('case.reason')}
          go={word('act', 'cancel')}
          {...shared}
          done={(reason, clear) => void act.goAsync({ act: 'cancel', reason }).then(clear, () => undefined)}
        />
      )}
      {asked?.act === 'draw' && (
        <Dialog opened onClose={() => setAsked(null)} title={`${word('act', 'draw')}: ${file.reference}`} size="xl">
          <div className="stack">
            <p className="flat">{t('penalty.drawhint')}</p>
            <div className="card">
              <OpenAnswers of={file.answers} />
              <RecordText content={file.content} caseId={file.caseId} people={people} />
            </div>
            <DocumentShown
              path={`/violations/${id}/document`}
              right="party.read"
              button={t('penalty.preview')}
              title={t('penalty.previewed')}
            />
            <Fault problem={act.problem} />
            <div className="row">
              <Button data-autofocus loading={act.busy} onClick={() => act.go({ act: 'draw' })}>
                {word('act', 'draw')}
              </Button>
              <Button variant="default" onClick={() => setAsked(null)}>
                {t('act.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}
