import type { CurvePoint } from '../../api/types.js';
import { useText } from '../../text/language.js';
import { Figure } from './figure.js';
import { score } from './shares.js';

const [WIDTH, HEIGHT, LEFT, FOOT] = [560, 220, 38, 26];
const x = (at: number) => LEFT + at * (WIDTH - LEFT - 8);
const y = (share: number) => 8 + (1 - share) * (HEIGHT - FOOT - 8);

/** Precision and recall over the threshold, drawn and as a table; both thresholds stand in it. */
export function Curve({ points, suggest, strong }: { points: CurvePoint[]; suggest: number; strong: number }) {
  const { t, language } = useText();
  const line = (of: 'precision' | 'recall') =>
    points
      .filter((p) => p[of])
      .map((p) => `${x(p.at).toFixed(1)},${y(p[of]!.share).toFixed(1)}`)
      .join(' ');
  const known = points.filter((p) => p.precision);
  const band = [...known.map((p) => [p.at, p.precision!.high]), ...known.map((p) => [p.at, p.precision!.low]).reverse()];
  return (
    <div className="stack">
      <svg className="curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('matching.curve')}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line className="grid" x1={LEFT} x2={WIDTH - 8} y1={y(share)} y2={y(share)} />
            <text className="tick" x={LEFT - 6} y={y(share) + 4} textAnchor="end">{`${share * 100}`}</text>
            <text className="tick" x={x(share)} y={HEIGHT - 8} textAnchor="middle">
              {score(share, language)}
            </text>
          </g>
        ))}
        <polygon className="band" points={band.map(([at, share]) => `${x(at).toFixed(1)},${y(share).toFixed(1)}`).join(' ')} />
        <polyline className="precision" points={line('precision')} />
        <polyline className="recall" points={line('recall')} />
        {[suggest, strong].map((at, i) => (
          <line key={i} className="threshold" x1={x(at)} x2={x(at)} y1={8} y2={HEIGHT - FOOT} />
        ))}
      </svg>
      <div className="row small">
        <span className="key precision">{t('matching.precision')}</span>
        <span className="key recall">{t('matching.recall')}</span>
        <span className="key threshold">
          {t('matching.suggest')} {score(suggest, language)} · {t('matching.strong')} {score(strong, language)}
        </span>
      </div>
      <table className="list figures">
        <thead>
          <tr>
            <th className="n">{t('matching.threshold')}</th>
            <th className="n">{t('matching.shown')}</th>
            <th>{t('matching.precision')}</th>
            <th>{t('matching.recall')}</th>
          </tr>
        </thead>
        <tbody>
          {points
            .filter((p) => Math.round(p.at * 20) % 2 === 0)
            .map((p) => (
              <tr key={p.at}>
                <td className="n">{score(p.at, language)}</td>
                <td className="n">{p.shown}</td>
                <td>
                  <Figure of={p.precision} />
                </td>
                <td>
                  <Figure of={p.recall} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
