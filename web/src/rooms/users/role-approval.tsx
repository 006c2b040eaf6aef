import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { RoleAsked } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { ProposedBy, ReadFirst } from '../../parts/read-first.js';
import { useText } from '../../text/language.js';
import { BecauseReset } from './because-reset.js';

const REFRESH = [['users'], ['work'], ['counts']];

/** Approving a role begins with what it lets somebody do, and what they may do already. */
export function RoleApproval({ asked: r }: { asked: RoleAsked }) {
  const { t, word } = useText();
  const [reading, setReading] = useState(false);
  const approve = useAct<void>((_, key) => call('POST', `/role-proposals/${r.proposalId}/approve`, {}, key), {
    refresh: REFRESH,
    done: () => setReading(false),
  });
  const name = `${r.name}, ${word('role', r.role)}`;
  return (
    <ReadFirst name={name} title={`${t('users.approve')}: ${name}`} reading={reading} turn={setReading}>
      <div className="stack">
        <Fault problem={approve.problem} />
        <div>
          <b className="wrap">{r.name}</b> <span className="soft">{r.title}</span>
          <ProposedBy who={r.proposedBy} at={r.proposedAt} />
        </div>
        {r.reset && (
          <Alert color="orange">
            <BecauseReset reset={r.reset} />
            <div>{t('users.after.ask')}</div>
          </Alert>
        )}
        <div className="small">
          <span className="soft">{t('users.hasroles')}:</span>{' '}
          {r.hasRoles.length > 0 ? r.hasRoles.map((role) => word('role', role)).join(', ') : t('users.norole')}
        </div>
        <div>
          <span className="soft small">{t('users.mayas', { role: word('role', r.role) })}</span>
          <ul className="plainlist">
            {r.rights.map((right) => (
              <li key={right}>{word('right', right)}</li>
            ))}
          </ul>
        </div>
        <div className="row">
          <Button data-autofocus loading={approve.busy} onClick={() => approve.go()}>
            {t('users.approve')}
          </Button>
          <Button variant="default" onClick={() => setReading(false)}>
            {t('act.cancel')}
          </Button>
        </div>
      </div>
    </ReadFirst>
  );
}
