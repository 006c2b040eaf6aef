import { Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { Sweep } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { Moment } from '../../parts/moment.js';
import { Fault, State } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

const REFRESH = [['sweeps']];
const COLOURS: Record<Sweep['state'], string> = { running: 'blue', done: 'teal', cancelled: 'orange', failed: 'red', superseded: 'gray.5' };

/** How far a claim is set beside past posts, what was found, and what this person may do. `name`: which claim, where that is not plain. */
export function SweepLine({ sweep: s, name }: { sweep: Sweep; name?: React.ReactNode }) {
  const { t, word, language } = useText();
  const share = s.items === 0 ? 100 : Math.min(100, (100 * s.done) / s.items);
  const said = t(s.cause === 'retired' ? 'sweep.withdrawn' : 'sweep.progress', {
    done: integer(s.done, language),
    items: integer(s.items, language),
    found: integer(s.found, language),
  });
  return (
    <article className="claim stack">
      <div className="row">
        <State kind="sweep" value={s.state} />
        <span className="soft small">
          {word('sweepcause', s.cause)} · {t('claim.version', { n: s.number })} · {t('sweep.began')}{' '}
          <Moment at={s.startedAt} clock="true" only="exact" />
          {s.endedAt && (
            <>
              {' '}
              · {t('sweep.ended')} <Moment at={s.endedAt} clock="true" only="exact" />
            </>
          )}
        </span>
        <SweepActs sweep={s} />
      </div>
      {name}
      <Progress value={share} aria-label={said} color={COLOURS[s.state]} />
      <div className="small">
        {said} · {Math.floor(share)} %
      </div>
      {s.failure && (
        <div className="small wrap">
          <span className="soft">{t('sweep.failure')}</span> {s.failure}
        </div>
      )}
      {s.stop && (
        <div className="small wrap">
          <span className="soft">
            {t('sweep.stoppedby', { name: s.stop.by })} · <Moment at={s.stop.at} clock="true" only="exact" />:
          </span>{' '}
          {s.stop.reason}
        </div>
      )}
    </article>
  );
}

function SweepActs({ sweep: s }: { sweep: Sweep }) {
  const { t, word } = useText();
  const [asking, ask] = useState(false);
  const stop = useAct<string>((reason, key) => call('POST', `/sweeps/${s.id}/stop`, { reason }, key), {
    refresh: REFRESH,
    done: () => ask(false),
  });
  const resume = useAct<void>((_, key) => call('POST', `/sweeps/${s.id}/resume`, {}, key), { refresh: REFRESH });
  const may = (act: string) => s.next.some((n) => n.act === act && n.possible);
  const label = (act: string) => `${word('act', act)}: ${s.text}`;
  return (
    <span className="end row">
      {may('stop-sweep') && (
        <Button
          variant="default"
          aria-label={label('stop-sweep')}
          onClick={() => {
            stop.reset();
            ask(true);
          }}
        >
          {word('act', 'stop-sweep')}
        </Button>
      )}
      {may('resume-sweep') && (
        <Button variant="default" aria-label={label('resume-sweep')} loading={resume.busy} onClick={() => resume.go()}>
          {word('act', 'resume-sweep')}
        </Button>
      )}
      <Fault problem={resume.problem} />
      {asking && (
        <AskReason
          draft={`sweep.${s.id}`}
          title={word('act', 'stop-sweep')}
          label={t('sweep.why')}
          go={word('act', 'stop-sweep')}
          says={<p className="flat">{t('sweep.stophint')}</p>}
          least={3}
          most={500}
          busy={stop.busy}
          problem={stop.problem}
          close={() => ask(false)}
          done={(reason, clear) => void stop.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </span>
  );
}
