import { useText } from '../../text/language.js';
import { calendarDay, integer } from '../../text/time.js';
import type { Column, Layer } from './spread-layers.js';

/** so few columns do not fill the width */
const LEAST = 30;
const HEIGHT = 100;

/** Columns upon a line of time; the table below says the same in numbers. */
export function SpreadPlot({ columns, layers, by }: { columns: Column[]; layers: Layer[]; by: 'day' | 'week' }) {
  const { t, language } = useText();
  const most = Math.max(1, ...columns.map((c) => c.posts));
  const slots = Math.max(LEAST, columns.length);
  const day = (c: Column) => calendarDay(c.from, language);
  const highest = columns.reduce((top, c) => (c.posts > top.posts ? c : top));
  const n = integer(
    columns.reduce((sum, c) => sum + c.posts, 0),
    language,
  );
  const ends = { from: day(columns[0]), to: day(columns.at(-1)!) };
  return (
    <figure className="spread-plot" style={{ margin: 0 }}>
      <figcaption className="row small">
        {layers.map(({ name, label }) => (
          <span key={name} className="row" style={{ gap: 4 }}>
            <i className="key" data-layer={name} aria-hidden /> {label}
          </span>
        ))}
        <span className="end soft">{t(`spread.most.${by}`, { n: integer(highest.posts, language), day: day(highest) })}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${slots} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('spread.describe', { n, ...ends, most: integer(highest.posts, language), day: day(highest) })}
      >
        {columns.map((c, i) => {
          let ground = HEIGHT;
          return (
            <g key={c.from}>
              <title>{`${day(c)}: ${layers.flatMap((l) => (l.of(c) > 0 ? [`${l.label} ${integer(l.of(c), language)}`] : [])).join(', ') || 0}`}</title>
              <rect x={i} y={0} width={1} height={HEIGHT} data-layer="none" />
              {layers.map((l) => {
                const height = (HEIGHT * l.of(c)) / most;
                ground -= height;
                return height > 0 && <rect key={l.name} x={i + 0.1} y={ground} width={0.8} height={height} data-layer={l.name} />;
              })}
            </g>
          );
        })}
      </svg>
      <div className="row soft small" style={{ width: `${(100 * columns.length) / slots}%`, minWidth: 'max-content' }}>
        <span>{ends.from}</span>
        {columns.length > 1 && <span className="end">{ends.to}</span>}
      </div>
    </figure>
  );
}
