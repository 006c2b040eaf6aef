import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { ResetAsked } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Moment } from '../../parts/moment.js';
import { Fault } from '../../parts/parts.js';
import { ProposedBy, ReadFirst } from '../../parts/read-first.js';
import { StepUp } from '../../parts/step-up.js';
import { useText } from '../../text/language.js';

type Decision = 'approve' | 'decline';

/** Taking a second factor away lets a password alone open the account: whoever agrees reads first whose it is. */
export function ResetApproval({ asked: r }: { asked: ResetAsked }) {
  const { t } = useText();
  const [reading, setReading] = useState(false);
  const decide = useAct<Decision>((what, key) => call('POST', `/second-factor-resets/${r.proposalId}/${what}`, {}, key), {
    refresh: [['users'], ['work'], ['counts']],
    done: () => setReading(false),
  });
  return (
    <ReadFirst name={r.name} title={`${t('users.resetapprove')}: ${r.name}`} reading={reading} turn={setReading}>
      <div className="stack">
        <div>
          <b className="wrap">{r.name}</b> <span className="soft">{r.title}</span>
          <div className="small wrap">{r.email}</div>
          <ProposedBy who={r.proposedBy} at={r.proposedAt} />
        </div>
        {r.passwordReset && (
          <Alert color="orange">
            {t('users.resetpassword', { name: r.passwordReset.by })} <Moment at={r.passwordReset.at} clock="true" />
          </Alert>
        )}
        <p className="soft flat">{t('users.resethint')}</p>
        {decide.problem?.code === 'step-up-needed' ? (
          <StepUp has close={() => setReading(false)} done={() => decide.go('approve')} />
        ) : (
          <>
            <Fault problem={decide.problem} />
            <div className="row">
              <Button data-autofocus loading={decide.busy} onClick={() => decide.go('approve')}>
                {t('users.approve')}
              </Button>
              <Button variant="default" loading={decide.busy} onClick={() => decide.go('decline')}>
                {t('users.decline')}
              </Button>
            </div>
          </>
        )}
      </div>
    </ReadFirst>
  );
}
