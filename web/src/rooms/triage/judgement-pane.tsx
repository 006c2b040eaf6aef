import { Button } from '@mantine/core';
import { Suspense, useState, type RefObject } from 'react';
import type { ProblemBody } from '../../api/client.js';
import type { Match, TriageAct, TriageFull } from '../../api/types.js';
import { desk } from '../../parts/desk.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { JudgedNote } from './judged.js';
import { JudgementForm } from './judgement-form.js';
import { LeaseNote } from './lease-note.js';
import { MatchCard } from './match-card.js';
import { OvertakenNote } from './overtaken-note.js';
import { SameText } from './same-text.js';
import type { JudgementDraft } from './judgement-draft.js';
import type { Hold } from './use-lease.js';

const NameClaim = desk(() => import('./name-claim.js'));
const JoinCase = desk(() => import('../case/join-case.js'));

interface Shown {
  full: TriageFull;
  acts: TriageAct[];
  open: boolean;
  at: number;
  choose: (n: number) => void;
  draft: JudgementDraft;
  change: (reason: string) => void;
  pick: (judgement: string) => void;
  reason: RefObject<HTMLTextAreaElement | null>;
  missing: 'judgement' | 'reason' | null;
  record: () => void;
  lease: { hold: Hold; take: () => void };
  problems: ProblemBody[];
  canUndo: boolean;
  undo: () => void;
  decide?: (matchId: string, decision: Match['decision']) => void;
  propose?: () => void;
  openCase?: () => void;
  again?: () => void;
  help: () => void;
}

/** The claims above, which may scroll; the judgement below, which never does. */
export function JudgementPane(shown: Shown) {
  const { t, language } = useText();
  const { full, at, choose, decide, propose, openCase, again, undo, canUndo, help, open, lease, problems } = shown;
  const [naming, setNaming] = useState(false);
  const said = full.item.judgement;
  const judged = full.next.some((a) => a.act === 'judge-again' && a.lacks.includes('no-case'));
  return (
    <section className="judging" aria-label={t('triage.judge')}>
      <div className="claims pane stack">
        <LeaseNote hold={lease.hold} holder={full.item.lease?.name} take={lease.take} />
        <OvertakenNote claims={full.overtaken} />
        {problems.map((p, i) => (
          <Fault key={i} problem={p} />
        ))}
        <h2>
          {t('triage.claims')}
          {full.matchTotal > 1 && ` (${integer(full.matchTotal, language)})`}
        </h2>
        {full.matchTotal > full.matches.length && (
          <p className="soft small flat">{t('triage.mostalike', { n: full.matches.length, of: integer(full.matchTotal, language) })}</p>
        )}
        {full.matches.length === 0 && <p className="soft flat">{t('triage.noclaims')}</p>}
        {full.matches.map((m, i) => (
          <MatchCard
            key={m.id}
            match={m}
            fromSource={full.post.neverLaidOut}
            on={i === at}
            choose={() => choose(i)}
            decide={decide && ((decision) => decide(m.id, decision))}
          />
        ))}
        {open && decide && full.post.text !== null && (
          <Button variant="subtle" onClick={() => setNaming(true)}>
            {t('triage.nameother')}
          </Button>
        )}
        {naming && (
          <Suspense>
            <NameClaim itemId={full.item.id} version={full.item.version} close={() => setNaming(false)} />
          </Suspense>
        )}
        <SameText itemId={full.item.id} lines={full.sameText ?? []} total={full.sameTextTotal ?? 0} />
      </div>
      <div className="dock pane stack">
        {open && <JudgementForm {...shown} suggested={full.matches.length > 0} />}
        {said && <JudgedNote said={said} itemId={full.item.id} earlier={full.earlier} total={full.earlierTotal} />}
        {full.case && judged && <div className="soft small">{t('triage.rests', { number: full.case.number })}</div>}
        <div className="row">
          {canUndo && (
            <Button variant="default" onClick={undo}>
              {t('triage.undo')}
            </Button>
          )}
          {openCase && (
            <Button onClick={openCase}>{full.case ? t('triage.tocase', { number: full.case.number }) : t('triage.opencase')}</Button>
          )}
          {openCase && !full.case && (
            <Suspense>
              <JoinCase postId={full.item.postId} />
            </Suspense>
          )}
          {again && (
            <Button variant="default" onClick={again}>
              {t('triage.again')}
            </Button>
          )}
          {propose && (
            <Button variant="default" onClick={propose}>
              {t('triage.propose')}
            </Button>
          )}
          <Button className="end" variant="subtle" color="gray" onClick={help}>
            {t('triage.help')} (?)
          </Button>
        </div>
      </div>
    </section>
  );
}
