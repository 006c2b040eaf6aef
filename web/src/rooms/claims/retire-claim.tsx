import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { Claim } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { useText } from '../../text/language.js';
import { ClaimTruth } from './claim-truth.js';

/** Takes a claim out of the registry, for a reason that stands with it from then on. */
export function RetireClaim({ claim: c }: { claim: Claim }) {
  const { t } = useText();
  const [asked, ask] = useState(false);
  const retire = useAct<string>((reason, key) => call('POST', `/claims/${c.id}/retire`, { reason }, key), {
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
        {t('claim.retire')}
      </Button>
      {asked && (
        <AskReason
          draft={`retire.${c.id}`}
          title={t('claim.retire')}
          label={t('claim.retirewhy')}
          go={t('claim.retire')}
          says={
            <div className="stack">
              <p className="flat">{t('claim.retirehint')}</p>
              <b className="wrap">{c.wordings[0]?.text}</b>
              <ClaimTruth claim={c} />
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
