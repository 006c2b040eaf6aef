import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { Claim } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { useText } from '../../text/language.js';
import { ClaimTruth } from './claim-truth.js';

/** Proposes that a claim leaves the registry, for a reason that stands with it; somebody else decides. */
export function ProposeRetirement({ claim: c }: { claim: Claim }) {
  const { t } = useText();
  const [asked, ask] = useState(false);
  const retire = useAct<string>((reason, key) => call('POST', `/claims/${c.id}/retirement`, { reason, version: c.version }, key), {
    refresh: [['claims'], ['claim'], ['work'], ['counts']],
    done: () => ask(false),
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          retire.reset();
          ask(true);
        }}
      >
        {t('claim.proposeretire')}
      </Button>
      {asked && (
        <AskReason
          draft={`retire.${c.id}`}
          title={t('claim.proposeretire')}
          label={t('claim.retirewhy')}
          go={t('claim.proposeretire')}
          says={
            <div className="stack">
              <p className="flat">{t('claim.retirehint')}</p>
              <b className="wrap">{c.wordings[0]?.text}</b>
              <ClaimTruth claim={c} whole />
            </div>
          }
          busy={retire.busy}
          problem={retire.problem}
          close={() => ask(false)}
          done={(reason, clear) => void retire.goAsync(reason).then(clear, () => undefined)}
        />
      )}
    </>
  );
}
