import { notificationsStore } from '@mantine/notifications';
import { useEffect, useState, type ComponentType } from 'react';

/** What is said in passing; what shows it comes with the first that is said. */
export function Notices() {
  const [Shown, setShown] = useState<ComponentType | null>(null);
  useEffect(
    () =>
      notificationsStore.subscribe(() => {
        import('./shown-notices.js').then(
          (m) => setShown(() => m.ShownNotices),
          () => undefined,
        );
      }),
    [],
  );
  return Shown && <Shown />;
}
