import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Work } from '../api/types.js';
import { Moment } from '../parts/moment.js';
import { useText } from '../text/language.js';
import { integer } from '../text/time.js';
import { BecauseReset } from './users/because-reset.js';
import { ResetApproval } from './users/reset-approval.js';
import { RoleApproval } from './users/role-approval.js';
import { TitleApproval } from './users/title-approval.js';

type Approvals = Work['approvals'];

interface Shown {
  name: string;
  what?: string;
  by: string | null;
  because?: ReactNode;
  children: ReactNode;
}
/** What somebody proposed for a person, and the act that approves it. */
function Proposed({ name, what, by, because, children }: Shown) {
  return (
    <div className="card row">
      <span className="grow">
        {name}
        {what && (
          <>
            : <b>{what}</b>
          </>
        )}{' '}
        <span className="soft small">{by}</span>
        {because && <div className="small late">{because}</div>}
      </span>
      {children}
    </div>
  );
}

export function RoleToApprove({ line }: { line: Approvals['roles'][number] }) {
  const { word } = useText();
  return (
    <Proposed
      name={line.name}
      what={word('role', line.role)}
      by={line.proposedBy}
      because={line.reset && <BecauseReset reset={line.reset} />}
    >
      <RoleApproval asked={line} />
    </Proposed>
  );
}
export function TitleToApprove({ line }: { line: Approvals['titles'][number] }) {
  const { word } = useText();
  return (
    <Proposed name={line.name} what={word('title', line.title)} by={line.proposedBy}>
      <TitleApproval asked={line} />
    </Proposed>
  );
}
export function ResetToApprove({ line }: { line: Approvals['resets'][number] }) {
  return (
    <Proposed name={line.name} by={line.proposedBy}>
      <ResetApproval asked={line} />
    </Proposed>
  );
}
/** A session that its network knows no more: somebody gives it anew. */
export function SignedOut({ line: { name, platform, since, waiting } }: { line: Work['signedOut'][number] }) {
  const { t, word, language } = useText();
  return (
    <div className="card row">
      <span className="grow">
        <b>{name}</b> ({word('platform', platform)}){' '}
        <span className="soft small">
          <Moment at={since} clock="true" /> · {t('profiles.waiting', { n: integer(waiting, language) })}
        </span>
      </span>
      <Link className="plain" to="/users?tab=profiles">
        {t('profiles.renew')}
      </Link>
    </div>
  );
}
