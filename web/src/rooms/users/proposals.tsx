import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import type { ResetAsked, RoleAsked, TitleAsked } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { BecauseReset } from './because-reset.js';
import { ResetApproval } from './reset-approval.js';
import { RoleApproval } from './role-approval.js';
import { TitleApproval } from './title-approval.js';
import { TitleDays } from './titles.js';
import { every } from '../../live/bus.js';

interface Waiting {
  approvals: { roles: RoleAsked[]; titles: TitleAsked[]; resets: ResetAsked[] };
  more: Record<string, number>;
}

/** Roles and titles that wait for a second person. */
export function Proposals() {
  const { t, word, language } = useText();
  const work = useQuery({
    queryKey: ['work', 'roles'],
    queryFn: ({ signal }) => get<Waiting>('/work', signal),
    refetchInterval: every(15_000),
  });
  if (!work.data) return work.error ? <Fault error={work.error} /> : <Loading />;
  const lines = work.data.approvals.roles;
  const resets = work.data.approvals.resets;
  const titles = work.data.approvals.titles;
  const beyond = ['roles', 'resets', 'titles'].reduce((sum, name) => sum + (work.data.more[name] ?? 0), 0);
  return (
    <div className="stack">
      <Fault error={work.error} />
      {lines.length + titles.length + resets.length === 0 ? (
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
                <td className="nowrap">{word('role', p.role)}</td>
                <td className="small">
                  {p.proposedBy ?? t('desk.house')} · <Moment at={p.proposedAt} clock="true" />
                  {p.reset && (
                    <div className="late">
                      <BecauseReset reset={p.reset} />
                    </div>
                  )}
                </td>
                <td className="tight">
                  <RoleApproval asked={p} />
                </td>
              </tr>
            ))}
            {resets.map((r) => (
              <tr key={r.proposalId}>
                <td>
                  <b className="wrap">{r.name}</b>
                </td>
                <td>{t('users.ask.reset')}</td>
                <td className="small">
                  {r.proposedBy} · <Moment at={r.proposedAt} clock="true" />
                </td>
                <td className="tight">
                  <ResetApproval asked={r} />
                </td>
              </tr>
            ))}
            {titles.map((x) => (
              <tr key={x.proposalId}>
                <td>
                  <b className="wrap">{x.name}</b>
                </td>
                <td>
                  {t('users.title.title')}: {word('title', x.title)}, {x.body}
                  <div className="soft small">
                    <TitleDays of={x} />
                  </div>
                </td>
                <td className="small">
                  {x.proposedBy ?? t('desk.house')} · <Moment at={x.proposedAt} />
                </td>
                <td className="tight">
                  <TitleApproval asked={x} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {beyond > 0 && <p className="soft flat">{t('users.moreproposals', { n: integer(beyond, language) })}</p>}
    </div>
  );
}
