import { Link } from 'react-router-dom';
import { Moment } from '../../parts/moment.js';
import { State } from '../../parts/parts.js';
import { FromSource } from '../../parts/seen-how.js';
import { SignedIn } from '../../parts/signed-in.js';
import { useText } from '../../text/language.js';
import type { Ground, LinkFull } from './types.js';

/** The answers and the looks at one link, each with its ground, and when the house looks again. */
export function Looks({ item, caseId }: { item: LinkFull; caseId: string }) {
  const { t, word } = useText();
  const running = item.looks.filter((l) => l.state === 'ordered');
  const severalWays = item.observations.some((o) => o.way !== 'direct');
  const why = (captureId: string) => item.looks.find((l) => l.captureId === captureId);
  return (
    <div className="stack small">
      {item.replies.length > 0 && (
        <div>
          <b>{t('takedown.replies')}</b>
          {item.replies.map((r) => (
            <div key={r.id} className="wrap">
              <Moment at={r.receivedAt} only="exact" /> · <b>{word('reply', r.reply)}</b> {r.text && <q>{r.text}</q>}{' '}
              <span className="soft">· {r.recordedBy ?? t('takedown.byplatform')}</span>
              {r.exhibitId && (
                <>
                  {' · '}
                  <Link className="plain" to={`/cases/${caseId}#exhibits`}>
                    {t('takedown.replypaper')}
                  </Link>
                </>
              )}
            </div>
          ))}
        </div>
      )}
      <div>
        <b>{t('takedown.looks')}</b>
        {item.observations.length === 0 && <div className="soft">{t('takedown.nolooks')}</div>}
        {item.observations.map((o) => (
          <div key={o.captureId} className="row look">
            <Moment at={o.at} only="exact" />
            <State kind="observation" value={o.observation} />
            <SignedIn session={o.session} />
            <FromSource of={o.ground?.laidOut === false} />
            <span className="soft">
              <GroundWords ground={o.ground} />
              {severalWays && ` · ${word('route', o.way)}`}
              {o.at < item.askedAt && ` · ${t('takedown.beforeasked')}`}
              {why(o.captureId)?.by && ` · ${why(o.captureId)!.by}`}
            </span>
          </div>
        ))}
        <Proof item={item} />
        {running.map((l) => (
          <div key={l.captureId} className="soft">
            {t('takedown.looking')}
          </div>
        ))}
        {item.plannedLooks.length > 0 && (
          <div className="soft">
            {t('takedown.planned')}:{' '}
            {item.plannedLooks.slice(0, 3).map((at, i) => (
              <span key={at}>
                {i > 0 && '; '}
                <Moment at={at} />
              </span>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** Which two looks prove that the post is gone, and by which ways they went. */
function Proof({ item }: { item: LinkFull }) {
  const { t, word } = useText();
  const proved = item.state === 'verified-removed' ? item.steps.findLast((s) => s.to === 'verified-removed') : undefined;
  const looks = item.observations.filter((o) => proved?.captures.includes(o.captureId));
  if (looks.length === 0) return null;
  return (
    <div>
      {t('takedown.provedby')}{' '}
      {looks.map((o, i) => (
        <span key={o.captureId}>
          {i > 0 && '; '}
          <Moment at={o.at} only="exact" /> ({word('route', o.way)})
        </span>
      ))}
    </div>
  );
}

/** Why a look says what it says. */
function GroundWords({ ground }: { ground: Ground | null }) {
  const { t, word } = useText();
  if (!ground?.rule) return null;
  return (
    <>
      {word('ground', ground.rule)}
      {ground.words && `: “${ground.words}”`}
      {ground.status !== undefined && ` (${t('takedown.httpstatus', { n: ground.status })})`}
      {ground.retryAt && (
        <>
          {t('takedown.askagain')} <Moment at={ground.retryAt} only="exact" />
        </>
      )}
    </>
  );
}
