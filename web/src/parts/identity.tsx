import { Button } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { call, get } from '../api/client.js';
import { may, useMe } from '../api/queries.js';
import type { IdentityState } from '../api/types.js';
import { useAct } from '../api/use-act.js';
import { useText } from '../text/language.js';
import { Moment } from './moment.js';
import { Ask, Fault, State } from './parts.js';

type Contact = Partial<Record<(typeof PARTS)[number], string>>;
const PARTS = ['name', 'phone', 'email'] as const;

/** Shows who it is, on demand and only here, while the approval lasts; each look goes on the log. */
export function Reveal({ requestId, openUntil, refresh }: { requestId: string; openUntil: string | null; refresh: QueryKey[] }) {
  const { t } = useText();
  const [contact, setContact] = useState<Contact | null>(null);
  const look = useAct<void, Contact>(() => get(`/identity-requests/${requestId}/identity`), { refresh, done: setContact });
  return (
    <div className="stack" style={{ gap: 4 }}>
      <Fault problem={look.problem} />
      {contact && (
        <dl className="contact" aria-live="polite">
          {PARTS.filter((part) => contact[part]).map((part) => (
            <div key={part}>
              <dt>{t(`identity.${part}`)}</dt>
              <dd>{contact[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="row">
        <Button variant="light" loading={look.busy} onClick={() => (contact ? setContact(null) : look.go())}>
          {t(contact ? 'identity.hide' : 'identity.look')}
        </Button>
        {openUntil && (
          <span className="soft small">
            {t('identity.until')} <Moment at={openUntil} clock="true" />
          </span>
        )}
      </div>
    </div>
  );
}

/** What one may do to see who reported: ask with a reason, wait for the chief, look. `path` is where the request is made. */
export function ReporterIdentity({
  path,
  identity,
  refresh,
  right = 'report.identity',
}: {
  path: string;
  identity: IdentityState | null;
  refresh: QueryKey[];
  right?: string;
}) {
  const { t } = useText();
  const me = useMe().data;
  const [asking, setAsking] = useState(false);
  const ask = useAct<string>((reason, key) => call('POST', path, { reason }, key), { refresh, done: () => setAsking(false) });
  const waits = identity?.state === 'asked';
  if (identity?.state === 'approved') return <Reveal requestId={identity.id} openUntil={identity.openUntil} refresh={refresh} />;
  return (
    <div className="stack" style={{ gap: 4 }}>
      {identity && (
        <span>
          <State kind="identity" value={identity.state} />
        </span>
      )}
      {identity?.decisionReason && identity.state === 'refused' && <span className="small wrap">{identity.decisionReason}</span>}
      {!waits && may(me, right) && (
        <span>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('identity.ask')}
          </Button>
        </span>
      )}
      <Ask opened={asking} close={() => setAsking(false)} title={t('identity.ask')} label={t('identity.why')} done={(why) => ask.go(why)}>
        <p className="soft">{t('identity.rule')}</p>
        <Fault problem={ask.problem} />
      </Ask>
    </div>
  );
}
