import { Button } from '@mantine/core';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';

/** Orders a paper once more that the printer never got done, for whoever makes or serves it. */
export function RetryPrint({ of, id }: { of: 'violations' | 'penalties'; id: string }) {
  const { t } = useText();
  const me = useMe().data;
  const retry = useAct<void>((_, key) => call('POST', `/${of}/${id}/document/retry`, {}, key), {
    refresh: [['violation'], ['penalty'], ['work']],
  });
  if (!may(me, of === 'violations' ? 'violation.draw' : 'penalty.serve')) return null;
  return (
    <div>
      <Button variant="default" loading={retry.busy} onClick={() => retry.go()}>
        {t('work.retry')}
      </Button>
      <Fault problem={retry.problem} />
    </div>
  );
}
