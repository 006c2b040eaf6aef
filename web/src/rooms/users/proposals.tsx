import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useText } from '../../text/language.js';

interface Proposal {
  proposalId: string;
  role: string;
  name: string;
  proposedBy: string | null;
  proposedAt: string;
}

/** Roles that wait for a second person. */
export function Proposals() {
  const { t, word } = useText();
  const work = useQuery({
    queryKey: ['work', 'roles'],
    queryFn: ({ signal }) => get<{ approvals: { roles: Proposal[] } }>('/work', signal),
    refetchInterval: 15_000,
  });
  const approve = useAct<string>((id, key) => call('POST', `/role-proposals/${id}/approve`, {}, key), {
    refresh: [['users'], ['work'], ['counts']],
  });
  if (work.isPending) return <Loading />;
  const lines = work.data?.approvals.roles ?? [];
  return (
    <div className="stack">
      <Fault error={work.error} />
      <Fault problem={approve.problem} />
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
                  {p.proposedBy ?? t('desk.house')} · <Moment at={p.proposedAt} />
                </td>
                <td className="tight">
                  <Button
                    loading={approve.busy}
                    onClick={() => approve.go(p.proposalId)}
                    aria-label={`${t('users.approve')}: ${p.name}, ${word('role', p.role)}`}
                  >
                    {t('users.approve')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
