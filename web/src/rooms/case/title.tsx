import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CaseFull } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { useDraft } from '../../parts/use-draft.js';
import { useText } from '../../text/language.js';
import { post, touched } from './use-case.js';

const LONGEST = 300;

/** What the case is called; whoever works on it calls it otherwise, where it stands. */
export function CaseTitle({ file }: { file: CaseFull }) {
  const { t, word } = useText();
  const title = file.title ?? '';
  const may = file.next.some((a) => a.act === 'retitle' && a.possible);
  const [typed, type, drop] = useDraft<string>(`case.${file.id}.title`, '');
  /** the title that stood there when somebody began to write */
  const [begun, begin] = useState<string | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const end = () => {
    begin(null);
    requestAnimationFrame(() => edit.current?.focus());
  };
  const act = useAct<string>((said, key) => post(file.id, '/title', { title: said, version: file.version }, key), {
    refresh: touched(file.id),
    done: () => {
      drop();
      end();
    },
  });
  const open = (text: string) => {
    act.reset();
    type(text);
    begin(title);
  };
  /** Nothing is changed; what was typed can be taken up again. */
  const leave = () => {
    if (typed.trim() === title) drop();
    end();
  };
  if (begun === null || !may)
    return (
      <div className="row">
        {title && <span className="two wrap">{title}</span>}
        {may && (
          <Button ref={edit} variant="subtle" size="compact-xs" onClick={() => open(title)}>
            {word('act', 'retitle')}
          </Button>
        )}
        {may && typed && typed !== title && (
          <Button variant="subtle" size="compact-xs" onClick={() => open(typed)}>
            {t('case.titleagain')}
          </Button>
        )}
      </div>
    );
  return (
    <form
      className="stack"
      onSubmit={(e) => {
        e.preventDefault();
        if (typed.trim() === title) leave();
        else act.go(typed.trim());
      }}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || e.nativeEvent.isComposing) return;
        e.stopPropagation();
        leave();
      }}
    >
      <div className="row">
        <TextInput
          className="grow"
          aria-label={t('case.title')}
          autoFocus
          required
          maxLength={LONGEST}
          value={typed}
          onChange={(e) => type(e.currentTarget.value)}
        />
        <Button type="submit" loading={act.busy}>
          {t('act.save')}
        </Button>
        <Button variant="default" onClick={leave}>
          {t('act.cancel')}
        </Button>
      </div>
      {title !== begun && <div className="late small wrap">{t('case.titlenow', { title })}</div>}
      <Fault problem={act.problem} />
    </form>
  );
}
