import type { ReactNode } from 'react';
import { momentText } from '../../core/pages/dates.js';
import { publicTexts, say, type Language } from '../../core/pages/texts.js';
import type { AsOf } from '../statistics.view.js';

const PAGES = { statistics: '/statistics', register: '/register', open_data: '/open-data', corrections: '/dinh-chinh' };
export type OpenPage = keyof typeof PAGES;
export const opened = (name: string, language: Language, values: Record<string, string | number> = {}): string =>
  say(publicTexts.open[name], language, values);

/** The ways from one open page to the others. */
export const OpenLinks = ({ here, language }: { here: OpenPage; language: Language }): ReactNode => (
  <nav className="again">
    {(Object.keys(PAGES) as OpenPage[])
      .filter((page) => page !== here)
      .map((page) => (
        <span key={page}>
          <a href={PAGES[page]}>{opened(`to_${page}`, language)}</a>
          <br />
        </span>
      ))}
  </nav>
);

/** Until when what stands here was counted. */
export function AsOfLine({ asOf, language, timeZone }: { asOf: AsOf; language: Language; timeZone: string }): ReactNode {
  const at = (moment: Date | string) => momentText(new Date(moment), language, timeZone);
  if (asOf.seq === 0 || !asOf.officeAt) return <p className="soft">{opened('nothing', language)}</p>;
  return (
    <p className="soft">
      {opened('as_of', language, { seq: asOf.seq, at: at(asOf.officeAt) })}{' '}
      {asOf.signedAt && opened('signed', language, { at: at(asOf.signedAt) })}
    </p>
  );
}

interface Figures {
  label: string;
  caption?: boolean;
  /** above what each row is about */
  corner: string;
  columns: { key: string; label: string }[];
  rows: { key: string; label: string; cells: string[] }[];
}
/** Figures in rows. On a narrow screen each row becomes a small list, every figure beside its name; the roles keep it a table for those who hear it. */
export const FigureTable = ({ label, caption, corner, columns, rows }: Figures): ReactNode => (
  <div className="wide" role="region" aria-label={label} tabIndex={0}>
    <table role="table">
      {caption && <caption>{label}</caption>}
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {corner}
          </th>
          {columns.map((column) => (
            <th role="columnheader" scope="col" key={column.key} className="number">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.key}>
            <th role="rowheader" scope="row">
              {row.label}
            </th>
            {row.cells.map((cell, i) => (
              <td role="cell" key={columns[i].key} className="number" data-of={columns[i].label}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
export const Choice = (props: {
  name: string;
  label: string;
  value?: string;
  all: string;
  words: readonly (readonly [string, string])[];
}): ReactNode => (
  <div>
    <label htmlFor={props.name}>{props.label}</label>
    <select id={props.name} name={props.name} defaultValue={props.value ?? ''}>
      <option value="">{props.all}</option>
      {props.words.map(([word, label]) => (
        <option key={word} value={word}>
          {label}
        </option>
      ))}
    </select>
  </div>
);
