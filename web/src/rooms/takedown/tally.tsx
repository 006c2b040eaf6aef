import { useText } from '../../text/language.js';
import { ItemState } from '../../parts/item-state.js';
import { integer } from '../../text/time.js';
import { URGENCY } from './urgency.js';

/** What became of the links of one request, counted. */
export function Tally({ states, links, overdue }: { states: string[]; links: number; overdue: number }) {
  const { t, language } = useText();
  if (states.length === 0) return <span className="soft small">{t('takedown.nlinks', { n: integer(links, language) })}</span>;
  return (
    <span className="row small" style={{ gap: '2px 12px' }}>
      {URGENCY.filter((s) => states.includes(s)).map((s) => (
        <span key={s} className="icon-word">
          <ItemState value={s} /> {states.filter((x) => x === s).length}
        </span>
      ))}
      {overdue > 0 && (
        <span className="late">
          {t('takedown.overdue')} {integer(overdue, language)}
        </span>
      )}
    </span>
  );
}
