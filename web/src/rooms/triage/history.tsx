import type { TriageEvent } from '../../api/types.js';
import { LookSpan } from '../../parts/look-span.js';
import { gatherLooks, type Gathered } from '../../parts/looks.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';
import { RestOf } from './rest-of.js';

/** What happened with the post, the newest first. */
export function History({ itemId, lines, more }: { itemId: string; lines: TriageEvent[]; more: boolean }) {
  const { t } = useText();
  return (
    <section>
      <h2>{t('triage.history')}</h2>
      <ul className="timeline small">{gatherLooks(lines).map(line)}</ul>
      <RestOf<TriageEvent> itemId={itemId} part="history" known={lines} more={more} gather={gatherLooks} line={line} />
    </section>
  );
}

const line = (h: Gathered<TriageEvent>) => <Line key={h.id} event={h} />;

function Line({ event: h }: { event: Gathered<TriageEvent> }) {
  const { word } = useText();
  return (
    <li className="small">
      <Moment at={h.at} only="relative" />
      <span className="wrap">
        {word('event', h.type ?? '')} <span className="soft">{h.actorName}</span> <LookSpan of={h} />
      </span>
    </li>
  );
}
