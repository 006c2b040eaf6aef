import { Alert, Button, Progress } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconShieldX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { get } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Moment } from '../../parts/moment.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';

interface Checked {
  state: 'done';
  holds: boolean;
  sealedTo: number | null;
  provedTo: number | null;
  seq: number | null;
  fault: string | null;
  says: string | null;
  heads: number;
  misdated: { count: number; seq: number } | null;
  lastHead: { seq: number; at: string } | null;
  checkedAt: string;
  seconds: number;
}
interface Checking {
  state: 'running';
  since: string;
  at: number;
}
interface LogState {
  sealedTo: number;
  waiting: number;
  check: Checked | Checking | null;
}

/** How far the log is sealed, whether that was verified, and the act of verifying it. */
export function Chain() {
  const { t } = useText();
  const queries = useQueryClient();
  const state = useQuery({
    queryKey: ['log-state'],
    queryFn: ({ signal }) => get<LogState>('/log/state', signal),
    refetchInterval: (q) => (q.state.data?.check?.state === 'running' ? 700 : 10_000),
  });
  const verify = useAct<void>(() => get('/log/verify'), { refresh: [['log-state']] });
  useEffect(() => {
    // the answer comes when all is read; how far it is, is asked for meanwhile
    if (verify.busy) setTimeout(() => void queries.invalidateQueries({ queryKey: ['log-state'] }), 150);
  }, [verify.busy, queries]);
  const s = state.data;
  if (!s) return <Fault error={state.error} />;
  const running = s.check?.state === 'running' ? s.check : null;
  const checked = s.check?.state === 'done' ? s.check : null;
  return (
    <>
      <span className="icon-word wraps">
        {checked?.holds ? (
          <IconCircleCheck size={15} className="good" aria-hidden />
        ) : checked ? (
          <IconShieldX size={15} className="late" aria-hidden />
        ) : (
          <IconCircleDashed size={15} aria-hidden />
        )}
        <span>
          {t('log.sealed', { n: s.sealedTo })}
          {', '}
          {checked ? (
            <b className={checked.holds ? 'good' : 'late'}>
              {checked.holds ? t('log.verifiedto', { n: checked.sealedTo ?? 0 }) : t('log.brokenword')}
            </b>
          ) : (
            <span className="soft">{t('log.notverified')}</span>
          )}
          {s.waiting > 0 && <span className="soft"> · {t('log.waiting', { n: s.waiting })}</span>}
        </span>
      </span>
      <Button loading={verify.busy || running !== null} onClick={() => verify.go()}>
        {t('log.verify')}
      </Button>
      <div role="status" style={{ flexBasis: '100%' }}>
        {running && (
          <div className="stack" style={{ gap: 4 }}>
            <span className="small">{t('log.running', { at: running.at, of: s.sealedTo })}</span>
            <Progress value={(100 * running.at) / Math.max(1, s.sealedTo)} aria-label={t('log.verify')} animated />
          </div>
        )}
        {checked && !running && <Result checked={checked} />}
      </div>
      <Fault problem={verify.problem} />
    </>
  );
}

function Result({ checked: c }: { checked: Checked }) {
  const { t, maybe, language } = useText();
  return (
    <Alert color={!c.holds ? 'red' : c.misdated ? 'orange' : 'teal'} py={6}>
      {c.holds ? (
        <>
          {t('log.holds', { n: c.sealedTo ?? 0 })}
          {(c.provedTo ?? 0) < (c.sealedTo ?? 0) && (
            <div>{t('log.proved', { n: c.provedTo ?? 0, after: (c.sealedTo ?? 0) - (c.provedTo ?? 0) })}</div>
          )}
          {c.misdated && (
            <div>
              <b>{t('log.misdated', { n: c.misdated.count })}</b>{' '}
              <Link className="plain" to={`?seq=${c.misdated.seq}`}>
                {t('log.toevent', { n: c.misdated.seq })}
              </Link>
            </div>
          )}
        </>
      ) : (
        <>
          <b>{t('log.broken')}</b> {maybe(`log.fault.${c.fault}`, { n: c.seq ?? 0, next: (c.seq ?? 1) - 1 }) ?? c.says}{' '}
          {c.seq !== null && (
            <Link className="plain" to={`?seq=${c.seq}`}>
              {t('log.toevent', { n: c.seq })}
            </Link>
          )}
          <div className="mono small">{c.says}</div>
          <div className="small">{t('log.brokenwhat')}</div>
        </>
      )}
      <div className="small soft">
        {t('log.heads', { n: c.heads })}
        {c.lastHead && (
          <>
            {' · '}
            {t('log.lasthead', { n: c.lastHead.seq })} <Moment at={c.lastHead.at} clock="true" only="exact" />
          </>
        )}
        {' · '}
        {t('log.checkedat')} <Moment at={c.checkedAt} clock="true" only="exact" /> ({t('log.seconds', { n: integer(c.seconds, language) })})
      </div>
    </Alert>
  );
}
