import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Claim } from '../../api/types.js';
import { Dialog } from '../../parts/dialog.js';
import { SentBack } from '../../parts/sent-back.js';
import { useText } from '../../text/language.js';
import { ClaimForm } from './claim-form.js';

/** A new version: of what was sent back beside why it was, of any other beside what is in force until it is approved. */
export function RewordClaim({ claim: c }: { claim: Claim }) {
  const { t } = useText();
  const [writing, write] = useState(false);
  const leave = () => write(false);
  const title = t(!c.approvedAt && c.returnedAt ? 'claim.reword' : 'claim.another');
  return (
    <>
      <Button variant="default" onClick={() => write(true)} aria-label={`${title}: ${c.wordings[0]?.text}`}>
        {title}
      </Button>
      <Dialog opened={writing} onClose={leave} title={title} size="xl">
        <div className="stack">
          <SentBack of={c} clock="true" />
          {c.state === 'approved' && <span className="soft small">{t('claim.inforceuntil')}</span>}
          <ClaimForm draft={`claim.${c.id}.${c.versionId}`} of={c} done={leave} />
        </div>
      </Dialog>
    </>
  );
}
