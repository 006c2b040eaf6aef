import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { TitleAsked } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Dialog } from '../../parts/dialog.js';
import { Moment } from '../../parts/moment.js';
import { Fault } from '../../parts/parts.js';
import { useText } from '../../text/language.js';
import { TitleDays } from './titles.js';

/** A title gives the power to sign: whoever approves it reads first what it says. */
export function TitleApproval({ asked: x }: { asked: TitleAsked }) {
  const { t, word } = useText();
  const [reading, setReading] = useState(false);
  const approve = useAct<void>((_, key) => call('POST', `/title-proposals/${x.proposalId}/approve`, {}, key), {
    refresh: [['users'], ['work'], ['counts']],
    done: () => setReading(false),
  });
  const name = `${x.name}, ${word('title', x.title)}`;
  return (
    <>
      <Button onClick={() => setReading(true)} aria-label={`${t('claim.readfirst')}: ${name}`}>
        {t('claim.readfirst')}
      </Button>
      <Dialog opened={reading} onClose={() => setReading(false)} title={`${t('users.title.approve')}: ${name}`} size="lg">
        <div className="stack">
          <div>
            <b className="wrap">{x.name}</b>
            <div className="soft small">
              {t('users.proposedby')}: {x.proposedBy ?? t('desk.house')} · <Moment at={x.proposedAt} clock="true" />
            </div>
          </div>
          <div>
            <b>{word('title', x.title)}</b>, {x.body}
            <div className="small">
              <TitleDays of={x} />
            </div>
          </div>
          <p className="soft flat">{t('users.title.hint')}</p>
          <Fault problem={approve.problem} />
          <div className="row">
            <Button data-autofocus loading={approve.busy} onClick={() => approve.go()}>
              {t('users.approve')}
            </Button>
            <Button variant="default" onClick={() => setReading(false)}>
              {t('act.cancel')}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
