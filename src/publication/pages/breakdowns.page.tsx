import { publicTexts, say, type Language } from '../../core/pages/texts.js';
import type { BreakdownLine } from '../figures/breakdown.js';
import { statisticsTable } from '../statistics-table.js';
import { fieldWords } from './field-words-table.js';
import { opened, Wide } from './open-links.page.js';
import { inFigures, monthIn, worded } from './words.js';

const { breakdowns, smallest_cell } = statisticsTable;

/** Lines of a breakdown by the words that everybody may count by; they lie beside each other. */
function rowsOf(lines: readonly BreakdownLine[], by: readonly string[]): BreakdownLine[][] {
  const rows = new Map<string, BreakdownLine[]>();
  for (const line of lines) {
    const key = by.map((field) => line.by[field]).join('\n');
    rows.set(key, [...(rows.get(key) ?? []), line]);
  }
  return [...rows.values()];
}

/** The figures of one month by two words at once; small ones are hidden. */
export function Breakdowns({ lines, language }: { lines: readonly BreakdownLine[]; language: Language }) {
  const t = (name: string, values: Record<string, string | number> = {}) => say(publicTexts.statistics[name], language, values);
  const word = worded(fieldWords, language);
  const number = inFigures(language);
  return (
    <section>
      <h2>
        {t('finer')} · {monthIn(lines[0].month, language)}
      </h2>
      <p className="soft">{t('finer_note', { smallest: smallest_cell })}</p>
      {Object.entries(breakdowns).map(([name, rule]) => (
        <Wide key={name} label={rule[language]}>
          <caption>{rule[language]}</caption>
          <thead>
            <tr>
              <th scope="col">{rule.by.map((field) => opened(field, language)).join(' · ')}</th>
              {rule.words.map((w) => (
                <th scope="col" key={w} className="number">
                  {t(w === 'true' ? 'yes' : 'no')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(
              lines.filter((line) => line.breakdown === name),
              rule.by,
            ).map((row) => (
              <tr key={JSON.stringify(row[0].by)}>
                <th scope="row">{rule.by.map((field) => word(field, row[0].by[field])).join(' · ')}</th>
                {row.map(({ count }, i) => (
                  <td key={rule.words[i]} className="number">
                    {count === null ? t('hidden') : number(count)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Wide>
      ))}
    </section>
  );
}
