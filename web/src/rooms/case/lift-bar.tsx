import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFull, Party } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { useText } from '../../text/language.js';
import { post, touched } from './use-case.js';

/** A colleague who was named by mistake may know of the case again; somebody else than whoever named them says why. */
export function LiftBar({ file, party }: { file: CaseFull; party: Party }) {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  const lift = useAct<string>((reason, key) => post(file.id, `/parties/${party.id}/bar-lift`, { reason, version: file.version }, key), {
    refresh: touched(file.id),
    done: () => setAsked(false),
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsked(true)}>
        {t('case.unbar')}
      </Button>
      {asked && (
        <AskReason
          draft={`unbar.${party.id}`}
          title={t('case.unbar')}
          label={t('case.unbar.why')}
          go={t('case.unbar')}
          busy={lift.busy}
          problem={lift.problem}
          close={() => setAsked(false)}
          done={(reason, clear) => void lift.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </>
  );
}
