import { Button } from '@mantine/core';
import type { ProblemBody } from '../../api/client.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { Preview } from './preview.js';
import type { CorrectionFull } from './use-correction.js';

interface Asked {
  file: CorrectionFull;
  title: string;
  busy: boolean;
  problem: ProblemBody | null;
  close: () => void;
  done: () => void;
}

/** Exactly what everybody will read, before somebody says yes to it. */
export function PublishDialog({ file, title, busy, problem, close, done }: Asked) {
  const { t } = useText();
  return (
    <Dialog opened onClose={close} title={title} size="xl">
      <div className="stack">
        <p className="flat">{t('correction.publishhint')}</p>
        <Preview file={file} />
        <Fault problem={problem} />
        <div className="row">
          <Button data-autofocus loading={busy} onClick={done}>
            {title}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
