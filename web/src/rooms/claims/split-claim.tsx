import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { Claim } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';

/** Takes wordings out of a claim that says two things; they become a draft of their own. */
export function SplitClaim({ claim: c, close }: { claim: Claim; close: () => void }) {
  const { t } = useText();
  const [chosen, choose] = useState<ReadonlySet<number>>(new Set());
  const split = useAct<void>((_, key) => call('POST', `/claims/${c.id}/split`, { wordings: [...chosen], version: c.version }, key), {
    refresh: [['claims'], ['claim'], ['work'], ['counts']],
    done: () => {
      notifications.show({ color: 'teal', message: t('merge.splitdone') });
      close();
    },
  });
  return (
    <Dialog opened onClose={close} title={t('merge.split')} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          split.go();
        }}
      >
        <p className="flat soft">{t('merge.splithint')}</p>
        <fieldset className="plain stack">
          <legend className="small">{t('merge.splitwhich')}</legend>
          {c.wordings.map((w, i) => (
            <Checkbox
              key={`${w.language} ${w.text}`}
              label={`${w.text} (${t(`spoken.${w.language}`)})`}
              checked={chosen.has(i)}
              data-autofocus={i === 0 || undefined}
              onChange={(e) => {
                const on = e.currentTarget.checked;
                choose((old) => new Set(on ? [...old, i] : [...old].filter((n) => n !== i)));
              }}
            />
          ))}
        </fieldset>
        <Fault problem={split.problem} />
        <div className="row">
          <Button type="submit" loading={split.busy} disabled={chosen.size === 0 || chosen.size === c.wordings.length}>
            {t('merge.splitgo')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
          {chosen.size === c.wordings.length && <span className="small">{t('merge.onestays')}</span>}
        </div>
      </form>
    </Dialog>
  );
}
