import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import type { Judging } from './use-judging.js';

/** What was recorded last and for how long it can be taken back; or what the server would not take. */
export function UndoBar({ judging: { given, refused, undo, nextCopy, forgive }, open }: { judging: Judging; open: (id: string) => void }) {
  const { t, word, problem, language } = useText();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!given) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [given]);
  if (refused)
    return (
      <div className="undobar" data-bad role="alert">
        <span className="grow small">{problem(refused.problem)}</span>
        <Button variant="default" onClick={() => open(refused.id)}>
          {t('triage.toit')}
        </Button>
        <CloseButton size="sm" aria-label={t('act.close')} onClick={forgive} />
      </div>
    );
  if (!given) return null;
  return (
    <div className="undobar">
      <span className="grow small">{t('triage.done', { judgement: word('judgement', given.draft.picked) })}</span>
      {given.place && given.place.others > 0 && (
        <Button variant="light" onClick={() => void nextCopy()}>
          {t('triage.nextcopy', { n: integer(given.place.others, language) })}
        </Button>
      )}
      <Button variant="default" onClick={() => void undo()}>
        {t('triage.undo')}
      </Button>
      <span className="soft small">{t('triage.seconds', { n: Math.max(0, Math.ceil((given.until - now) / 1_000)) })}</span>
    </div>
  );
}
