import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { TriageAct } from '../../api/types.js';
import { useText } from '../../text/language.js';
import type { JudgementDraft } from './use-judging.js';

interface Shown {
  acts: TriageAct[];
  draft: JudgementDraft;
  pick: (judgement: string) => void;
  write: (reason: string) => void;
  ready: boolean;
  /** whether a known claim is suggested */
  suggested: boolean;
  record: () => void;
}

/** The judgements that the API offers, each with its key; a reason where one is due; and the way on. */
export function JudgementForm({ acts, draft, pick, write, ready, suggested, record }: Shown) {
  const { t, word } = useText();
  const reason = useRef<HTMLTextAreaElement>(null);
  const chosen = acts.find((a) => a.to === draft.picked);
  const due = chosen?.lacks.includes('reason') ?? false;
  const seen = useRef(draft.picked);
  useEffect(() => {
    // whoever picks is asked for the reason; whoever only comes back to a draft keeps the keys
    if (due && seen.current !== draft.picked) reason.current?.focus();
    seen.current = draft.picked;
  }, [draft.picked, due]);
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
      {chosen && (
        <Textarea
          ref={reason}
          label={t('triage.reason')}
          description={t('triage.reasonkeys')}
          required={due}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={2000}
          value={draft.reason}
          onChange={(e) => write(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key === 'Escape') e.currentTarget.blur();
            if (e.key !== 'Enter' || e.shiftKey || e.nativeEvent.isComposing) return;
            e.preventDefault();
            record();
          }}
        />
      )}
      <Button size="sm" disabled={!ready} onClick={record}>
        {t('triage.go')}
      </Button>
    </>
  );
}
