import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Claim } from '../../api/types.js';
import { ActsMenu } from '../../parts/acts-menu.js';
import { useText } from '../../text/language.js';
import { MergeClaim, ReinstateClaim } from './merge-claim.js';
import { SplitClaim } from './split-claim.js';

/** What is seldom done with a claim: it turns out to be another one, or two. */
export function MoreActs({ claim: c }: { claim: Claim }) {
  const { t } = useText();
  const [open, show] = useState<'merge' | 'split' | 'reinstate' | null>(null);
  const close = () => show(null);
  const acts =
    c.state === 'merged'
      ? [{ says: t('merge.reinstate'), act: () => show('reinstate') }]
      : [
          { says: t('merge.propose'), act: () => show('merge') },
          { says: t('merge.split'), act: () => show('split'), disabled: !c.approvedAt || c.wordings.length < 2 },
        ];
  return (
    <>
      <ActsMenu
        target={(menu) => (
          <Button variant="default" aria-label={`${t('merge.more')}: ${c.wordings[0]?.text}`} {...menu}>
            {t('merge.more')}
          </Button>
        )}
        acts={acts}
      />
      {open === 'merge' && <MergeClaim claim={c} close={close} />}
      {open === 'split' && <SplitClaim claim={c} close={close} />}
      {open === 'reinstate' && <ReinstateClaim claim={c} close={close} />}
    </>
  );
}
