import { Button } from '@mantine/core';
import { call } from '../api/client.js';
import type { Work } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Fault } from '../parts/parts.js';
import { useText } from '../text/language.js';

/** Sends work again that the house gave up. */
export function RetryWork({ handler }: { handler: string }) {
  const { t } = useText();
  const retry = useAct<void>((_, key) => call('POST', '/deliveries/retries', { handler }, key), { refresh: [['work'], ['counts']] });
  return (
    <>
      <Button variant="default" size="compact-xs" loading={retry.busy} onClick={() => retry.go()}>
        {t('work.retry')}
      </Button>
      <Fault problem={retry.problem} />
    </>
  );
}

/** What became of work that was sent again. */
export function RetriedLine({ line: { meaning, done, waiting, dead } }: { line: Work['retried'][number] }) {
  const { t, language } = useText();
  return (
    <div className="card">
      {meaning[language]}: <span className="soft">{t('work.retriedstate', { done, waiting, dead })}</span>
    </div>
  );
}
