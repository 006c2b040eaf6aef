import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { call, get } from '../../api/client.js';
import type { TrialFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { every } from '../../live/bus.js';
import '../../parts/desks.css';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading, State } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { Changes } from './changes.js';
import './matching.css';
import { TrialOutcome } from './trial-outcome.js';
import { Tried, TrialProgress } from './trials.js';

const ACTS = {
  approved: ['approve', 'matching.approve'],
  declined: ['decline', 'matching.decline'],
  stopped: ['stop', 'matching.stop'],
  running: ['resume', 'matching.resume'],
} as const;
const RENEW_MS = 2_000;

/** One trial: what it tries, how it comes out, what would differ, and the decision of somebody else. */
export default function Trial() {
  const { t, word } = useText();
  const id = useParams().id!;
  const trial = useQuery({
    queryKey: ['matching', 'trial', id],
    queryFn: ({ signal }) => get<TrialFull>(`/matching/trials/${id}`, signal),
    refetchInterval: (q) => (q.state.data?.state === 'running' ? every(RENEW_MS)() : false),
  });
  const act = useAct<string>((step, key) => call('POST', `/matching/trials/${id}/${step}`, undefined, key), { refresh: [['matching']] });
  if (!trial.data)
    return trial.error ? (
      <div className="pad">
        <Fault error={trial.error} />
      </div>
    ) : (
      <Loading />
    );
  const of = trial.data;
  return (
    <div className="wide stack">
      <div className="desk-head">
        <h1>{t('matching.trial', { n: of.number })}</h1>
        <State kind="trial" value={of.state} />
        <Link className="plain" to="/matching">
          {t('matching.back')}
        </Link>
      </div>
      <Fault error={trial.error} />
      <div className="card stack">
        <b className="wrap">{of.reason}</b>
        <span>
          {t('matching.tried')}: <Tried of={of.tried} />
        </span>
        <span className="soft">
          {t('matching.base')}: <Tried of={of.base} />
        </span>
        <span className="soft small">
          {t('matching.by', { name: of.askedBy })} · <Moment at={of.askedAt} />
          {of.decidedBy && of.decidedAt && (
            <>
              {' · '}
              {t('matching.decidedby', { name: of.decidedBy })} · <Moment at={of.decidedAt} />
            </>
          )}
        </span>
        <TrialProgress of={of} />
        {of.failure && (
          <span className="small wrap">
            <span className="soft">{t('matching.failure')}</span> {of.failure}
          </span>
        )}
        <Fault problem={act.problem} />
        <div className="row">
          {of.next.map((step) => {
            const [path, label] = ACTS[step.act as keyof typeof ACTS];
            return (
              <Button
                key={step.act}
                variant={step.act === 'approved' ? 'filled' : 'default'}
                disabled={!step.possible}
                loading={act.busy}
                onClick={() => act.go(path)}
              >
                {t(label)}
              </Button>
            );
          })}
          {of.next.some((step) => step.ownWork) && <span className="small">{word('lacks', 'own-work')}</span>}
        </div>
      </div>
      <TrialOutcome of={of} />
      <Section id="changes" title={t('matching.changes', { n: of.changes })}>
        <Changes trialId={id} />
      </Section>
    </div>
  );
}
