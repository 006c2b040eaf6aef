import { Button, NativeSelect } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import type { UserLine } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { ROLES } from './roles.js';
import { Titles } from './titles.js';

/** What somebody wants done with a person, before it is confirmed. */
export interface Asked {
  what: 'end' | 'reset' | 'propose' | 'lock' | 'password';
  user: UserLine;
  role?: string;
  accountId?: string;
}
interface Row {
  user: UserLine;
  own: boolean;
  ask: (asked: Asked) => void;
}

/** One person: accounts, second factor, roles, and what may be proposed for them; nobody changes their own. */
export function PersonRow({ user, own, ask }: Row) {
  const { t, word } = useText();
  return (
    <tr>
      <td className="who">
        <b className="wrap">{user.name}</b> {own && <span className="soft small">({t('users.you')})</span>}
        <div className="soft small two">{user.title}</div>
      </td>
      <td className="small wrap who">
        {user.accounts?.map((a) => (
          <div key={a.id}>
            <div>
              {a.email} {a.disabledAt && <span className="late">· {t('users.disabled')}</span>}
            </div>
            {!a.disabledAt && !own && (
              <div className="row begin quiet">
                <AccountAct label={t('users.lock')} of={a.email} go={() => ask({ what: 'lock', user, accountId: a.id })} />
                <AccountAct label={t('users.ask.password')} of={a.email} go={() => ask({ what: 'password', user, accountId: a.id })} />
              </div>
            )}
          </div>
        ))}
      </td>
      <td className="small" data-label={t('users.factor')}>
        <Factors user={user} own={own} ask={ask} />
      </td>
      <td className="small">
        <Roles user={user} own={own} ask={ask} />
        <Titles user={user} own={own} />
      </td>
      <td className="tight" data-label={t('users.propose')}>
        {own ? (
          <span className="soft small">{t('users.notown')}</span>
        ) : (
          <NativeSelect
            aria-label={`${t('users.propose')}: ${user.name}`}
            value=""
            onChange={(e) => {
              if (e.currentTarget.value) ask({ what: 'propose', user, role: e.currentTarget.value });
            }}
            data={[
              { value: '', label: t('users.choose') },
              ...ROLES.filter((r) => !user.roles.some((x) => x.role === r)).map((r) => ({ value: r, label: word('role', r) })),
            ]}
          />
        )}
      </td>
    </tr>
  );
}

const AccountAct = ({ label, of, go }: { label: string; of: string; go: () => void }) => (
  <Button variant="subtle" color="gray" size="compact-xs" aria-label={`${label}: ${of}`} onClick={go}>
    {label}
  </Button>
);

function Factors({ user, own, ask }: Row) {
  const { t } = useText();
  return user.accounts?.map((a) => (
    <div key={a.id} className="row">
      <span className={`icon-word ${a.secondFactor ? 'good' : 'soft'}`}>
        {a.secondFactor ? <IconCircleCheck size={14} aria-hidden /> : <IconCircleDashed size={14} aria-hidden />}
        {t(a.secondFactor ? 'users.hasfactor' : 'users.nofactor')}
      </span>
      {a.resetProposed && <span className="soon">{t('users.resetpending')}</span>}
      {a.secondFactor && !a.resetProposed && !own && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={`${t('users.reset')}: ${user.name}`}
          onClick={() => ask({ what: 'reset', user, accountId: a.id })}
        >
          {t('users.reset')}
        </Button>
      )}
    </div>
  ));
}

function Roles({ user, own, ask }: Row) {
  const { t, word } = useText();
  return (
    <div className="roles">
      {user.roles.length === 0 && <span className="soft">{t('users.norole')}</span>}
      {user.roles.map((r) => (
        <div key={r.id} className="row">
          {r.approvedAt ? <b>{word('role', r.role)}</b> : <span>{word('role', r.role)}</span>}
          {!r.approvedAt && <span className="soon">{t('users.pending')}</span>}
          {!own && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-xs"
              aria-label={`${t('users.end')}: ${word('role', r.role)}, ${user.name}`}
              onClick={() => ask({ what: 'end', user, role: r.role })}
            >
              {t('users.end')}
            </Button>
          )}
        </div>
      ))}
    </div>
  );
}
