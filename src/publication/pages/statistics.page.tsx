import type { ReactNode } from 'react';
import { publicPage } from '../../core/pages/layout.page.js';
import { publicTexts, say } from '../../core/pages/texts.js';
import { ALL } from '../figures/statistics.js';
import { monthsOf, shownOf, wordsUnder } from '../figures/tables.js';
import { statisticsTable, type Grouped } from '../statistics-table.js';
import type { Statistics } from '../statistics.view.js';
import type { Setting } from './correction.page.js';
import { fieldWords } from './field-words-table.js';
import { AsOfLine, Choice, FigureTable, opened, OpenLinks } from './open-links.page.js';
import { Breakdowns } from './breakdowns.page.js';
import { inFigures, monthIn, worded } from './words.js';

const { figures, tables } = statisticsTable;
const MOST_MONTHS = 24;

/** The public figures of one month or of all. */
export function statisticsPage(
  { asOf, lines, breakdowns: finer }: Statistics,
  month: string | undefined,
  { language, timeZone }: Setting,
): string {
  const t = (name: string, values: Record<string, string | number> = {}) => say(publicTexts.statistics[name], language, values);
  const word = worded(fieldWords, language);
  const [period, months] = [month ?? ALL, monthsOf(lines, ALL)];
  const number = inFigures(language);
  const shown = (name: string, of: string, where: Record<string, string> = {}) => number(shownOf(figures, lines, name, of, where));
  const grid = (title: string, corner: string, names: string[], rows: { key: string; label: string; cells: string[] }[]): ReactNode =>
    rows.length > 0 && (
      <section>
        <h2>{title}</h2>
        <FigureTable label={title} corner={corner} columns={names.map((key) => ({ key, label: figures[key][language] }))} rows={rows} />
      </section>
    );
  const by = (field: Grouped): ReactNode =>
    grid(
      t(`by_${field}`),
      opened(field, language),
      tables[field],
      wordsUnder(lines, tables[field], period, field).map((key) => ({
        key,
        label: word(field, key),
        cells: tables[field].map((name) => shown(name, period, { [field]: key })),
      })),
    );
  const here = finer.filter((line) => line.month === (month ?? months[0]));
  return publicPage({
    title: t('title'),
    language,
    path: '/statistics',
    broad: true,
    body: (
      <>
        <p>{t('intro')}</p>
        <AsOfLine asOf={asOf} language={language} timeZone={timeZone} />
        {months.length > 0 && (
          <form method="get" action="/statistics" className="choose">
            <Choice
              name="month"
              label={opened('month', language)}
              value={month}
              all={opened('all', language)}
              words={months.map((m) => [m, monthIn(m, language)])}
            />
            <button type="submit">{opened('filter', language)}</button>
          </form>
        )}
        <section>
          <h2>{month ? monthIn(month, language) : t('overview')}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('figure')}</th>
                <th scope="col" className="number">
                  {t('number')}
                </th>
              </tr>
            </thead>
            <tbody>
              {tables.overview.map((name) => (
                <tr key={name}>
                  <th scope="row">
                    {figures[name][language]}
                    {figures[name].reverses && <small> · {t('takes_back', { figure: figures[figures[name].reverses][language] })}</small>}
                  </th>
                  <td className="number">{shown(name, period)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        {grid(
          t('judgements'),
          t('judgement'),
          ['posts-judged', 'judgements-undone'],
          wordsUnder(lines, ['posts-judged', 'judgements-undone'], period, 'judgement').map((key) => ({
            key,
            label: word('judgement', key),
            cells: ['posts-judged', 'judgements-undone'].map((name) => shown(name, period, { judgement: key })),
          })),
        )}
        {by('platform')}
        {by('topic')}
        {by('end')}
        {by('provision')}
        {by('subject')}
        {!month &&
          grid(
            t('by_month'),
            opened('month', language),
            tables.month,
            months.slice(0, MOST_MONTHS).map((key) => ({
              key,
              label: monthIn(key, language),
              cells: tables.month.map((name) => shown(name, key)),
            })),
          )}
        {here.length > 0 && <Breakdowns lines={here} language={language} />}
        <p className="again">
          <a href="/statistics.csv">{opened('csv', language)}</a> · <a href="/api/statistics">{opened('json', language)}</a>
        </p>
        <OpenLinks here="statistics" language={language} />
      </>
    ),
  });
}
