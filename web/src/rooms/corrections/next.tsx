import { useState } from 'react';
import { useAct } from '../../api/use-act.js';
import { AskReason, Sure } from '../../parts/ask-reason.js';
import { NextSteps } from '../../parts/next-steps.js';
import { Fault } from '../../parts/parts.js';
import { SendBack, SentBack } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import type { TextKey } from '../../text/texts.js';
import { Preview } from './preview.js';
import { take, touched, type CorrectionAct, type CorrectionFull } from './use-correction.js';

const REASONS: Partial<Record<string, TextKey>> = {
  keep: 'correction.keepwhy',
  'propose-withdrawal': 'correction.withdrawwhy',
};

/** What may be done with the correction now. What the public will read is shown word for word before it is published. */
export function CorrectionNext({ file }: { file: CorrectionFull }) {
  const { t, word } = useText();
  const [asked, setAsked] = useState<CorrectionAct | null>(null);
  const act = useAct<{ next: CorrectionAct; reason?: string }>(({ next, reason }, key) => take(file, next, reason, key), {
    refresh: touched(file.id),
    done: () => setAsked(null),
  });
  const steps = file.next.filter((n) => n.act !== 'change');
  const proposed = file.withdrawals.find((w) => w.agreed === null);
  const returned = file.state === 'draft' && file.versions[0].returnedAt !== null;
  const waits = file.state === 'draft' && !returned && !steps.some((s) => s.act === 'publish');
  if (steps.length === 0 && !waits && !proposed && !returned) return null;
  const ask = (next: CorrectionAct) => {
    act.reset();
    setAsked(next);
  };
  const shared = { busy: act.busy, problem: act.problem, close: () => setAsked(null) };
  const title = asked ? word('act', asked.act) : '';
  const edit = file.next.some((n) => n.act === 'change') ? '#edit' : undefined;
  return (
    <div className="card next stack">
      {!asked && <Fault problem={act.problem} />}
      <div className="next-line">
        <h2>{t('case.next')}</h2>
        <NextSteps
          next={steps}
          act={ask}
          busy={act.busy}
          places={{ 'no-blank': edit, source: edit, 'new-version': edit, 'claim-in-force': edit ?? `/claims?id=${file.claimId}` }}
        />
        {waits && <span className="soft">{t('correction.waits')}</span>}
        {returned && <span className="soft">{t('desk.sentbackwaits')}</span>}
      </div>
      {returned && <SentBack of={file.versions[0]} />}
      {proposed && (
        <div className="small wrap">
          <b>{t('correction.proposedby', { name: proposed.proposedBy ?? '–' })}</b> “{proposed.reason}”
        </div>
      )}
      {asked?.act === 'publish' && (
        <Sure
          title={title}
          size="xl"
          says={
            <div className="stack">
              <p className="flat">{t('correction.publishhint')}</p>
              <Preview file={file} />
            </div>
          }
          {...shared}
          done={() => act.go({ next: asked })}
        />
      )}
      {asked?.act === 'return' && (
        <SendBack
          draft={`correction.${file.id}`}
          name={file.title || t('correction.untitled')}
          {...shared}
          done={(reason, clear) => void act.goAsync({ next: asked, reason }).then(clear, () => undefined)}
        />
      )}
      {asked && REASONS[asked.act] && (
        <AskReason
          key={asked.act}
          draft={`correction.${file.id}.${asked.act}`}
          title={title}
          label={t(REASONS[asked.act]!)}
          go={title}
          {...shared}
          done={(reason, clear) => void act.goAsync({ next: asked, reason }).then(clear, () => undefined)}
        />
      )}
      {(asked?.act === 'withdraw' || asked?.act === 'decline-withdrawal') && (
        <Sure
          title={title}
          says={
            <>
              <p className="flat">{t(asked.act === 'withdraw' ? 'correction.withdrawhint' : 'correction.declinehint')}</p>
              <b className="wrap">“{proposed?.reason}”</b>
            </>
          }
          {...shared}
          done={() => act.go({ next: asked })}
        />
      )}
    </div>
  );
}
