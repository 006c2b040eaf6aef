import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { may, useMe } from '../api/queries.js';
import OwnPassword from '../frame/own-password.js';
import '../parts/desks.css';
import { Loading } from '../parts/parts.js';
import { useFilters } from '../parts/use-filters.js';
import { useText } from '../text/language.js';
import { LockedAccounts } from './users/locked-accounts.js';
import { OwnFactor } from './users/own-factor.js';
import { People } from './users/people.js';
import { Proposals } from './users/proposals.js';

const Profiles = lazy(() => import('./users/profiles.js'));

/** People, their accounts and roles; a role counts once a second person has approved it. Everybody keeps their own second factor here. */
export default function Users() {
  const { t } = useText();
  const me = useMe().data!;
  const [chosen, set] = useFilters();
  const open = [
    ...(may(me, 'users.manage') ? ['people'] : []),
    ...(may(me, 'rights.approve') ? ['proposals'] : []),
    ...(may(me, 'profile.manage') ? ['profiles'] : []),
    'own',
  ];
  const tab = open.includes(chosen('tab')) ? chosen('tab') : open[0];
  return (
    <div className="wide stack">
      <h1>{t('nav.users')}</h1>
      <Tabs value={tab} onChange={(v) => set({ tab: v ?? '' })} keepMounted={false}>
        <Tabs.List mb={10}>
          {open.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`users.tab.${name as 'own'}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="people">
          <People />
        </Tabs.Panel>
        <Tabs.Panel value="proposals">
          <div className="stack">
            <Proposals />
            <LockedAccounts />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="profiles">
          <Suspense fallback={<Loading />}>
            <Profiles />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="own">
          <div className="stack">
            <OwnFactor />
            <OwnPassword />
          </div>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
