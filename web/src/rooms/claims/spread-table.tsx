import { useText } from '../../text/language.js';
import { calendarDay, integer } from '../../text/time.js';
import type { Column, Layer } from './spread-layers.js';

/** The plot in numbers, the newest day or week first; those without a post are left out. */
export function SpreadTable({ columns, layers, by }: { columns: Column[]; layers: Layer[]; by: 'day' | 'week' }) {
  const { t, language } = useText();
  const rows = columns.filter((c) => c.posts > 0).reverse();
  return (
    <details>
      <summary className="small">{t('spread.table')}</summary>
      <div className="inner-list" tabIndex={0} role="group" aria-label={t('spread.table')}>
        <table className="list figures">
          <thead>
            <tr>
              <th>{t(`spread.column.${by}`)}</th>
              <th className="n">{t('spread.posts')}</th>
              {layers.map((l) => (
                <th key={l.name} className="n">
                  {l.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((c) => (
              <tr key={c.from}>
                <th scope="row">{calendarDay(c.from, language)}</th>
                <td className="n">{integer(c.posts, language)}</td>
                {layers.map((l) => (
                  <td key={l.name} className="n">
                    {integer(l.of(c), language)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
