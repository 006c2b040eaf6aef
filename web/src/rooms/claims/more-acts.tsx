import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Claim } from '../../api/types.js';
import { ActsMenu } from '../../parts/acts-menu.js';
import { registryDesk } from '../../parts/desk.js';
import { useText } from '../../text/language.js';

const MergeClaim = registryDesk(async () => ({ default: (await import('./merge-claim.js')).MergeClaim }));
const ReinstateClaim = registryDesk(async () => ({ default: (await import('./merge-claim.js')).ReinstateClaim }));
const SplitClaim = registryDesk(async () => ({ default: (await import('./split-claim.js')).SplitClaim }));

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
      <Suspense>
        {open === 'merge' && <MergeClaim claim={c} close={close} />}
        {open === 'split' && <SplitClaim claim={c} close={close} />}
        {open === 'reinstate' && <ReinstateClaim claim={c} close={close} />}
      </Suspense>
    </>
  );
}
