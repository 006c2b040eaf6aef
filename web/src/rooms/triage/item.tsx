import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { TriageFull, TriageReport } from '../../api/types.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { ClaimForm } from '../claims/claim-form.js';
import { Evidence } from './evidence.js';
import { NOTHING, takenBack, withPicked, type JudgementDraft } from './judgement-draft.js';
import { JudgementPane } from './judgement-pane.js';
import { Origin } from './origin.js';
import { SplitDialog } from './split-dialog.js';
import { useAgain } from './use-again.js';
import { itemKey, useDecide, useItem, useItemActs } from './use-item.js';
import { useItemKeys } from './use-item-keys.js';
import { draftName, type Judging } from './use-judging.js';
import { useLease } from './use-lease.js';

const LEAST_REASON = 3;
interface Shown {
  id: string;
  judging: Judging;
  help: () => void;
}

export function TriageItem(shown: Shown) {
  const item = useItem(shown.id);
  if (item.error && !item.data)
    return (
      <section className="pane">
        <Fault error={item.error} />
      </section>
    );
  if (item.data) return <OpenItem {...shown} full={item.data} />;
  return (
    <>
      <section>
        <Loading />
      </section>
      <section>
        <Loading />
      </section>
    </>
  );
}

/** The open post: evidence, judgement, and what may be done now. */
function OpenItem({ id, judging, help, full }: Shown & { full: TriageFull }) {
  const { t } = useText();
  const queries = useQueryClient();
  const can = (act: string) => full.next.some((a) => a.act === act && a.possible);
  const open = full.next.some((a) => a.act === 'judge');
  const again = useAgain(full);
  const go = useNavigate();
  const lease = useLease(id, open || again.on);
  const { decide, problem } = useDecide(id);
  const { capture, openCase, problems } = useItemActs(id, full.item.postId);
  const [draft, setDraft] = useDraft<JudgementDraft>(draftName(id), NOTHING);
  // on a telephone, where one thing stands below the other, what is to be decided comes before where it comes from
  const narrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const [seen, setSeen] = useState(false);
  const [at, setAt] = useState(0);
  const [asked, setAsked] = useState(false);
  const reason = useRef<HTMLTextAreaElement>(null);
  const [proposing, setProposing] = useState(false);
  const [splitting, setSplitting] = useState<TriageReport | null>(null);
  const ofCopy = judging.offered;
  useEffect(() => {
    // what was said of a copy is offered, where nothing is begun
    if (ofCopy?.id === id) setDraft((d) => (d.picked === null && d.reason === '' ? ofCopy.draft : d));
  }, [ofCopy, id]);
  const { shown } = again;
  const match = shown.matches[at];
  const blocked = full.next.some((a) => a.lacks.includes('lease'));
  const disagree = (lease.hold.kind === 'other') !== blocked && lease.hold.kind !== 'none';
  useEffect(() => {
    // the buttons follow whoever holds the post now
    if (disagree) void queries.invalidateQueries({ queryKey: itemKey(id) });
  }, [disagree, lease.hold.kind, id, queries]);

  const offered = shown.next.filter((a) => a.act === (again.on ? 'judge-again' : 'judge') && a.to);
  const step = offered.find((a) => a.to === draft.picked);
  const reasonDue = Boolean(step?.lacks.includes('reason') && draft.reason.trim().length < LEAST_REASON);
  const write = () => reason.current?.focus();
  const record = () => {
    if (step?.possible && !reasonDue) {
      again.end();
      // the post stays open, and with it what was typed
      if (again.on) setDraft(takenBack);
      return void judging.judge(id, draft, again.on ? again : undefined);
    }
    setAsked(true);
    if (step?.possible) write();
  };
  const pick = (picked: string) => {
    setAsked(false);
    setDraft((d) => withPicked(d, picked));
    (document.activeElement as HTMLElement | null)?.blur();
  };
  const turn = () => setSeen((s) => !s);
  const desk = {
    acts: offered,
    pick,
    record,
    write,
    decide: blocked ? undefined : again.on ? again.decide : open ? decide : undefined,
    again: can('judge-again') && !again.on ? again.begin : undefined,
    propose: can('propose-claim') ? () => setProposing(true) : undefined,
    split: can('split') ? () => setSplitting(full.reports[0] ?? null) : undefined,
    capture: can('capture') ? () => capture.go() : undefined,
    openCase: full.case ? () => void go(`/cases/${full.case!.id}`) : can('open-case') ? () => openCase.go() : undefined,
    undo: () => void (can('undo') ? judging.undo(id) : judging.undo()),
  };
  useItemKeys({ ...desk, match, turn, nextClaim: () => setAt((n) => (n + 1) % Math.max(1, full.matches.length)) });
  const origin = <Origin full={full} recapture={desk.capture} split={desk.split && setSplitting} />;
  const refused = judging.refused?.id === id ? [judging.refused.problem] : [];
  return (
    <>
      <Evidence full={full} match={match} seen={seen} turn={turn}>
        {!narrow && origin}
      </Evidence>
      <JudgementPane
        {...desk}
        full={shown}
        draft={draft}
        change={(reason) => setDraft((d) => ({ ...d, reason }))}
        reason={reason}
        missing={!asked ? null : !step ? 'judgement' : reasonDue ? 'reason' : null}
        open={open || again.on}
        at={at}
        choose={setAt}
        lease={lease}
        problems={[...refused, ...(problem ? [problem] : []), ...problems]}
        canUndo={can('undo')}
        help={help}
      />
      {narrow && origin}
      <Dialog opened={proposing} onClose={() => setProposing(false)} title={t('claim.new')} size="xl">
        <ClaimForm draft={`claim.${id}`} text={full.post.text ?? ''} done={() => setProposing(false)} />
      </Dialog>
      <SplitDialog itemId={id} reports={full.reports} chosen={splitting} choose={setSplitting} />
    </>
  );
}
