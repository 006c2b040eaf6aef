import { Alert, Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { NextAct } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import type { TakedownFull } from './types.js';
import { take, touched } from './use-takedown.js';

/** The seconds in which what was ordered to leave is still in the house, and the way to stop it. */
export function Leaving({ file, stop }: { file: TakedownFull; stop: NextAct | undefined }) {
  const { t } = useText();
  const button = useRef<HTMLButtonElement>(null);
  const whole = useRef(Math.max(1, Date.parse(file.leavesAt!) - Date.now()));
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200);
    button.current?.focus();
    return () => clearInterval(timer);
  }, []);
  const back = useAct<void>((_, key) => take(file, stop!, {}, key), { refresh: touched(file.id) });
  const left = Math.max(0, Date.parse(file.leavesAt!) - now);
  return (
    <Alert color="blue" py={8}>
      <div className="row">
        <span role="status" aria-live="off">
          {left > 0 ? t('takedown.leavesin', { n: Math.ceil(left / 1_000) }) : t('takedown.leavingnow')}
        </span>
        {stop && left > 0 && (
          <Button ref={button} color="red" loading={back.busy} onClick={() => back.go()}>
            {t('takedown.stop')}
          </Button>
        )}
      </div>
      <div className="bar" aria-hidden style={{ marginTop: 8 }}>
        <span style={{ width: `${100 - Math.round((100 * left) / whole.current)}%` }} />
      </div>
      <Fault problem={back.problem} />
    </Alert>
  );
}
