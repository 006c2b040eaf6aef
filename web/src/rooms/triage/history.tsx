import type { TriageEvent } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';

const SHOWN = 30;

/** What happened with the post, the newest first. */
export function History({ lines }: { lines: TriageEvent[] }) {
  const { t, word } = useText();
  return (
    <section>
      <h2>{t('triage.history')}</h2>
      <ul className="timeline small">
        {lines.slice(0, SHOWN).map((h, i) => (
          <li key={h.id ?? i}>
            <Moment at={h.at} only="relative" />
            <span className="wrap">
              {word('event', h.type ?? '')} <span className="soft">{h.actorName}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
