import { Link } from 'react-router-dom';
import type { SameText as Same } from '../../api/types.js';
import { Moment } from '../../parts/moment.js';
import { useText } from '../../text/language.js';

/** What colleagues judged of other posts that say the same word for word. */
export function SameText({ lines }: { lines: Same[] }) {
  const { t, word } = useText();
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{t('triage.same')}</h2>
      {lines.map((s) => (
        <div key={s.itemId} className="small">
          <Link to={`/triage/${s.itemId}`}>{word('judgement', s.judgement)}</Link>{' '}
          <span className="soft">
            {s.by} · <Moment at={s.at} />
          </span>
        </div>
      ))}
    </section>
  );
}
