import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
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
  const sent = useRef(false);
  useEffect(() => {
    // closed after it was sent, so it was taken; a refusal leaves it open with what was typed
    if (!opened && sent.current) forget();
    sent.current = false;
  }, [opened]);
  const leave = () => {
    sent.current = false; // what was refused is kept for another try
    close();
  };
  return (
    <Dialog opened={opened} onClose={leave} title={title} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          sent.current = true;
          done(text.trim());
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
          <Button type="submit">{title}</Button>
          <Button variant="default" onClick={leave}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
