import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Overtaken } from '../../parts/overtaken.js';
import { Fault } from '../../parts/parts.js';
import { StepUp } from '../../parts/step-up.js';
import { useText } from '../../text/language.js';
import { DecisionText } from './decision-text.js';
import { DocumentShown } from './document-card.js';
import { Doubts } from './doubts.js';
import { useSubject } from './people.js';
import { Signing } from './signing.js';
import type { DecisionFull } from './types.js';
import { touched } from './use-penalty.js';

interface Shown {
  file: DecisionFull;
  /** of whom it concerns, where it is shown already */
  name: string | null;
  close: () => void;
}

/** Exactly what is signed, read from the house; then the second factor, where it was not shown just now. */
export function SignDialog({ file: shown, name: known, close }: Shown) {
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
  const title = word('act', 'sign');
  const reason = t('penalty.signreason', { number: file.caseNumber });
  const subject = useSubject(file, known, me.secondFactor ? reason : null);
  return (
    <Dialog opened onClose={close} title={`${title}: ${file.caseNumber}`} size={900}>
      <div className="stack">
        {!me.secondFactor && <StepUp has={false} close={close} done={() => undefined} />}
        <p className="flat">{t('penalty.signhint')}</p>
        <div className="card">
          <DecisionText file={file} name={subject.name} />
        </div>
        <DocumentShown
          key={contentHash}
          path={`/penalties/${file.id}/document`}
          right="party.read"
          button={t('penalty.preview')}
          title={t('penalty.previewed')}
        />
        <Overtaken claims={file.overtaken} says={t('over.unsigned')} />
        <Doubts of={file.open.warnings} confirmed={file.open.confirmed} />
        {subject.problem && (
          <>
            <Fault problem={subject.problem} />
            <Button variant="default" style={{ justifySelf: 'start' }} onClick={subject.again}>
              {t('penalty.showpeople')}
            </Button>
          </>
        )}
        {subject.name && (
          <span>
            <span className="soft">{t('penalty.name')}:</span> <b>{subject.name}</b>
          </span>
        )}
        {!subject.waits && (
          <Signing
            title={title}
            contentHash={contentHash}
            act={{ ...sign, go: () => sign.go() }}
            changed={changed}
            readAgain={() => read(shown)}
            close={close}
          />
        )}
      </div>
    </Dialog>
  );
}
