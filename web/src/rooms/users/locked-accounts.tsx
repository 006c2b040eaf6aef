import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { LockedAccount } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Sure } from '../../parts/ask-reason.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Fault } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';

/** Accounts that an administrator locked; whoever approves rights lifts the lock. */
export function LockedAccounts() {
  const { t } = useText();
  const list = usePages<LockedAccount>('locked', '/accounts/locked');
  const [asked, ask] = useState<LockedAccount | null>(null);
  const unlock = useAct<LockedAccount>(({ accountId }, key) => call('POST', `/accounts/${accountId}/unlock`, {}, key), {
    refresh: [['locked'], ['users']],
    done: () => ask(null),
  });
  return (
    <Section id="locked" title={t('users.lockedaccounts')}>
      <Fault error={list.error} />
      {list.items.length === 0 && !list.isPending && <p className="soft flat">{t('users.nolocked')}</p>}
      {list.items.length > 0 && (
        <div className="card lines">
          {list.items.map((a) => (
            <div key={a.accountId} className="row">
              <span className="grow wrap">
                <b>{a.name}</b> <span className="small">{a.email}</span>
                <span className="soft small">
                  {' '}
                  · {t('users.lockedby', { name: a.lockedBy ?? t('desk.house') })} · <Moment at={a.lockedAt} clock="true" />
                </span>
              </span>
              <Button variant="default" aria-label={`${t('users.unlock')}: ${a.name}`} onClick={() => ask(a)}>
                {t('users.unlock')}
              </Button>
            </div>
          ))}
        </div>
      )}
      <More shown={list.items.length} list={list} />
      {asked && (
        <Sure
          title={t('users.ask.unlock')}
          says={t('users.says.unlock', { name: asked.name })}
          busy={unlock.busy}
          problem={unlock.problem}
          close={() => ask(null)}
          done={() => unlock.go(asked)}
        />
      )}
    </Section>
  );
}
