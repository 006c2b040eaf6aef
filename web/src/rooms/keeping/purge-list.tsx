import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../api/client.js';
import { may, useMe } from '../../api/queries.js';
import type { PurgeBatch } from '../../api/types.js';
import { useAct } from '../../api/use-act.js';
import { AskReason } from '../../parts/ask-reason.js';
import { Dialog } from '../../parts/dialog.js';
import { InLog } from '../../parts/in-log.js';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { StepUp } from '../../parts/step-up.js';
import { useText } from '../../text/language.js';
import { integer } from '../../text/time.js';
import { PurgeItems } from './purge-items.js';

type Asked = 'submit' | 'approved' | 'declined';
const FACTOR_NEEDED = ['step-up-needed', 'second-factor-needed'];

/** One list of what is due: why, how far it has come, and what this person may do with it. */
export function PurgeList({ batch: b }: { batch: PurgeBatch }) {
  const { t, word, language } = useText();
  const me = useMe().data!;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<{ reason: string; clear: () => void } | null>(null);
  const [open, setOpen] = useState(false);
  const act = useAct<{ what: Asked; reason: string }>(
    ({ what, reason }, key) =>
      what === 'submit'
        ? call('POST', `/retention/${b.id}/submission`, { reason, version: b.version }, key)
        : call('POST', `/retention/${b.id}/decision`, { decision: what, reason, version: b.version }, key),
    { refresh: [['retention'], ['retention items', b.id], ['work'], ['counts']], done: () => setAsked(null) },
  );
  const button = (what: Asked, disabled = false) => (
    <Button
      variant={what === 'declined' ? 'default' : 'filled'}
      disabled={disabled}
      onClick={() => {
        act.reset();
        setAsked(what);
      }}
    >
      {t(`keeping.${what}`)}
    </Button>
  );
  const send = (what: Asked, words: { reason: string; clear: () => void }) => {
    setSaid(words);
    void act.goAsync({ what, reason: words.reason }).then(words.clear, () => undefined);
  };
  const close = () => setAsked(null);
  const n = (count: number) => integer(count, language);
  return (
    <div className="card lines" role="group" aria-label={b.rule.label[language]}>
      <div>
        <div className="row">
          <b>{b.rule.label[language]}</b> <State kind="purgelist" value={b.state} />
          <span className="soft small">
            <Moment at={b.proposedAt} only="relative" />
          </span>
          <InLog subject={b.id} />
        </div>
        <div className="small">
          {t('keeping.kept', { time: timeOf(b.rule.keep, t), from: word('purgefrom', b.rule.from) })} {b.rule.ground[language]}
        </div>
        <div className="small soft">
          {t('keeping.counts', { all: n(b.counts.all), kept: n(b.counts.kept), purged: n(b.counts.purged), refused: n(b.counts.refused) })}
        </div>
        {b.submittedBy && (
          <div className="small wrap">
            <b>{t('keeping.submittedby', { name: b.submittedBy })}</b> {b.submissionReason}
          </div>
        )}
        {b.decidedBy && (
          <div className="small wrap">
            <b>{t(b.state === 'declined' ? 'keeping.declinedby' : 'keeping.approvedby', { name: b.decidedBy })}</b> {b.decisionReason}
          </div>
        )}
        <div className="row">
          {b.state === 'proposed' && may(me, 'retention.submit') && button('submit', b.counts.due === 0)}
          {b.state === 'submitted' && may(me, 'retention.approve') && !b.mine && (
            <>
              {button('approved')}
              {button('declined')}
            </>
          )}
        </div>
      </div>
      <details className="small" onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>{t('keeping.items', { n: b.counts.all })}</summary>
        {open && <PurgeItems batch={b} />}
      </details>
      {asked && said && FACTOR_NEEDED.includes(act.problem?.code ?? '') ? (
        <Dialog opened onClose={close} title={t(`keeping.${asked}`)}>
          <StepUp has={me.secondFactor} close={close} done={() => send(asked, said)} />
        </Dialog>
      ) : (
        asked && (
          <AskReason
            draft={`retention.${asked}.${b.id}`}
            title={t(`keeping.${asked}`)}
            label={t('hold.why')}
            says={<div className="soft small">{t(asked === 'declined' ? 'keeping.declinesays' : 'keeping.says', { n: b.counts.due })}</div>}
            go={t(`keeping.${asked}`)}
            least={10}
            most={500}
            busy={act.busy}
            problem={act.problem}
            close={close}
            done={(reason, clear) => send(asked, { reason, clear })}
          />
        )
      )}
    </div>
  );
}

/** A time as the house keeps it, such as `20 years`, in words. */
function timeOf(keep: string, t: ReturnType<typeof useText>['t']): string {
  return [...keep.matchAll(/(\d+) (days|months|years)/g)].map(([, n, unit]) => t(`keeping.${unit as 'days'}`, { n })).join(' ');
}
