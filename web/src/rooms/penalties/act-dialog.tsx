import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { call } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import type { DecisionFull } from './types.js';
import { touched } from './use-penalty.js';

interface Shown {
  file: DecisionFull;
  act: string;
  /** where it goes, below the decision, or below what `on` names */
  path: string;
  /** a record of its own about the decision, and its version */
  on?: { at: string; version: number };
  method?: 'POST' | 'PUT';
  /** or what makes it, when something must be sent before */
  body: object | ((key: string) => Promise<object>);
  close: () => void;
  done?: (answer: { id: string }) => void;
  children: ReactNode;
}

/** One act on a decision, or on a complaint about it: what is typed, then the button that does it. */
export function ActDialog({
  file,
  act,
  path,
  on = { at: `/penalties/${file.id}`, version: file.version },
  method = 'POST',
  body,
  close,
  done,
  children,
}: Shown) {
  const { t, word } = useText();
  const run = useAct<void, { id: string }>(
    async (_, key) =>
      call(method, `${on.at}/${path}`, { ...(typeof body === 'function' ? await body(key) : body), version: on.version }, key),
    {
      refresh: touched(file.caseId),
      done: (answer) => {
        close();
        done?.(answer);
      },
    },
  );
  return (
    <Dialog opened onClose={close} title={word('act', act)} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          run.go();
        }}
      >
        {children}
        <Fault problem={run.problem} />
        <div className="row">
          <Button type="submit" loading={run.busy}>
            {word('act', act)}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
