import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Claim } from '../../api/types.js';
import { Dialog } from '../../parts/dialog.js';
import { SentBack } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import { ClaimForm } from './claim-form.js';

/** A new version of what was sent back, beside why it was. */
export function RewordClaim({ claim: c }: { claim: Claim }) {
  const { t } = useText();
  const [writing, write] = useState(false);
  const leave = () => write(false);
  return (
    <>
      <Button variant="default" onClick={() => write(true)} aria-label={`${t('claim.reword')}: ${c.wordings[0]?.text}`}>
        {t('claim.reword')}
      </Button>
      <Dialog opened={writing} onClose={leave} title={t('claim.reword')} size="xl">
        <div className="stack">
          <SentBack of={c} clock="true" />
          <ClaimForm draft={`claim.${c.id}.${c.versionId}`} of={c} done={leave} />
        </div>
      </Dialog>
    </>
  );
}
