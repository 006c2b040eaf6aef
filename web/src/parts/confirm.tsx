import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.js';
import { useText } from '../text/language.js';

interface Asked {
  title: string;
  opened: boolean;
  close: () => void;
  go: () => void;
  label: string;
  children: ReactNode;
}

/** Shows what is about to happen before an act that cannot be taken back. */
export function Confirm({ title, opened, close, go, label, children }: Asked) {
  const { t } = useText();
  return (
    <Dialog opened={opened} onClose={close} title={title} size="lg">
      <div className="stack">
        {children}
        <div className="row">
          <Button
            data-autofocus
            onClick={() => {
              close();
              go();
            }}
          >
            {label}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
