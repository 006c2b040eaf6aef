import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Moment } from '../../parts/moment.js';
import { Fault } from '../../parts/parts.js';
import { SignedIn } from '../../parts/signed-in.js';
import { useText } from '../../text/language.js';
import type { Choices } from './types.js';

type Link = Choices['links'][number];

/** A link that no exhibit shows: its sealed capture is attached here in one step, or it is said who does what. */
export function AttachSealed({ caseId, link }: { caseId: string; link: Link }) {
  const { t } = useText();
  const mayAttach = may(useMe().data, 'case.exhibit');
  const attach = useAct<string>(
    (evidenceId, key) => call('POST', `/cases/${caseId}/exhibits`, { evidenceId, why: t('takedown.whyattached') }, key),
    { refresh: [['prefill', caseId], ['case'], ['takedown']] },
  );
  const { sealed } = link;
  return (
    <div className="stack" style={{ gap: 4 }}>
      <span className="row small">
        <span className="icon-word soon">
          <IconAlertTriangle size={12} aria-hidden />
          {t('takedown.noevidence')}
        </span>
        {sealed && mayAttach && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              loading={attach.busy}
              onClick={() => attach.go(sealed.evidenceId)}
              aria-label={`${t('takedown.attach')}: ${link.url}`}
            >
              {t('takedown.attach')}
            </Button>
            <span className="soft">
              <Moment at={sealed.sealedAt} clock="true" />
            </span>
            <SignedIn session={sealed.session} />
          </>
        )}
        {!(sealed && mayAttach) && <span className="soft">{t(sealed ? 'takedown.whoattaches' : 'takedown.nocapture')}</span>}
      </span>
      <Fault problem={attach.problem} />
    </div>
  );
}
