import type { ReactNode } from 'react';
import { glossary } from '../../core/glossary/glossary.js';
import { publicPage } from '../../core/pages/layout.page.js';
import { publicTexts, say } from '../../core/pages/texts.js';
import { openDataTable } from '../open-data-table.js';
import { countOf, nameOf } from '../public-log/log-files.js';
import { statisticsTable } from '../statistics-table.js';
import type { AsOf } from '../statistics.view.js';
import type { Setting } from './correction.page.js';
import { AsOfLine, opened, OpenLinks } from './open-links.page.js';
import { inFigures, worded } from './words.js';

/** What a reader types to verify the published log and its figures. */
export const verifyCommands = (office: string): string[] => [
  `npx lachan public download ${office} ./log`,
  `npx lachan public verify ./log --against ${office}`,
];

/** What is published as open data, what each column means, and how anybody verifies it. */
export function openDataPage(asOf: AsOf, linesPerFile: number, { language, timeZone, publicUrl }: Setting): string {
  const t = (name: string, values: Record<string, string | number> = {}) => say(publicTexts.open_data[name], language, values);
  const files = countOf(asOf.seq, linesPerFile);
  const number = inFigures(language);
  const word = worded(glossary, language);
  const dictionary = (title: string, rows: [string, ReactNode][]): ReactNode => (
    <section>
      <h2>{title}</h2>
      <dl>
        {rows.map(([name, meaning]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  const columns = (group: 'log' | 'statistics' | 'register'): [string, ReactNode][] =>
    Object.entries(openDataTable[group]).map(([name, text]) => [name, text[language]]);
  return publicPage({
    title: t('title'),
    language,
    path: '/open-data',
    body: (
      <>
        <p>{t('intro')}</p>
        <AsOfLine asOf={asOf} language={language} timeZone={timeZone} />
        <section>
          <h2>{t('log')}</h2>
          <p>{t('log_says', { files: number(files), lines: number(linesPerFile) })}</p>
          <ul className="plain">
            <li>
              <a href="/public-log/about.json">{t('about')}</a>
            </li>
            <li>
              <a href="/public-log/heads.jsonl">{t('heads')}</a>
            </li>
            <li>
              <a href="/public-log/package-keys.json">{t('package_keys')}</a>
            </li>
            {files > 0 && (
              <>
                <li>
                  <a href={`/public-log/${nameOf(1)}`}>{t('first_file')}</a>
                </li>
                <li>
                  <a href={`/public-log/${nameOf(files)}`}>{t('last_file')}</a>
                </li>
              </>
            )}
            <li>
              <a href="/statistics.csv">{opened('to_statistics', language)} (CSV)</a>
            </li>
            <li>
              <a href="/register.csv">{opened('to_register', language)} (CSV)</a>
            </li>
          </ul>
        </section>
        <section>
          <h2>{t('verify')}</h2>
          <p>{t('verify_says')}</p>
          {verifyCommands(new URL(publicUrl).origin).map((command) => (
            <pre key={command} tabIndex={0}>
              <code>{command}</code>
            </pre>
          ))}
          <p>{t('keep_heads')}</p>
          <p>{t('package_says')}</p>
          <pre tabIndex={0}>
            <code>npx lachan verify ./capture.wacz --key FINGERPRINT</code>
          </pre>
        </section>
        <h2>{t('dictionary')}</h2>
        {dictionary(
          t('figures'),
          Object.entries(statisticsTable.figures).map(([name, figure]) => [
            name,
            <>
              {figure[language]}
              <br />
              <small>
                {t('counts')}: <code>{[figure.event, ...Object.entries(figure.when ?? {}).map(([k, v]) => `${k}=${v}`)].join(' ')}</code>
                {word('event', figure.event) !== figure.event && ` (${word('event', figure.event)})`}
              </small>
            </>,
          ]),
        )}
        {dictionary(t('statistics_columns'), columns('statistics'))}
        {dictionary(t('register_columns'), columns('register'))}
        {dictionary(t('log_fields'), columns('log'))}
        <OpenLinks here="open_data" language={language} />
      </>
    ),
  });
}
