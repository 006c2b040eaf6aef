import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useMe } from '../../api/queries.js';
import type { UserLine } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Sure } from '../../parts/ask-reason.js';
import { More } from '../../parts/more.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useFilters } from '../../parts/use-filters.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { AddUser } from './add-user.js';
import { ROLES } from './roles.js';

interface Asked {
  what: 'end' | 'reset' | 'propose';
  user: UserLine;
  role?: string;
  accountId?: string;
}
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').toLowerCase();

/** Everybody who works here, with what they may do. */
export function People() {
  const { t, word } = useText();
  const me = useMe().data!;
  const [chosen, set] = useFilters();
  const list = usePages<UserLine>('users', '/users');
  const [asked, setAsked] = useState<Asked | null>(null);
  const act = useAct<Asked>(
    ({ what, user, role, accountId }, key) =>
      what === 'end'
        ? call('DELETE', `/users/${user.staffId}/roles/${role}`, undefined, key)
        : what === 'propose'
          ? call('POST', `/users/${user.staffId}/roles`, { role }, key)
          : call('POST', `/users/${accountId}/second-factor/reset`, {}, key),
    { refresh: [['users'], ['work'], ['counts']], done: () => setAsked(null) },
  );
  const ask = (next: Asked) => {
    act.reset();
    setAsked(next);
  };
  const q = fold(chosen('q'));
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
              <th>{t('users.roles')}</th>
              <th className="tight">{t('users.propose')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((u) => {
              const own = u.staffId === me.staffId;
              return (
                <tr key={u.staffId}>
                  <td>
                    <b className="wrap">{u.name}</b> {own && <span className="soft small">({t('users.you')})</span>}
                    <div className="soft small">{u.title}</div>
                  </td>
                  <td className="small wrap">
                    {u.accounts?.map((a) => (
                      <div key={a.id}>
                        {a.email} {a.disabledAt && <span className="late">· {t('users.disabled')}</span>}
                      </div>
                    ))}
                  </td>
                  <td className="small">
                    {u.accounts?.map((a) => (
                      <div key={a.id} className="row">
                        <span className={`icon-word ${a.secondFactor ? 'good' : 'soft'}`}>
                          {a.secondFactor ? <IconCircleCheck size={14} aria-hidden /> : <IconCircleDashed size={14} aria-hidden />}
                          {t(a.secondFactor ? 'users.hasfactor' : 'users.nofactor')}
                        </span>
                        {a.secondFactor && !own && (
                          <Button
                            variant="subtle"
                            size="compact-xs"
                            onClick={() => ask({ what: 'reset', user: u, accountId: a.id })}
                            aria-label={`${t('users.reset')}: ${u.name}`}
                          >
                            {t('users.reset')}
                          </Button>
                        )}
                      </div>
                    ))}
                  </td>
                  <td className="small">
                    <div className="roles">
                      {u.roles.length === 0 && <span className="soft">{t('users.norole')}</span>}
                      {u.roles.map((r) => (
                        <div key={r.id} className="row">
                          {r.approvedAt ? <b>{word('role', r.role)}</b> : <span>{word('role', r.role)}</span>}
                          {!r.approvedAt && <span className="soon">{t('users.pending')}</span>}
                          {!own && (
                            <Button
                              variant="subtle"
                              color="gray"
                              size="compact-xs"
                              aria-label={`${t('users.end')}: ${word('role', r.role)}, ${u.name}`}
                              onClick={() => ask({ what: 'end', user: u, role: r.role })}
                            >
                              {t('users.end')}
                            </Button>
                          )}
                        </div>
                      ))}
                    </div>
                  </td>
                  <td className="tight">
                    {own ? (
                      <span className="soft small">{t('users.notown')}</span>
                    ) : (
                      <NativeSelect
                        aria-label={`${t('users.propose')}: ${u.name}`}
                        value=""
                        onChange={(e) => {
                          if (e.currentTarget.value) ask({ what: 'propose', user: u, role: e.currentTarget.value });
                        }}
                        data={[
                          { value: '', label: t('users.choose') },
                          ...ROLES.filter((r) => !u.roles.some((x) => x.role === r)).map((r) => ({ value: r, label: word('role', r) })),
                        ]}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      <More shown={lines.length} list={list} />
      {asked && (
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
