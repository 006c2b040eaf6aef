import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { NextAct } from '../../api/types.js';
import { useText } from '../../text/language.js';
import type { JudgementDraft } from './use-judging.js';

interface Shown {
  acts: NextAct[];
  draft: JudgementDraft;
  pick: (judgement: string) => void;
  write: (reason: string) => void;
  ready: boolean;
  record: () => void;
}

/** The judgements that the API offers, each with its key; a reason where one is due; and the way on. */
export function JudgementForm({ acts, draft, pick, write, ready, record }: Shown) {
  const { t, word } = useText();
  const reason = useRef<HTMLTextAreaElement>(null);
  const chosen = acts.find((a) => a.to === draft.picked);
  const due = chosen?.lacks.includes('reason') ?? false;
  useEffect(() => {
    if (due) reason.current?.focus();
  }, [draft.picked, due]);
  const first = acts.find((a) => !a.possible && a.lacks.includes('confirmed-match'));
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
      {first && <div className="soft small">{t('triage.confirmfirst')}</div>}
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
