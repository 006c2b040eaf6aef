import { Button, MultiSelect, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '../api/client.js';
import { may, useMe } from '../api/queries.js';
import type { UserLine } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { Fault, Loading } from '../parts/parts.js';
import { usePages } from '../parts/use-pages.js';
import { useText } from '../text/language.js';

const ROLES = ['inspector', 'legal', 'coordinator', 'operator', 'chief', 'auditor', 'administrator'];

/** People, their accounts and roles; a role counts once a second person has approved it. */
export default function Users() {
  const { t, word } = useText();
  const me = useMe().data!;
  const list = usePages<UserLine>('users', '/users');
  const refresh = [['users'], ['work'], ['counts']];
  const [f, set] = useState({ name: '', title: '', email: '', password: '', roles: [] as string[] });
  const add = useAct<void>((_, key) => call('POST', '/users', f, key), {
    refresh,
    done: () => set({ name: '', title: '', email: '', password: '', roles: [] }),
  });
  const propose = useAct<{ staffId: string; role: string }>(
    ({ staffId, role }, key) => call('POST', `/users/${staffId}/roles`, { role }, key),
    { refresh },
  );
  const approve = useAct<string>((id, key) => call('POST', `/role-proposals/${id}/approve`, {}, key), { refresh });
  const end = useAct<{ staffId: string; role: string }>(
    ({ staffId, role }, key) => call('DELETE', `/users/${staffId}/roles/${role}`, undefined, key),
    { refresh },
  );
  const roles = ROLES.map((r) => ({ value: r, label: word('role', r) }));
  return (
    <div className="pad stack">
      <h1>{t('nav.users')}</h1>
      {[add, propose, approve, end].map((a, i) => (
        <Fault key={i} problem={a.problem} />
      ))}
      <Fault error={list.error} />
      {list.isPending ? (
        <Loading />
      ) : (
        <table className="list">
          <tbody>
            {list.items.map((u) => (
              <tr key={u.staffId}>
                <td>
                  <b>{u.name}</b>
                  <div className="soft small">{u.title}</div>
                </td>
                <td>{u.accounts?.map((a) => a.email).join(', ')}</td>
                <td>
                  {u.roles.map((r) => (
                    <div key={r.id} className="row small">
                      {word('role', r.role)}
                      {!r.approvedAt && <span className="soft">({t('users.pending')})</span>}
                      {!r.approvedAt && may(me, 'rights.approve') && (
                        <Button variant="light" onClick={() => approve.go(r.id)}>
                          {t('users.approve')}
                        </Button>
                      )}
                      {u.staffId !== me.staffId && (
                        <Button variant="subtle" color="gray" onClick={() => end.go({ staffId: u.staffId, role: r.role })}>
                          {t('users.end')}
                        </Button>
                      )}
                    </div>
                  ))}
                </td>
                <td>
                  {u.staffId !== me.staffId && (
                    <NativeSelect
                      aria-label={t('users.propose')}
                      value=""
                      onChange={(e) => {
                        if (e.currentTarget.value) propose.go({ staffId: u.staffId, role: e.currentTarget.value });
                      }}
                      data={[{ value: '', label: t('users.propose') }, ...roles.filter((r) => !u.roles.some((x) => x.role === r.value))]}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <Button variant="default" onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      <form
        className="card stack"
        onSubmit={(e) => {
          e.preventDefault();
          add.go();
        }}
      >
        <b>{t('users.new')}</b>
        <div className="row">
          <TextInput
            className="grow"
            label={t('case.name')}
            required
            value={f.name}
            onChange={(e) => set({ ...f, name: e.currentTarget.value })}
          />
          <TextInput
            className="grow"
            label={t('users.title')}
            value={f.title}
            onChange={(e) => set({ ...f, title: e.currentTarget.value })}
          />
        </div>
        <div className="row">
          <TextInput
            className="grow"
            type="email"
            label={t('signin.email')}
            required
            value={f.email}
            onChange={(e) => set({ ...f, email: e.currentTarget.value })}
          />
          <PasswordInput
            className="grow"
            size="xs"
            label={t('users.password')}
            required
            minLength={12}
            autoComplete="new-password"
            value={f.password}
            onChange={(e) => set({ ...f, password: e.currentTarget.value })}
          />
        </div>
        <MultiSelect size="xs" label={t('users.roles')} data={roles} value={f.roles} onChange={(v) => set({ ...f, roles: v })} />
        <div>
          <Button type="submit" loading={add.busy}>
            {t('users.new')}
          </Button>
        </div>
      </form>
    </div>
  );
}
