import { Alert } from '@mantine/core';
import { useState } from 'react';
import { may, useMe } from '../../api/queries.js';
import type { CaseFull, NextAct } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason, Sure } from '../../parts/ask-reason.js';
import { NextSteps, type Places } from '../../parts/next-steps.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { dong } from '../penalties/money.js';
import { FallPreview } from './reversal.js';
import { post, touched } from './use-case.js';

const WITH_REASON = new Set(['dismiss', 'close', 'reopen', 'propose-fall', 'decline-fall', 'propose-reopening', 'decline-reopening']);

function take(file: CaseFull, next: NextAct, reason: string | undefined, key: string) {
  const { version } = file;
  const said = reason ? { reason } : {};
  const turn = next.act.endsWith('-reopening') ? '/reopenings' : next.act.endsWith('-fall') ? '/falls' : null;
  if (turn && next.act.startsWith('propose-')) return post(file.id, turn, { reason, version }, key);
  if (turn)
    return post(
      file.id,
      `${turn}/decision`,
      { decision: next.act.startsWith('approve-') ? 'approved' : 'declined', ...said, version },
      key,
    );
  const over = next.act === 'close' ? { over: file.owingInterest.map((p) => p.id) } : {};
  return post(file.id, '/steps', { to: next.to, version, ...said, ...over }, key);
}
const placesOf = (file: CaseFull): Places => {
  const item = file.posts.find((p) => p.itemId)?.itemId;
  return {
    'false-statement': item ? `/triage/${item}?state=judged` : undefined,
    'sealed-exhibit': item ? `/triage/${item}?state=judged` : '#exhibits',
    'no-open-deadline': '#deadlines',
    'no-open-penalty': '#penalties',
    'no-open-fall': '#fall',
    'reopening-proposed': '#fall',
  };
};

/** What may be done with the case now, and what each act still lacks. */
export function CaseNext({ file }: { file: CaseFull }) {
  const { t, word, language } = useText();
  const me = useMe().data;
  const [asked, setAsked] = useState<NextAct | null>(null);
  const step = useAct<{ next: NextAct; reason?: string; clear?: () => void }>(({ next, reason }, key) => take(file, next, reason, key), {
    refresh: [...touched(file.id), ['takedowns']],
    done: () => setAsked(null),
  });
  const act = (next: NextAct) => {
    step.reset();
    if (WITH_REASON.has(next.act) || next.act === 'approve-fall') setAsked(next);
    else step.go({ next });
  };
  // the title is changed where it stands
  const steps = file.next.filter((a) => a.act !== 'retitle');
  const waiting = file.falls.filter((f) => !f.decision);
  const removalNext = file.state === 'confirmed' && file.totals.takedowns === 0 && !may(me, 'takedown.draft');
  if (steps.length === 0 && file.groundLost === 0 && !removalNext) return null;
  return (
    <div className={`card next stack ${waiting.length > 0 ? 'warn' : ''}`}>
      <h2>{t('case.next')}</h2>
      {file.groundLost > 0 && (
        <Alert color="orange" py={6}>
          {t('case.groundlost', { n: integer(file.groundLost, language) })}
        </Alert>
      )}
      {!asked && <Fault problem={step.problem} />}
      {removalNext && <div>{t('case.removalnext')}</div>}
      <NextSteps next={steps} act={act} busy={step.busy} places={placesOf(file)} />
      {asked?.act === 'approve-fall' && (
        <Sure
          title={word('act', asked.act)}
          size="xl"
          says={<FallPreview caseId={file.id} />}
          busy={step.busy}
          problem={step.problem}
          close={() => setAsked(null)}
          done={() => step.go({ next: asked })}
        />
      )}
      {asked && asked.act !== 'approve-fall' && (
        <AskReason
          key={asked.act}
          draft={`case.${file.id}.${asked.act}`}
          title={word('act', asked.act)}
          label={t('case.reason')}
          says={
            asked.act === 'close' && file.owingInterest.length > 0 ? (
              <div className="late stack">
                {file.owingInterest.map((p) => (
                  <span key={p.id}>{t('case.closesover', { number: p.label, amount: dong(p.interest ?? 0, language) })}</span>
                ))}
              </div>
            ) : (
              asked.act.startsWith('propose-') && (
                <div className="stack">
                  <div className="soft">{t(asked.act === 'propose-fall' ? 'case.fallsays' : 'case.reopensays')}</div>
                  {asked.act === 'propose-fall' && <FallPreview caseId={file.id} />}
                </div>
              )
            )
          }
          go={word('act', asked.act)}
          busy={step.busy}
          problem={step.problem}
          close={() => setAsked(null)}
          done={(reason, clear) => void step.goAsync({ next: asked, reason }).then(clear, () => undefined)}
        />
      )}
    </div>
  );
}
