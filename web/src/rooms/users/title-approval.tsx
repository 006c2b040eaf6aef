import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import type { TitleAsked } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { Fault } from '../../parts/parts.js';
import { ProposedBy, ReadFirst } from '../../parts/read-first.js';
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
    <ReadFirst name={name} title={`${t('users.title.approve')}: ${name}`} reading={reading} turn={setReading}>
      <div className="stack">
        <div>
          <b className="wrap">{x.name}</b>
          <ProposedBy who={x.proposedBy} at={x.proposedAt} />
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
    </ReadFirst>
  );
}
