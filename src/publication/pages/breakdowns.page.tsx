import { publicTexts, say, type Language } from '../../core/pages/texts.js';
import type { BreakdownLine } from '../figures/breakdown.js';
import { statisticsTable } from '../statistics-table.js';
import { fieldWords } from './field-words-table.js';
import { FigureTable, opened } from './open-links.page.js';
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
        <FigureTable
          key={name}
          label={rule[language]}
          caption
          corner={rule.by.map((field) => opened(field, language)).join(' · ')}
          columns={rule.words.map((key) => ({ key, label: t(key === 'true' ? 'yes' : 'no') }))}
          rows={rowsOf(
            lines.filter((line) => line.breakdown === name),
            rule.by,
          ).map((row) => ({
            key: JSON.stringify(row[0].by),
            label: rule.by.map((field) => word(field, row[0].by[field])).join(' · '),
            cells: row.map(({ count }) => (count === null ? t('hidden') : number(count))),
          }))}
        />
      ))}
    </section>
  );
}
