import { useState } from 'react';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { AskReason, Sure } from '../../parts/ask-reason.js';
import { NextSteps } from '../../parts/next-steps.js';
import { Fault } from '../../parts/parts.js';
import { SendBack, SentBack } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import type { TextKey } from '../../text/texts.js';
import { ComplaintDialog } from '../complaints/complaint-dialog.js';
import { AnnulmentDialog } from './annulment-dialog.js';
import { PaymentDialog, RefundDialog } from './money-dialogs.js';
import { placesOf } from './places.js';
import { ServiceDialog } from './service-dialog.js';
import { SignDialog } from './sign-dialog.js';
import type { DecisionFull, Law, NextAct } from './types.js';
import { touched } from './use-penalty.js';

/** Whom it waits for, when that is not this person. */
function waitsFor(file: DecisionFull, steps: NextAct[]): TextKey | null {
  const open = (act: string) => steps.some((s) => s.act === act && !s.ownWork);
  if (file.state === 'draft' && file.returned) return 'desk.sentbackwaits';
  if (file.state === 'draft' && !open('sign')) return 'penalty.waits.draft';
  if (file.state === 'signed' && !open('number')) return 'penalty.waits.signed';
  if (file.state === 'numbered' && !open('serve')) return 'penalty.waits.numbered';
  return null;
}

/** What may be done with a decision now, and what each act still lacks. */
export function DecisionNext({ file, law, name }: { file: DecisionFull; law: Law; name: string | null }) {
  const { t, word } = useText();
  const [asked, setAsked] = useState<NextAct | null>(null);
  const { id, version } = file;
  const act = useAct<{ path: 'cancel' | 'number' | 'void' | 'return'; reason?: string; contentHash?: string }>(
    ({ path, ...said }, key) => call('POST', `/penalties/${id}/${path}`, { version, ...said }, key),
    { refresh: touched(file.caseId), done: () => setAsked(null) },
  );
  const steps = file.next.filter((n) => n.act !== 'change' || file.kind === 'annulment');
  const waits = waitsFor(file, steps);
  if (steps.length === 0 && !waits) return null;
  const close = () => setAsked(null);
  const title = asked ? word('act', asked.act) : '';
  return (
    <div className="card next stack">
      <h2>{t('case.next')}</h2>
      {!asked && <Fault problem={act.problem} />}
      <NextSteps
        next={steps}
        act={(next) => {
          act.reset();
          setAsked(next);
        }}
        busy={act.busy}
        places={placesOf(file)}
      />
      {waits && <span className="soft">{t(waits)}</span>}
      {file.state === 'draft' && <SentBack of={file.versions[0]} />}
      {asked?.act === 'sign' && <SignDialog file={file} name={name} close={close} />}
      {asked?.act === 'serve' && <ServiceDialog file={file} law={law} served close={close} />}
      {asked?.act === 'note-service-failure' && <ServiceDialog file={file} law={law} served={false} close={close} />}
      {asked?.act === 'record-payment' && <PaymentDialog file={file} close={close} />}
      {asked?.act === 'refund' && <RefundDialog file={file} close={close} />}
      {asked?.act === 'record-complaint' && <ComplaintDialog file={file} law={law} close={close} />}
      {(asked?.act === 'draft-annulment' || asked?.act === 'change') && <AnnulmentDialog file={file} law={law} close={close} />}
      {asked?.act === 'number' && (
        <Sure
          title={title}
          says={t('penalty.numberhint')}
          busy={act.busy}
          problem={act.problem}
          close={close}
          done={() => act.go({ path: 'number' })}
        />
      )}
      {asked?.act === 'return' && (
        <SendBack
          draft={`penalty.${id}`}
          name={file.caseNumber}
          busy={act.busy}
          problem={act.problem}
          close={close}
          done={(reason, clear) =>
            void act.goAsync({ path: 'return', reason, contentHash: asked.contentHash }).then(clear, () => undefined)
          }
        />
      )}
      {(asked?.act === 'cancel' || asked?.act === 'void-signature') && (
        <AskReason
          draft={`penalty.${id}.${asked.act}`}
          title={title}
          label={t('case.reason')}
          go={title}
          busy={act.busy}
          problem={act.problem}
          close={close}
          done={(reason, clear) =>
            void act.goAsync({ path: asked.act === 'cancel' ? 'cancel' : 'void', reason }).then(clear, () => undefined)
          }
        />
      )}
    </div>
  );
}
