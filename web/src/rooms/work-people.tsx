import type { ReactNode } from 'react';
import type { Work } from '../api/types.js';
import { useText } from '../text/language.js';
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
