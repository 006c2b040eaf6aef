import { Button, Popover } from '@mantine/core';
import { call } from '../api/client.js';
import { may, useClock } from '../api/queries.js';
import type { Me } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { useText } from '../text/language.js';
import { exact } from '../text/time.js';

/** The office clock of the demo, which may be moved forward so that a second look a day later is seen at once. */
export function DemoClock({ me }: { me: Me }) {
  const { t, language } = useText();
  const clock = useClock().data;
  const move = useAct<void>((_, key) => call('POST', '/demo/clock', { hours: 25 }, key), {
    refresh: [['clock'], ['takedowns'], ['takedown'], ['case'], ['counts']],
  });
  if (!clock?.demo) return null;
  return (
    <Popover>
      <Popover.Target>
        <Button variant="light" color="grape">
          {t('app.demo')}
          {clock.offsetHours > 0 ? ` · ${t('top.ahead', { hours: Math.round(clock.offsetHours) })}` : ''}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="stack">
        <span>
          {t('top.clock')}: {exact(clock.officeNow, language, me.timeZone)}
        </span>
        {may(me, 'demo.clock') && (
          <Button variant="default" loading={move.busy} onClick={() => move.go()}>
            {t('top.forward')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
