import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../text/language.js';
import { Dialog } from './dialog.js';
import { Moment } from './moment.js';

interface Shown {
  /** what is read, as the button says it aloud */
  name: string;
  title: string;
  reading: boolean;
  turn: (reading: boolean) => void;
  children: ReactNode;
}

/** The way to an approval leads through what is approved. */
export function ReadFirst({ name, title, reading, turn, children }: Shown) {
  const { t } = useText();
  return (
    <>
      <Button onClick={() => turn(true)} aria-label={`${t('claim.readfirst')}: ${name}`}>
        {t('claim.readfirst')}
      </Button>
      <Dialog opened={reading} onClose={() => turn(false)} title={title} size="lg">
        {children}
      </Dialog>
    </>
  );
}

export function ProposedBy({ who, at }: { who: string | null; at: string }) {
  const { t } = useText();
  return (
    <div className="soft small">
      {t('users.proposedby')}: {who ?? t('desk.house')} · <Moment at={at} clock="true" />
    </div>
  );
}
