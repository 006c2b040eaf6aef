import { Alert } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { may, useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { Moment } from '../../parts/moment.js';
import { NextSteps, type Places } from '../../parts/next-steps.js';
import { Fault } from '../../parts/parts.js';
import { SendBack, SentBack } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import type { TextKey } from '../../text/texts.js';
import { integer } from '../../text/time.js';
import { CheckDialog } from './check-dialog.js';
import { EvidenceLack } from './evidence-lack.js';
import type { TakedownAct, TakedownFull } from './types.js';
import { take, touched, type Said } from './use-takedown.js';

const CHECKED = new Set(['approve', 'send', 'send-by-hand']);
function placesOf(file: TakedownFull, mayAttach: boolean): Places {
  const edit = file.next.some((n) => n.act === 'change') ? '#edit' : undefined;
  return {
    'judged-false': `/cases/${file.caseId}#posts`,
    'case-confirmed': `/cases/${file.caseId}`,
    'sealed-evidence': mayAttach ? `/cases/${file.caseId}#exhibits` : undefined,
    'new-version': edit,
    'no-blank': edit,
    'exact-urls': edit,
    'legal-basis': edit,
    'way-ready': edit,
  };
}

/** What a platform refused is not over: its answer may change, and so may what is seen. */
const REFUSED = ['refused', 'restoration-refused'] as const;

/** Whom or what it waits for, when that is not this person. */
function waitsFor(file: TakedownFull, steps: TakedownAct[]): TextKey | null {
  if (file.state === 'draft' && file.returned) return 'desk.sentbackwaits';
  if (file.state === 'draft' && !steps.some((s) => s.act === 'approve' && !s.ownWork)) return 'takedown.waits.draft';
  if (file.state === 'approved' && !steps.some((s) => s.act.startsWith('send'))) return 'takedown.waits.approved';
  if (file.nobodyAnswers) return 'takedown.waits.nobody';
  if (file.state === 'sent' && file.items.some((i) => i.state === 'awaiting' || i.state === 'reappeared' || i.state === 'asked-back'))
    return 'takedown.waits.sent';
  if (file.state === 'sent' && file.items.some((i) => i.state === 'restoration-claimed' || i.state === 'restoration-partial'))
    return 'takedown.waits.restored';
  return null;
}

/** What may be done with the request now. What leaves the house goes over a page that shows it word for word. */
export function TakedownNext({ file }: { file: TakedownFull }) {
  const { t, word, language } = useText();
  const go = useNavigate();
  const me = useMe().data;
  const [asked, setAsked] = useState<TakedownAct | null>(null);
  const act = useAct<{ next: TakedownAct; said: Said }, { withdrawalId?: string | null } | undefined>(
    ({ next, said }, key) => take(file, next, said, key),
    {
      refresh: touched(file.id),
      done: (out) => {
        setAsked(null);
        if (out?.withdrawalId) void go(`/takedowns/${out.withdrawalId}`);
      },
    },
  );
  const steps = file.next.filter((n) => n.act !== 'change' && n.act !== 'call-back');
  const ask = (next: TakedownAct) => {
    act.reset();
    setAsked(next);
  };
  const done = (said: Said, clear: () => void) => void act.goAsync({ next: asked!, said }).then(clear, () => undefined);
  const open = file.blanks.filter((b) => b.open);
  const others = waitsFor(file, steps);
  const refused = (file.state === 'sent' ? REFUSED : [])
    .map((state) => ({ state, n: file.items.filter((i) => i.state === state).length }))
    .filter(({ n }) => n > 0);
  if (steps.length === 0 && open.length === 0 && !others && refused.length === 0) return null;
  return (
    <div className="card next stack">
      {file.held && (
        <Alert color="orange" py={6}>
          {t('takedown.held', { lacks: file.held.lacks.map((lack) => word('lacks', lack)).join('; ') })} <Moment at={file.held.at} />
        </Alert>
      )}
      {!asked && <Fault problem={act.problem} />}
      <div className="next-line">
        <h2>{t('case.next')}</h2>
        <NextSteps next={steps} act={ask} busy={act.busy} places={placesOf(file, may(me, 'case.exhibit'))} />
        {others && <span className="soft">{t(others)}</span>}
      </div>
      {file.state === 'draft' && <SentBack of={file.contents[0]} />}
      {refused.map(({ state, n }) => (
        <div key={state}>
          {t(`takedown.waits.${state}`, { n: integer(n, language) })}{' '}
          <Link className="plain" to={`?tab=links&state=${state}`}>
            {t('takedown.tolinks')}
          </Link>
        </div>
      ))}
      {open.length > 0 && (
        <div className="small late">{t('takedown.openblanks', { names: open.map((b) => b.label[language]).join('; ') })}</div>
      )}
      {file.next.some((n) => n.act === 'change' || n.act === 'approve') && <EvidenceLack file={file} />}
      {asked && CHECKED.has(asked.act) && (
        <CheckDialog file={file} next={asked} busy={act.busy} problem={act.problem} close={() => setAsked(null)} done={done} />
      )}
      {asked?.act === 'return' && (
        <SendBack
          draft={`takedown.${file.id}`}
          name={file.reference}
          busy={act.busy}
          problem={act.problem}
          close={() => setAsked(null)}
          done={(reason, clear) => done({ reason }, clear)}
        />
      )}
      {asked && asked.act !== 'return' && !CHECKED.has(asked.act) && (
        <AskReason
          key={asked.act}
          draft={`takedown.${file.id}.${asked.act}`}
          title={`${word('act', asked.act)}: ${file.reference}`}
          label={t(asked.act === 'note-bounce' ? 'takedown.bouncesays' : 'takedown.reason')}
          says={
            <div className="soft">
              {t(asked.act === 'note-bounce' ? 'takedown.bouncehint' : file.sentAt ? 'takedown.withdrawsent' : 'takedown.withdrawdraft')}
            </div>
          }
          go={word('act', asked.act)}
          busy={act.busy}
          problem={act.problem}
          close={() => setAsked(null)}
          done={(reason, clear) => done({ reason }, clear)}
        />
      )}
    </div>
  );
}
