import { ActionIcon, Badge, Button, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call, onSignal } from '../api/client.js';
import { useAct } from '../api/use-act.js';
import { may, useClock } from '../api/queries.js';
import type { Me } from '../api/types.js';
import { useText } from '../text/language.js';
import { exact } from '../text/time.js';
import { SearchBox } from './search-box.js';

export function Top({ me }: { me: Me }) {
  const { t, word, language, choose } = useText();
  const queries = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const [lost, setLost] = useState(false);
  useEffect(() => onSignal((signal) => setLost(signal === 'lost')), []);
  const leave = () =>
    void call('POST', '/sign-out').finally(() => {
      queries.clear();
      location.assign('/office/');
    });
  return (
    <header className="top">
      <b>{t('app.name')}</b>
      <SearchBox />
      {lost && (
        <Badge color="red" role="status">
          {t('app.unreachable')}
        </Badge>
      )}
      <span className="end row">
        <DemoClock me={me} />
        <Button variant="subtle" color="gray" onClick={() => choose(language === 'vi' ? 'en' : 'vi')}>
          {t('top.language')}
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('top.theme')}
          onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
        >
          {scheme === 'dark' ? <IconSun size={16} /> : <IconMoon size={16} />}
        </ActionIcon>
        <Menu>
          <Menu.Target>
            <Button variant="subtle" color="gray" leftSection={<IconUser size={15} />}>
              {me.name}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              {me.title} · {me.roles.map((r) => word('role', r)).join(', ')}
            </Menu.Label>
            <Menu.Item onClick={leave}>{t('top.signout')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </header>
  );
}

/** The office clock of the demo, which may be moved forward so that a second look a day later is seen at once. */
function DemoClock({ me }: { me: Me }) {
  const { t, language } = useText();
  const clock = useClock().data;
  const move = useAct<void>((_, key) => call('POST', '/demo/clock', { hours: 25 }, key), {
    refresh: [['clock'], ['takedowns'], ['takedown'], ['case'], ['counts']],
  });
  if (!clock?.demo) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="light" color="grape">
          {t('app.demo')}
          {clock.offsetHours > 0 ? ` · ${t('top.ahead', { hours: Math.round(clock.offsetHours) })}` : ''}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {t('top.clock')}: {exact(clock.officeNow, language, me.timeZone)}
        </Menu.Label>
        {may(me, 'demo.clock') && <Menu.Item onClick={() => move.go()}>{t('top.forward')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
