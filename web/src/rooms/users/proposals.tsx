import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import type { RoleAsked } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { RoleApproval } from './role-approval.js';

/** Roles that wait for a second person. */
export function Proposals() {
  const { t, word } = useText();
  const work = useQuery({
    queryKey: ['work', 'roles'],
    queryFn: ({ signal }) => get<{ approvals: { roles: RoleAsked[] } }>('/work', signal),
    refetchInterval: 15_000,
  });
  if (work.isPending) return <Loading />;
  const lines = work.data?.approvals.roles ?? [];
  return (
    <div className="stack">
      <Fault error={work.error} />
      {lines.length === 0 ? (
        <p className="soft">{t('users.noproposals')}</p>
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th>{t('users.person')}</th>
              <th>{t('users.roles')}</th>
              <th>{t('users.proposedby')}</th>
              <th className="tight" aria-label={t('users.approve')} />
            </tr>
          </thead>
          <tbody>
            {lines.map((p) => (
              <tr key={p.proposalId}>
                <td>
                  <b className="wrap">{p.name}</b>
                </td>
                <td>{word('role', p.role)}</td>
                <td className="small">
                  {p.proposedBy ?? t('desk.house')} · <Moment at={p.proposedAt} clock="true" />
                </td>
                <td className="tight">
                  <RoleApproval asked={p} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
