import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { call, get } from '../../api/client.js';
import type { CaptureChoices } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { itemKey } from './use-item.js';

/** Pages differ by who looks: another capture as a visitor with another device, with a session, or by another way. */
export default function CaptureAs({ itemId, postId, hosts }: { itemId: string; postId: string; hosts: string[] }) {
  const { t, word } = useText();
  const choices = useQuery({
    queryKey: ['capture-choices'],
    queryFn: ({ signal }) => get<CaptureChoices>('/captures/choices', signal),
    staleTime: 60_000,
  });
  const order = useAct<{ visitor?: string; route?: string }>((as, key) => call('POST', `/posts/${postId}/captures`, as, key), {
    refresh: [itemKey(itemId), ['counts']],
    done: () => notifications.show({ message: t('triage.ordered') }),
  });
  const [, ...devices] = choices.data?.visitors ?? [];
  const isFor = (host: string) => hosts.some((h) => h === host || h.endsWith(`.${host}`));
  const sessions = choices.data?.profiles.filter((p) => p.hosts.some(isFor)).map((p) => p.name) ?? [];
  const [, ...routes] = choices.data?.routes ?? [];
  if (devices.length + sessions.length + routes.length === 0) return null;
  return (
    <>
      {devices.map((visitor) => (
        <Button key={visitor} variant="subtle" loading={order.busy} onClick={() => order.go({ visitor })}>
          {t('triage.captureas', { visitor: word('visitor', visitor) })}
        </Button>
      ))}
      {sessions.map((visitor) => (
        <Button key={`with-${visitor}`} variant="subtle" loading={order.busy} onClick={() => order.go({ visitor })}>
          {t('triage.capturewith', { name: visitor })}
        </Button>
      ))}
      {routes.map((route) => (
        <Button key={`by-${route}`} variant="subtle" loading={order.busy} onClick={() => order.go({ route })}>
          {t('triage.captureby', { route: word('route', route) })}
        </Button>
      ))}
      <Fault problem={order.problem} />
    </>
  );
}
