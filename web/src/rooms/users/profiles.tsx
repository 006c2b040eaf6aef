import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { ProfileLine, ProfilePage } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Sure } from '../../parts/ask-reason.js';
import { Moment } from '../../parts/moment.js';
import { More } from '../../parts/more.js';
import { Fault, Loading, State } from '../../parts/parts.js';
import { usePages } from '../../parts/use-pages.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { GiveProfile, PROFILES, RenewProfile } from './give-profile.js';

/** The sessions with which pages for members are captured: whose they are, how they stand, what waits for them. */
export default function Profiles() {
  const { t, word, language } = useText();
  const list = usePages<ProfileLine>('profiles', '/capture-profiles');
  const [renewed, renew] = useState<ProfileLine | null>(null);
  const [ended, ask] = useState<ProfileLine | null>(null);
  const end = useAct<ProfileLine>(({ id, version }, key) => call('POST', `/capture-profiles/${id}/end`, { version }, key), {
    refresh: PROFILES,
    done: () => ask(null),
  });
  if (list.isPending) return <Loading />;
  return (
    <div className="stack">
      <div className="row">
        <p className="soft small flat grow">{t('profiles.why')}</p>
        <GiveProfile visitors={(list.data?.pages[0] as ProfilePage | undefined)?.visitors ?? []} />
      </div>
      <Fault error={list.error} />
      {list.items.length === 0 && <p className="soft flat">{t('profiles.none')}</p>}
      {list.items.length > 0 && (
        <table className="list">
          <thead>
            <tr>
              <th>{t('profiles.name')}</th>
              <th>{t('profiles.hosts')}</th>
              <th>{t('profiles.visitor')}</th>
              <th>{t('profiles.state')}</th>
              <th>{t('profiles.given')}</th>
              <th className="tight">{t('profiles.acts')}</th>
            </tr>
          </thead>
          <tbody>
            {list.items.map((p) => (
              <tr key={p.id}>
                <td>
                  <b>{p.name}</b>
                </td>
                <td className="wrap">
                  {word('platform', p.platform)} <span className="soft small">{p.hosts.join(', ')}</span>
                </td>
                <td>{word('visitor', p.visitor)}</td>
                <td>
                  <State kind="profile" value={p.state} />{' '}
                  <span className="soft small">
                    <Moment at={p.since} clock="true" />
                    {p.waiting > 0 && ` · ${t('profiles.waiting', { n: integer(p.waiting, language) })}`}
                  </span>
                </td>
                <td>
                  {p.givenBy}{' '}
                  <span className="soft small">
                    <Moment at={p.givenAt} clock="true" />
                  </span>
                </td>
                <td className="tight">
                  <Button variant="default" size="compact-xs" aria-label={`${t('profiles.renew')}: ${p.name}`} onClick={() => renew(p)}>
                    {t('profiles.renew')}
                  </Button>{' '}
                  {p.state !== 'ended' && (
                    <Button variant="default" size="compact-xs" aria-label={`${t('profiles.end')}: ${p.name}`} onClick={() => ask(p)}>
                      {t('profiles.end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More shown={list.items.length} list={list} />
      {renewed && <RenewProfile profile={renewed} close={() => renew(null)} />}
      {ended && (
        <Sure
          title={t('profiles.end')}
          says={t('profiles.endsays', { name: ended.name, n: integer(ended.waiting, language) })}
          busy={end.busy}
          problem={end.problem}
          close={() => ask(null)}
          done={() => end.go(ended)}
        />
      )}
    </div>
  );
}
