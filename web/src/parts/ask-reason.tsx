import { Button, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ProblemBody } from '../api/client.js';
import { useText } from '../text/language.js';
import { Dialog } from './dialog.js';
import { Fault } from './parts.js';
import { useDraft } from './use-draft.js';

interface Asked {
  /** names what is asked for, so that what was typed is found again after a reload */
  draft: string;
  title: string;
  label: string;
  says?: ReactNode;
  go?: string;
  /** letters that it must have and may have */
  least?: number;
  most?: number;
  busy?: boolean;
  problem?: ProblemBody | null;
  close: () => void;
  done: (text: string, clear: () => void) => void;
}

/** Asks for a reason before an act, and says in the same place why the act was refused. */
export function AskReason({ draft, title, label, says, go, least = 5, most = 1000, busy, problem, close, done }: Asked) {
  const { t } = useText();
  const [text, setText, clear] = useDraft(`reason.${draft}`, '');
  return (
    <Dialog opened onClose={close} title={title} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          done(text.trim(), clear);
        }}
      >
        {says}
        <Textarea
          label={label}
          autosize
          minRows={3}
          maxRows={14}
          minLength={least}
          maxLength={most}
          data-autofocus
          required
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <Fault problem={problem} />
        <div className="row">
          <Button type="submit" loading={busy}>
            {go ?? t('act.ok')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks once more before an act that a click alone should not do. */
export function Sure({
  title,
  says,
  size,
  busy,
  problem,
  close,
  done,
}: {
  title: string;
  size?: string;
  says: ReactNode;
  busy?: boolean;
  problem?: ProblemBody | null;
  close: () => void;
  done: () => void;
}) {
  const { t } = useText();
  return (
    <Dialog opened onClose={close} title={title} size={size}>
      <div className="stack">
        <div>{says}</div>
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
