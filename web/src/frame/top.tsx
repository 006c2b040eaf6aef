import { ActionIcon, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.js';
import type { Me } from '../api/types.js';
import { ActsMenu } from '../parts/acts-menu.js';
import { forgetDrafts } from '../parts/drafts.js';
import { forgetRecent } from '../parts/recent.js';
import { useText } from '../text/language.js';
import { DemoClock } from './demo-clock.js';
import { LanguageSwitch } from './language-switch.js';
import { Later } from './later.js';
import { SearchBox } from './search-box.js';

const openLive = () => import('../live/live.js').then((m) => m.Live);

export function Top({ me }: { me: Me }) {
  const { t, word } = useText();
  const queries = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const leave = () =>
    void call('POST', '/sign-out').finally(() => {
      queries.clear();
      forgetDrafts(me.staffId);
      forgetRecent(me.staffId);
      location.assign('/office/');
    });
  return (
    <header className="top">
      <b>{t('app.name')}</b>
      <SearchBox me={me} />
      <Later open={openLive} />
      <span className="end row">
        <DemoClock me={me} />
        <LanguageSwitch />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('top.theme')}
          onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
        >
          {scheme === 'dark' ? <IconSun size={16} /> : <IconMoon size={16} />}
        </ActionIcon>
        <ActsMenu
          target={(open) => (
            <Button className="person" variant="subtle" color="gray" maw={220} leftSection={<IconUser size={15} />} {...open}>
              <span className="name">{me.name}</span>
            </Button>
          )}
          title={[...new Set([me.title, me.roles.map((r) => word('role', r)).join(', ')])].filter(Boolean).join(' · ')}
          acts={[
            { says: t('users.tab.own'), to: '/users?tab=own' },
            { says: t('top.signout'), act: leave },
          ]}
        />
      </span>
    </header>
  );
}
