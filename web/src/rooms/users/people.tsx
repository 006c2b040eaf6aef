import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { call } from '../../api/client.js';
import { useMe } from '../../api/queries.js';
import type { UserLine } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Sure } from '../../parts/ask-reason.js';
import { Dialog } from '../../parts/dialog.js';
import { More } from '../../parts/more.js';
import { Fault, Loading } from '../../parts/parts.js';
import { StepUp } from '../../parts/step-up.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { AddUser } from './add-user.js';
import { GivenPassword } from './given-password.js';
import { PersonRow, type Asked } from './person-row.js';

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase();

/** Everybody who works here, with what they may do. */
export function People() {
  const { t, word } = useText();
  const me = useMe().data!;
  const [chosen, set] = useFilters();
  const list = usePages<UserLine>('users', '/users');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [given, setGiven] = useState<{ name: string; password: string } | null>(null);
  const act = useAct<Asked, { password?: string } | undefined>(
    ({ what, user, role, accountId }, key) =>
      what === 'end'
        ? call('DELETE', `/users/${user.staffId}/roles/${role}`, undefined, key)
        : what === 'propose'
          ? call('POST', `/users/${user.staffId}/roles`, { role }, key)
          : what === 'lock'
            ? call('POST', `/accounts/${accountId}/lock`, {}, key)
            : what === 'password'
              ? call('POST', `/accounts/${accountId}/password/reset`, {}, key)
              : call('POST', `/users/${accountId}/second-factor/reset`, {}, key),
    {
      refresh: [['users'], ['work'], ['counts']],
      done: (made) => {
        if (made?.password && asked) setGiven({ name: asked.user.name, password: made.password });
        setAsked(null);
      },
    },
  );
  const ask = (next: Asked) => {
    act.reset();
    setAsked(next);
  };
  const q = fold(chosen('q'));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (q && hasNextPage && !isFetchingNextPage) void fetchNextPage(); // whoever is looked for may stand on a later page
  }, [q, hasNextPage, isFetchingNextPage]);
  const lines = list.items.filter((u) => !q || fold(`${u.name} ${u.title} ${u.accounts?.map((a) => a.email).join(' ')}`).includes(q));
  return (
    <div className="stack">
      <div className="row">
        <TextInput
          w={280}
          placeholder={t('users.find')}
          aria-label={t('users.find')}
          value={chosen('q')}
          onChange={(e) => set({ q: e.currentTarget.value }, { replace: true })}
        />
        <span className="end">
          <AddUser />
        </span>
      </div>
      <Fault error={list.error} />
      {list.isPending ? (
        <Loading />
      ) : (
        <table className="list">
          <thead>
            <tr>
              <th>{t('users.person')}</th>
              <th>{t('signin.email')}</th>
              <th>{t('users.factor')}</th>
              <th>{t('users.rolesandtitles')}</th>
              <th className="tight">{t('users.propose')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((u) => (
              <PersonRow key={u.staffId} user={u} own={u.staffId === me.staffId} ask={ask} />
            ))}
          </tbody>
        </table>
      )}
      <More shown={lines.length} list={list} />
      {given && <GivenPassword {...given} close={() => setGiven(null)} />}
      {asked && act.problem?.code === 'step-up-needed' && (
        <Dialog opened onClose={() => setAsked(null)} title={t(`users.ask.${asked.what}`)}>
          <StepUp has close={() => setAsked(null)} done={() => act.go(asked)} />
        </Dialog>
      )}
      {asked && act.problem?.code !== 'step-up-needed' && (
        <Sure
          title={t(`users.ask.${asked.what}`)}
          says={t(`users.says.${asked.what}`, { name: asked.user.name, role: asked.role ? word('role', asked.role) : '' })}
          busy={act.busy}
          problem={act.problem}
          close={() => setAsked(null)}
          done={() => act.go(asked)}
        />
      )}
    </div>
  );
}
