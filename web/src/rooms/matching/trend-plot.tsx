import type { Share } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { calendarDay } from '../../text/time.js';
import { percent } from './shares.js';

const [WIDTH, HEIGHT, LEFT, FOOT, HEAD] = [420, 180, 44, 24, 10];

export interface Line {
  name: 'first' | 'second' | 'third';
  label: string;
  values: (number | null)[];
}

/** Shares, or an index, over days, weeks or months; the table below says the same in numbers. `marks` are days on which rules began. */
export function TrendPlot({
  title,
  starts,
  marks,
  lines,
  band = [],
  levels = [],
  top = 1,
  tick,
}: {
  title: string;
  starts: string[];
  marks: string[];
  lines: Line[];
  band?: (Share | null)[];
  levels?: number[];
  top?: number;
  tick?: (value: number) => string;
}) {
  const { t, language } = useText();
  const says = tick ?? ((value: number) => percent(value, language));
  const last = Math.max(1, starts.length - 1);
  const x = (i: number) => LEFT + 6 + (i * (WIDTH - LEFT - 14)) / last;
  const y = (value: number) => HEAD + (1 - value / top) * (HEIGHT - FOOT - HEAD);
  const at = (i: number, value: number) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`;
  const day = (i: number) => calendarDay(starts[i], language);
  const known = band.flatMap((share, i) => (share ? [{ i, share }] : []));
  const hull = [...known.map(({ i, share }) => at(i, share.high)), ...known.map(({ i, share }) => at(i, share.low)).reverse()];
  const began = marks.map((mark) =>
    Math.max(
      0,
      starts.findLastIndex((s) => s <= mark),
    ),
  );
  const now = lines.map(({ label, values }) => {
    const value = values.findLast((v) => v !== null);
    return `${label} ${value == null ? '–' : says(value)}`;
  });
  return (
    <figure className="trend">
      <figcaption className="small">
        <b>{title}</b>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('drift.describe', { title, from: day(0), to: day(starts.length - 1), now: now.join(', ') })}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line className="grid" x1={LEFT} x2={WIDTH} y1={y(share * top)} y2={y(share * top)} />
            <text className="tick" x={LEFT - 6} y={y(share * top) + 4} textAnchor="end">
              {says(share * top)}
            </text>
          </g>
        ))}
        {levels.map((level) => (
          <line key={level} className="level" x1={LEFT} x2={WIDTH} y1={y(level)} y2={y(level)} />
        ))}
        {began.map((i, n) => (
          <line key={n} className="threshold" x1={x(i)} x2={x(i)} y1={HEAD} y2={HEIGHT - FOOT}>
            <title>{t('drift.switched', { day: calendarDay(marks[n], language) })}</title>
          </line>
        ))}
        {hull.length > 0 && <polygon className="band" points={hull.join(' ')} />}
        {lines.map(({ name, values }) => (
          <g key={name} data-line={name}>
            <polyline points={values.flatMap((v, i) => (v === null ? [] : [at(i, v)])).join(' ')} />
            {values.map((v, i) => v !== null && <circle key={starts[i]} cx={x(i)} cy={y(v)} r={2.2} />)}
          </g>
        ))}
        <text className="tick" x={LEFT} y={HEIGHT - 6}>
          {day(0)}
        </text>
        {starts.length > 1 && (
          <text className="tick" x={WIDTH} y={HEIGHT - 6} textAnchor="end">
            {day(starts.length - 1)}
          </text>
        )}
      </svg>
      <div className="row small">
        {lines.map(({ name, label }) => (
          <span key={name} className="key" data-line={name}>
            {label}
          </span>
        ))}
        {marks.length > 0 && <span className="key threshold">{t('drift.rules')}</span>}
      </div>
    </figure>
  );
}
