import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { call } from '../api/client.js';
import type { IdentityAnswer, IdentityAsked } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Reveal } from '../parts/identity.js';
import { Moment } from '../parts/moment.js';
import { Ask, Fault, State } from '../parts/parts.js';
import { useText } from '../text/language.js';

const REFRESH = [['work'], ['counts'], ['reports']];

/** Whose identity it is, without saying who: a report, or a reporter in a case. */
function About({ line }: { line: Omit<IdentityAsked, 'requestedBy'> }) {
  const { t, word } = useText();
  if (line.caseId)
    return (
      <>
        {t('identity.party')} <Link to={`/cases/${line.caseId}`}>{line.number}</Link>
      </>
    );
  return (
    <>
      {t('identity.report')} · {word('channel', line.channel)} · {line.receivedAt && <Moment at={line.receivedAt} only="relative" />}
      <span className="two wrap">{line.about}</span>
    </>
  );
}

/** Somebody asks to see who reported; another person says yes, or no and why. */
export function IdentityApproval({ line }: { line: IdentityAsked }) {
  const { t } = useText();
  const [refusing, setRefusing] = useState(false);
  const decide = useAct<{ decision: string; reason?: string }>(
    (answer, key) => call('POST', `/identity-requests/${line.requestId}/decision`, answer, key),
    { refresh: REFRESH, done: () => setRefusing(false) },
  );
  return (
    <div className="card stack">
      {!refusing && <Fault problem={decide.problem} />}
      <div className="row begin">
        <div className="grow stack" style={{ gap: 2 }}>
          <span>
            <b>{line.requestedBy}</b>{' '}
            <span className="soft small">
              <Moment at={line.requestedAt} clock="true" only="relative" />
            </span>
          </span>
          <span className="wrap">{line.reason}</span>
          <span className="soft small">
            <About line={line} />
          </span>
        </div>
        <Button loading={decide.busy} onClick={() => decide.go({ decision: 'approved' })}>
          {t('identity.approve')}
        </Button>
        <Button variant="default" onClick={() => setRefusing(true)}>
          {t('identity.refuse')}
        </Button>
      </div>
      <Ask
        opened={refusing}
        close={() => setRefusing(false)}
        title={t('identity.refuse')}
        label={t('case.reason')}
        done={(reason) => decide.go({ decision: 'refused', reason })}
      >
        <Fault problem={decide.problem} />
      </Ask>
    </div>
  );
}

/** What became of one's own request. */
export function IdentityAnswered({ line }: { line: IdentityAnswer }) {
  return (
    <div className="card stack" style={{ gap: 4 }}>
      <div className="row">
        <State kind="identity" value={line.state} />
        <span className="grow soft small">
          {line.decidedBy} · <Moment at={line.decidedAt} clock="true" only="relative" />
        </span>
      </div>
      <span className="small">
        <About line={line} />
      </span>
      {line.decisionReason && <span className="wrap">{line.decisionReason}</span>}
      {line.state === 'approved' && <Reveal requestId={line.requestId} openUntil={line.openUntil} refresh={REFRESH} />}
    </div>
  );
}
