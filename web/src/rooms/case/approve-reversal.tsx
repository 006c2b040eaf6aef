import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Hash } from '../../parts/hash.js';
import { Fault } from '../../parts/parts.js';
import { StepUp } from '../../parts/step-up.js';
import { useText } from '../../text/language.js';
import { Name } from './reversal-lines.js';
import { touched } from './use-case.js';
import { approve, waitingOf, type ApprovalResult, type Approvals, type ReversalLine } from './use-reversal.js';

const ASKED_AGAIN = ['step-up-needed', 'second-factor-needed'];

/** Exactly what is approved, by hash; then what became of each. */
export function ApproveReversal({ caseId, lines, close }: { caseId: string; lines: ReversalLine[]; close: () => void }) {
  const { t, word } = useText();
  const me = useMe().data!;
  // what was read here is what is approved
  const [shown] = useState(() => waitingOf(lines));
  const [results, tell] = useState<ApprovalResult[]>([]);
  const act = useAct<ReversalLine[], Approvals>((wanted, key) => approve(caseId, wanted, key), {
    refresh: [...touched(caseId), ['takedowns'], ['takedown'], ['penalties'], ['penalty'], ['corrections'], ['correction']],
    done: (told) => tell((before) => [...before.filter((b) => !told.results.some((r) => r.id === b.id)), ...told.results]),
  });
  const resultOf = (l: ReversalLine) => results.find((r) => r.id === l.draft!.id && r.kind === l.draft!.kind);
  const again = shown.filter((l) => ASKED_AGAIN.includes(resultOf(l)?.code ?? ''));
  const over = results.length > 0 && again.length === 0;
  const title = t('reversal.approve', { n: shown.length });
  return (
    <Dialog opened onClose={close} title={title} size={860}>
      <div className="stack">
        <p className="flat">{t('reversal.checkhint')}</p>
        <ul className="card lines">
          {shown.map((l) => (
            <li key={`${l.kind} ${l.id}`} className="row">
              <Name line={l} />
              {l.next && <span>{word('act', l.next.act)}</span>}
              <span className="end">{resultOf(l) ? <Result of={resultOf(l)!} /> : <Hash value={l.draft!.contentHash} />}</span>
            </li>
          ))}
        </ul>
        <Fault problem={act.problem} />
        {again.length > 0 && <StepUp has={me.secondFactor} close={close} done={() => act.go(again)} />}
        {again.length === 0 && (
          <div className="row">
            {!over && (
              <Button data-autofocus loading={act.busy} onClick={() => act.go(shown)}>
                {title}
              </Button>
            )}
            <Button variant="default" onClick={close}>
              {t(over ? 'act.close' : 'act.cancel')}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Result({ of }: { of: ApprovalResult }) {
  const { t, word, problem } = useText();
  const refused = of.result === 'refused';
  const why = of.code ? problem({ code: of.code, title: of.code, status: 422 }) : '';
  return (
    <span className={`icon-word wraps ${refused ? 'late' : 'good'}`} role="status">
      {refused ? <IconCircleX size={15} aria-hidden /> : <IconCircleCheck size={15} aria-hidden />}
      {t(`reversal.result.${of.result}`)}
      {refused && `: ${[why, ...of.lacks.map((l) => word('lacks', l))].join(' · ')}`}
    </span>
  );
}
