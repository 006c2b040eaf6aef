import { IconCircleCheck, IconCircleDashed, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.js';
import type { LogEntry } from '../../api/types.js';
import { Hash } from '../../parts/hash.js';
import { Moment } from '../../parts/moment.js';
import { Fault, Loading } from '../../parts/parts.js';
import { useText } from '../../text/language.js';

/** One entry to its bytes: both parts as they are hashed, the hashes, and by what they are sealed. */
export function Entry({ id, only }: { id: string; only: (subject: string) => void }) {
  const { t } = useText();
  const entry = useQuery({ queryKey: ['log-entry', id], queryFn: ({ signal }) => get<LogEntry>(`/log/entries/${id}`, signal) });
  if (!entry.data) return entry.error ? <Fault error={entry.error} /> : <Loading />;
  const e = entry.data;
  return (
    <div className="stack">
      <SealState seal={e.seal} />
      <dl className="entry-facts">
        <dt>{t('log.publicpart')}</dt>
        <dd className="mono wrap">{e.publicPart}</dd>
        <dt>{t('log.publichash')}</dt>
        <dd>
          <Hash long value={e.publicHash} />
        </dd>
        <dt>{t('log.officepart')}</dt>
        <dd className="mono wrap">
          {e.officePart}
          {wasAtCommandLine(e.officePart) && <div className="soft small">{t('log.commandline')}</div>}
        </dd>
        <dt>{t('log.officehash')}</dt>
        <dd>
          <Hash long value={e.officeHash} />
        </dd>
        {e.seal && <SealHashes seal={e.seal} />}
      </dl>
      {e.subject && (
        <div>
          <button type="button" className="linkish" onClick={() => only(e.subject!)}>
            {t('log.sameSubject')}
          </button>
        </div>
      )}
    </div>
  );
}

const wasAtCommandLine = (officePart: string): boolean =>
  (JSON.parse(officePart) as { data?: { at?: string } }).data?.at === 'command-line';

type Seal = NonNullable<LogEntry['seal']>;
function SealState({ seal }: { seal: LogEntry['seal'] }) {
  const { t } = useText();
  if (!seal)
    return (
      <span className="icon-word">
        <IconCircleDashed size={15} aria-hidden /> {t('log.notsealed')}
      </span>
    );
  return (
    <div className="row">
      <b className={`icon-word ${seal.holds ? 'good' : 'late'}`}>
        {seal.holds ? <IconCircleCheck size={15} aria-hidden /> : <IconShieldX size={15} aria-hidden />}
        {t(seal.holds ? 'log.sealholds' : 'log.sealbroken')}
      </b>
      <span className="soft small">
        {seal.signedHead ? (
          <>
            {t('log.signedby', { n: seal.signedHead.seq })} <Moment at={seal.signedHead.at} clock="true" only="exact" /> (
            {t('log.key', { key: seal.signedHead.key })})
          </>
        ) : (
          t('log.notsigned')
        )}
      </span>
    </div>
  );
}
function SealHashes({ seal }: { seal: Seal }) {
  const { t } = useText();
  return (
    <>
      <dt>{t('log.digest')}</dt>
      <dd>
        <Hash long value={seal.digest} />
      </dd>
      <dt>{t('log.previoushead')}</dt>
      <dd>
        <Hash long value={seal.previousHead} />
      </dd>
      <dt>{t('log.head')}</dt>
      <dd>
        <Hash long value={seal.head} />
      </dd>
    </>
  );
}
