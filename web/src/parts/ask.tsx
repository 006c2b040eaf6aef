import { Button, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog.js';
import { useText } from '../text/language.js';
import { useDraft } from './use-draft.js';

interface Asked {
  title: string;
  label: string;
  opened: boolean;
  close: () => void;
  done: (text: string) => void;
  needed?: boolean;
  /** names the draft, so that what is typed outlives a reload */
  draft?: string;
  children?: ReactNode;
}

/** Asks for a text before an act. */
export function Ask({ title, label, opened, close, done, needed = true, draft, children }: Asked) {
  const { t } = useText();
  const [text, setText, forget] = useDraft(draft ?? null, '');
  return (
    <Dialog opened={opened} onClose={close} title={title} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          done(text.trim());
          forget();
        }}
      >
        {children}
        <Textarea
          label={label}
          autosize
          minRows={3}
          maxRows={12}
          data-autofocus
          required={needed}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit">{t('act.ok')}</Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
