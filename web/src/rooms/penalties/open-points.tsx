import { Button, TextInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Lacks } from '../../parts/next-steps.js';
import { Fault } from '../../parts/parts.js';
import { Section } from '../../parts/section.js';
import { useText } from '../../text/language.js';
import { DueDay } from './day.js';
import { Doubts } from './doubts.js';
import { LawLacks } from './law-lacks.js';
import { placesOf } from './places.js';
import type { DecisionFull } from './types.js';
import { touched } from './use-penalty.js';

/** What the law still asks of a decision, or holds against it, and which clocks run. */
export function OpenPoints({ file }: { file: DecisionFull }) {
  const { t, word } = useText();
  const me = useMe().data;
  const { asks, blocks, warnings, confirmed, limitation, windows } = file.open;
  const [about, setAbout] = useState<string | null>(null);
  const unsure = blocks.filter((b) => b.block === 'to-be-confirmed');
  const others = blocks.filter((b) => b.block !== 'to-be-confirmed');
  const over = file.state !== 'draft' && file.state !== 'signed';
  if (file.kind === 'annulment' || over) return null;
  // whoever may sign reads it beside that button
  const missing = file.next.some((n) => n.act === 'sign') ? [] : file.open.missing;
  return (
    <Section id="open" title={t('penalty.open')}>
      <div className="card stack">
        {limitation && (
          <span>
            <span className="soft">{t('penalty.limitation')}</span> <DueDay day={limitation.lastDay} />
          </span>
        )}
        {windows?.decideUntil && (
          <span>
            <span className="soft">{t('penalty.decideuntil')}</span> <DueDay day={windows.decideUntil} />
          </span>
        )}
        {asks.length + others.length + unsure.length > 0 && (
          <ul className="lacks">
            <LawLacks asks={asks} blocks={others} />
            {unsure.map((b) => (
              <li key={b.about}>
                <IconLock size={14} aria-hidden />
                <span className="wrap">
                  <span className="late">{word('penaltyblock', b.block)}</span> · {b.about}
                </span>
                {may(me, 'penalty.draft') && (
                  <Button variant="default" size="compact-xs" onClick={() => setAbout(b.about ?? null)}>
                    {t('penalty.confirmlaw')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {missing.length > 0 && (
          <div className="small">
            <div className="soft">{t('desk.before', { act: word('act', 'sign') })}</div>
            <Lacks of={missing} places={placesOf(file)} />
          </div>
        )}
        <Doubts of={warnings} confirmed={confirmed} confirm={may(me, 'penalty.draft') ? setAbout : undefined} />
        {asks.length + blocks.length + warnings.length + missing.length === 0 && (
          <span className="soft small">{t('penalty.nothingopen')}</span>
        )}
      </div>
      {about !== null && <ConfirmLaw file={file} about={about} close={() => setAbout(null)} />}
    </Section>
  );
}

function ConfirmLaw({ file, about, close }: { file: DecisionFull; about: string; close: () => void }) {
  const { t } = useText();
  const [document, setDocument] = useState('');
  const confirm = useAct<void>(
    (_, key) => call('POST', `/cases/${file.caseId}/law-confirmations`, { about, document: document.trim() }, key),
    { refresh: touched(file.caseId), done: close },
  );
  return (
    <Dialog opened onClose={close} title={t('penalty.confirmlaw')} size="lg">
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          confirm.go();
        }}
      >
        <p className="flat">{t('penalty.confirmlawhint')}</p>
        <b className="wrap">{about}</b>
        <TextInput
          data-autofocus
          label={t('penalty.document')}
          required
          minLength={3}
          maxLength={300}
          value={document}
          onChange={(e) => setDocument(e.currentTarget.value)}
        />
        <Fault problem={confirm.problem} />
        <div className="row">
          <Button type="submit" loading={confirm.busy}>
            {t('penalty.confirmlaw')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('act.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
