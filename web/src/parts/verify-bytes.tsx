import { Button } from '@mantine/core';
import { IconCircleCheck, IconShieldX } from '@tabler/icons-react';
import { useState } from 'react';
import { get } from '../api/client.js';
import { may, useMe } from '../api/queries.js';
import type { EvidenceVerification } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { useText } from '../text/language.js';
import { Hash } from './hash.js';
import { Fault } from './parts.js';

/** Lets the house compute the hashes of sealed bytes anew, and says which differ. Only who follows the log is offered it: each is a look. */
export function VerifyBytes({ evidenceId }: { evidenceId: string }) {
  const { t } = useText();
  const [found, setFound] = useState<EvidenceVerification | null>(null);
  const verify = useAct<void, EvidenceVerification>(() => get(`/evidence/${evidenceId}/verification`), { refresh: [], done: setFound });
  if (!may(useMe().data, 'log.read')) return null;
  return (
    <div className="stack" style={{ gap: 4 }}>
      <span>
        <Button size="compact-xs" variant="default" loading={verify.busy} onClick={() => verify.go()}>
          {t('verify.go')}
        </Button>
      </span>
      <Fault problem={verify.problem} />
      <div role="status">{found && <Verdict of={found} />}</div>
    </div>
  );
}

function Verdict({ of }: { of: EvidenceVerification }) {
  const { t } = useText();
  if (of.verified)
    return (
      <span className="icon-word wraps good">
        <IconCircleCheck size={14} aria-hidden />
        {t('verify.holds', { n: of.parts.length })}
      </span>
    );
  return (
    <>
      <b className="icon-word wraps late">
        <IconShieldX size={14} aria-hidden />
        {t('verify.differs')}
      </b>
      {of.parts
        .filter((p) => !p.holds)
        .map((p) => (
          <div key={p.name}>
            {p.name}: <Hash value={p.sha256} /> → {p.found ? <Hash value={p.found} /> : t('verify.gone')}
          </div>
        ))}
    </>
  );
}
