import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Hash } from '../../parts/hash.js';
import { Fault } from '../../parts/parts.js';
import { StepUp } from '../../parts/step-up.js';
import { useText } from '../../text/language.js';
import { DecisionText } from './decision-text.js';
import { DocumentShown } from './document-card.js';
import { Doubts } from './doubts.js';
import type { DecisionFull } from './types.js';
import { touched } from './use-penalty.js';

interface Shown {
  file: DecisionFull;
  name: string | null;
  close: () => void;
}
const ASKED_AGAIN = ['step-up-needed', 'second-factor-needed'];

/** Exactly what is signed, read from the house; then the second factor, where it was not shown just now. */
export function SignDialog({ file: shown, name, close }: Shown) {
  const { t, word } = useText();
  const me = useMe().data!;
  // what is read here stays what it is; a newer version must be read anew
  const [file, read] = useState(shown);
  const { contentHash, version } = file;
  const changed = shown.contentHash !== contentHash || shown.version !== version;
  const sign = useAct<void>((_, key) => call('POST', `/penalties/${file.id}/sign`, { contentHash, version }, key), {
    refresh: touched(file.caseId),
    done: close,
  });
  const stepUp = ASKED_AGAIN.includes(sign.problem?.code ?? '');
  const title = word('act', 'sign');
  return (
    <Dialog opened onClose={close} title={`${title}: ${file.caseNumber}`} size={900}>
      <div className="stack">
        {!me.secondFactor && <StepUp has={false} close={close} done={() => undefined} />}
        <p className="flat">{t('penalty.signhint')}</p>
        <div className="card">
          <DecisionText file={file} name={name} />
        </div>
        <DocumentShown
          key={contentHash}
          path={`/penalties/${file.id}/document`}
          right="party.read"
          button={t('penalty.preview')}
          title={t('penalty.previewed')}
        />
        {file.open.warnings.length > 0 && <Doubts of={file.open.warnings} />}
        <span className="row small">
          <span className="soft">{t('takedown.hash')}</span> <Hash value={contentHash} />
        </span>
        {changed ? (
          <Alert color="orange" role="alert" py={6}>
            {t('takedown.changedmeanwhile')}{' '}
            <Button variant="default" onClick={() => read(shown)}>
              {t('takedown.readagain')}
            </Button>
          </Alert>
        ) : stepUp && me.secondFactor ? (
          <StepUp has close={close} done={() => sign.go()} />
        ) : (
          me.secondFactor && (
            <>
              <Fault problem={sign.problem} />
              <div className="row">
                <Button data-autofocus loading={sign.busy} onClick={() => sign.go()}>
                  {title}
                </Button>
                <Button variant="default" onClick={close}>
                  {t('act.cancel')}
                </Button>
              </div>
            </>
          )
        )}
      </div>
    </Dialog>
  );
}
