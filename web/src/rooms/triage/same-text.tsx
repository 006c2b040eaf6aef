import { Link } from 'react-router-dom';
import type { SameText as Same } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';
import { RestOf } from './rest-of.js';

/** What colleagues judged of other posts that say the same word for word. */
export function SameText({ itemId, lines, total }: { itemId: string; lines: Same[]; total: number }) {
  const { t } = useText();
  if (lines.length === 0) return null;
  const line = (s: Same) => <SameLine key={s.id} same={s} />;
  return (
    <section>
      <h2>{t('triage.same')}</h2>
      <ul className="plainlist">{lines.map(line)}</ul>
      <RestOf<Same> itemId={itemId} part="same-text" known={lines} total={total} line={line} className="plainlist" />
    </section>
  );
}

function SameLine({ same: s }: { same: Same }) {
  const { word } = useText();
  return (
    <li className="small">
      <Link to={`/triage/${s.itemId}`}>{word('judgement', s.judgement)}</Link>{' '}
      <span className="soft">
        {s.by} · <Moment at={s.at} />
      </span>
    </li>
  );
}
