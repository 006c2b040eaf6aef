import { IconAlertTriangle, IconCircleCheck, IconLoader } from '@tabler/icons-react';
import { Hash } from '../../parts/hash.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';
import { bytes } from '../../text/time.js';
import type { Delivery, TakedownFull } from './types.js';

/** What left the house, when, what proves it, and what came back. */
export function Deliveries({ file }: { file: TakedownFull }) {
  const { t } = useText();
  if (file.deliveries.length === 0) return <p className="soft">{t('takedown.nodeliveries')}</p>;
  return (
    <div className="stack">
      {file.deliveries.map((d) => (
        <One key={d.id} takedown={file} delivery={d} />
      ))}
    </div>
  );
}

function One({ takedown, delivery: d }: { takedown: TakedownFull; delivery: Delivery }) {
  const { t, word, language } = useText();
  const bad = d.outcome === 'bounced' || d.bounce !== null;
  const Sign = bad ? IconAlertTriangle : d.outcome ? IconCircleCheck : IconLoader;
  return (
    <article className={`card stack ${bad ? 'warn' : ''}`}>
      <div className="row">
        <span className={`icon-word ${bad ? 'late' : d.outcome ? 'good' : ''}`}>
          <Sign size={15} aria-hidden />
          {t('takedown.attempt', { n: d.attempt })}: {word('way', d.way)}, {word('delivery', d.outcome ?? 'begun')}
        </span>
        <Moment at={d.endedAt ?? d.begunAt} />
      </div>
      <div className="small">
        <span className="soft">{t('takedown.recipient')}:</span> {d.recipient}
      </div>
      <Proof delivery={d} takedown={takedown} />
      {d.says && (
        <div className="small late wrap">
          {t('takedown.cameback')}: “{d.says}”
        </div>
      )}
      {d.bounce && (
        <div className="small late wrap">
          {t('takedown.bouncedlate')} (<Moment at={d.bounce.at} only="exact" />
          ): “{d.bounce.says}”
        </div>
      )}
      {d.tries.length > 0 && (
        <details className="small">
          <summary>{t('takedown.tries', { n: d.tries.length })}</summary>
          {d.tries.map((x, i) => (
            <div key={i} className="soft wrap">
              <Moment at={x.at} only="exact" /> · {x.says}
            </div>
          ))}
        </details>
      )}
      <div className="row small">
        <a className="plain" href={`/api/takedowns/${takedown.id}/deliveries/${d.id}/raw`}>
          {t('takedown.raw')}
        </a>
        <span className="soft">{bytes(d.bytes, language)}</span>
        <span className="soft">SHA-256</span>
        <Hash value={d.rawSha256} />
      </div>
    </article>
  );
}

/** The proof of a delivery in words, by how it went out. */
function Proof({ delivery, takedown }: { delivery: Delivery; takedown: TakedownFull }) {
  const { t, language } = useText();
  const p = delivery.proof;
  if (!p) return null;
  const say = (key: string) => String(p[key] ?? '–');
  const ticked = Array.isArray(p.checklist) ? takedown.checklist.filter((c) => (p.checklist as string[]).includes(c.key)) : [];
  return (
    <div className="small">
      <b>{t('takedown.proof')}:</b>{' '}
      {p.by === 'inbox' &&
        (p.ticket ? t('takedown.proof.inbox', { ticket: say('ticket') }) : t('takedown.proof.status', { status: say('status') }))}
      {p.by === 'smtp' && t('takedown.proof.smtp', { server: say('server'), response: say('response'), id: say('messageId') })}
      {p.by === 'file' && t('takedown.proof.file', { name: say('name'), id: say('messageId') })}
      {p.by === 'hand' && t('takedown.proof.hand', { name: delivery.sentBy ?? '–' })}
      {p.by === 'hand' && <div className="wrap">“{say('note')}”</div>}
      {ticked.map((c) => (
        <div key={c.key} className="icon-word soft" style={{ display: 'flex' }}>
          <IconCircleCheck size={13} aria-hidden />
          {c[language]}
        </div>
      ))}
    </div>
  );
}
