import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ProblemBody } from '../../api/client.js';
import { useText } from '../../text/language.js';
import { Dialog } from '../dialog.js';
import { Fault } from '../parts.js';
import type { Naming } from './use-saved-lists.js';

const LONGEST = 60;
interface Asked {
  title: string;
  now: Naming;
  busy: boolean;
  problem: ProblemBody | null;
  close: () => void;
  done: (naming: Naming) => void;
}

/** Asks how a saved list is called, and who sees it. */
export default function NameDialog({ title, now, busy, problem, close, done }: Asked) {
  const { t } = useText();
  const [name, setName] = useState(now.name);
  const [shared, setShared] = useState(now.shared);
  return (
    <Dialog opened onClose={close} title={title}>
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          if (name.trim()) done({ name: name.trim(), shared });
        }}
      >
        <Fault problem={problem} />
        <TextInput
          label={t('saved.name')}
          data-autofocus
          required
          maxLength={LONGEST}
          value={name}
          onChange={(e) => setName(e.currentTarget.value)}
        />
        <Checkbox label={t('saved.shared')} checked={shared} onChange={(e) => setShared(e.currentTarget.checked)} />
        <div className="row">
          <Button type="submit" loading={busy}>
            {t('act.ok')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
