import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import type { CaptureChoices } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { itemKey } from './use-item.js';

/** Pages differ by who looks: another capture as a visitor with another device. */
export default function CaptureAs({ itemId, postId }: { itemId: string; postId: string }) {
  const { t, word } = useText();
  const choices = useQuery({
    queryKey: ['capture-choices'],
    queryFn: ({ signal }) => get<CaptureChoices>('/captures/choices', signal),
    staleTime: Infinity,
  });
  const order = useAct<string>((visitor, key) => call('POST', `/posts/${postId}/captures`, { visitor }, key), {
    refresh: [itemKey(itemId), ['counts']],
    done: () => notifications.show({ message: t('triage.ordered') }),
  });
  const [, ...others] = choices.data?.visitors ?? [];
  if (others.length === 0) return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="subtle" loading={order.busy}>
            {t('triage.captureas')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((visitor) => (
            <Menu.Item key={visitor} onClick={() => order.go(visitor)}>
              {word('visitor', visitor)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Fault problem={order.problem} />
    </>
  );
}
