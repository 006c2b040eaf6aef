import { Alert, Button } from '@mantine/core';
import type { ProblemBody } from '../../api/client.js';
import { useMe } from '../../api/queries.js';
import { Hash } from '../../parts/hash.js';
import { Fault } from '../../parts/parts.js';
import { StepUp } from '../../parts/step-up.js';
import { useText } from '../../text/language.js';

interface Shown {
  title: string;
  /** of what was read, and is signed */
  contentHash: string;
  act: { go: () => void; busy: boolean; problem: ProblemBody | null };
  /** somebody has written it anew since it was read */
  changed: boolean;
  readAgain: () => void;
  close: () => void;
}
const ASKED_AGAIN = ['step-up-needed', 'second-factor-needed'];

/** The foot of a dialog in which exactly one content is signed: its hash, then the second factor, where it was not shown just now. */
export function Signing({ title, contentHash, act, changed, readAgain, close }: Shown) {
  const { t } = useText();
  const me = useMe().data!;
  const stepUp = ASKED_AGAIN.includes(act.problem?.code ?? '');
  return (
    <>
      <span className="row small">
        <span className="soft">{t('takedown.hash')}</span> <Hash value={contentHash} />
      </span>
      {changed ? (
        <Alert color="orange" role="alert" py={6}>
          {t('takedown.changedmeanwhile')}{' '}
          <Button variant="default" onClick={readAgain}>
            {t('takedown.readagain')}
          </Button>
        </Alert>
      ) : stepUp && me.secondFactor ? (
        <StepUp has close={close} done={act.go} />
      ) : (
        me.secondFactor && (
          <>
            <Fault problem={act.problem} />
            <div className="row">
              <Button data-autofocus autoFocus loading={act.busy} onClick={act.go}>
                {title}
              </Button>
              <Button variant="default" onClick={close}>
                {t('act.cancel')}
              </Button>
            </div>
          </>
        )
      )}
    </>
  );
}
