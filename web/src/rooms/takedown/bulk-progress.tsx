import { Button, Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useText } from '../../text/language.js';
import type { Progress as State } from './bulk.js';
import type { LinkLine } from './types.js';

/** How far an act on many links came, and what was refused, with a way to stop and to try those again. */
export function BulkProgress({
  bulk,
  again,
  close,
}: {
  bulk: { progress: State<LinkLine> | null; stop: () => void };
  again: (lines: LinkLine[]) => void;
  close: () => void;
}) {
  const { t, problem } = useText();
  const p = bulk.progress!;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [p.running]);
  const tried = p.done + p.failed.length;
  return (
    <div className="stack">
      <div role="status">
        {t(p.running ? 'takedown.bulkrunning' : 'takedown.bulkdone', { done: p.done, of: p.of })}
        {p.failed.length > 0 && <b className="late"> · {t('takedown.bulkfailed', { n: p.failed.length })}</b>}
        {!p.running && tried < p.of && <span className="soft"> · {t('takedown.bulkstopped', { n: p.of - tried })}</span>}
      </div>
      <Progress value={(100 * tried) / Math.max(1, p.of)} aria-label={t('takedown.record')} />
      {p.failed.length > 0 && (
        <div className="inner-list small" tabIndex={0} aria-label={t('takedown.bulkfailed', { n: p.failed.length })}>
          {p.failed.map(({ line, problem: why }) => (
            <div key={line.id}>
              <span className="mono">{line.url}</span> · {problem(why)}
            </div>
          ))}
        </div>
      )}
      <div className="row">
        {p.running ? (
          <Button ref={button} variant="default" onClick={bulk.stop}>
            {t('takedown.bulkstop')}
          </Button>
        ) : (
          <>
            <Button ref={button} onClick={close}>
              {t('act.close')}
            </Button>
            {p.failed.length > 0 && (
              <Button variant="default" onClick={() => again(p.failed.map((f) => f.line))}>
                {t('takedown.bulkagain')}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
