import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, type RefObject } from 'react';
import type { TriageAct } from '../../api/types.js';
import { useText } from '../../text/language.js';
import type { JudgementDraft } from './judgement-draft.js';

interface Shown {
  acts: TriageAct[];
  draft: JudgementDraft;
  pick: (judgement: string) => void;
  change: (reason: string) => void;
  reason: RefObject<HTMLTextAreaElement | null>;
  /** what was not there when somebody wanted to record */
  missing: 'judgement' | 'reason' | null;
  /** whether a known claim is suggested */
  suggested: boolean;
  record: () => void;
}

/** The judgements that the API offers, each with its key; a reason where one is due; and the way on. */
export function JudgementForm({ acts, draft, pick, change, reason, missing, suggested, record }: Shown) {
  const { t, word } = useText();
  const chosen = acts.find((a) => a.to === draft.picked);
  const due = chosen?.lacks.includes('reason') ?? false;
  const seen = useRef(draft.picked);
  useEffect(() => {
    // whoever picks is asked for the reason; whoever only comes back to a draft keeps the keys
    if (due && seen.current !== draft.picked) reason.current?.focus();
    seen.current = draft.picked;
  }, [draft.picked, due, reason]);
  const lacksClaim = acts.some((a) => a.lacks.includes('confirmed-match') && !a.lacks.includes('lease'));
  return (
    <>
      <h2>{t('triage.judge')}</h2>
      <div className="judgements" role="group" aria-label={t('triage.judge')}>
        {acts.map((a) => (
          <Button
            key={a.to}
            justify="start"
            variant={draft.picked === a.to ? 'filled' : 'default'}
            aria-pressed={draft.picked === a.to}
            disabled={!a.possible}
            onClick={() => pick(a.to!)}
            leftSection={<span className="kbd">{a.key}</span>}
          >
            {word('judgement', a.to)}
          </Button>
        ))}
      </div>
      {lacksClaim && <div className="soft small">{t(suggested ? 'triage.confirmfirst' : 'triage.claimfirst')}</div>}
      {draft.copied && <div className="soft small">{t('triage.copied')}</div>}
      {chosen && (
        <Textarea
          ref={reason}
          label={t('triage.reason')}
          description={t('triage.reasonkeys')}
          required={due}
          error={missing === 'reason' && t('triage.reasonmissing')}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={2000}
          value={draft.reason}
          onChange={(e) => change(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key === 'Escape') e.currentTarget.blur();
            if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return;
            e.preventDefault();
            record();
          }}
        />
      )}
      <div role="alert" className="small late" hidden={missing !== 'judgement'}>
        {missing === 'judgement' && t('triage.pickfirst')}
      </div>
      <Button size="sm" disabled={!chosen?.possible} onClick={record}>
        {t('triage.go')}
      </Button>
    </>
  );
}
