import { ActionIcon, Button, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { call } from '../api/client.js';
import type { Me } from '../api/types.js';
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
        <Menu withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button className="person" variant="subtle" color="gray" maw={220} leftSection={<IconUser size={15} />}>
              <span className="name">{me.name}</span>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{[...new Set([me.title, me.roles.map((r) => word('role', r)).join(', ')])].filter(Boolean).join(' · ')}</Menu.Label>
            <Menu.Item component={Link} to="/users?tab=own">
              {t('users.tab.own')}
            </Menu.Item>
            <Menu.Item onClick={leave}>{t('top.signout')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </header>
  );
}
