import type { DemoClaim } from '../seed/tables.js';
import { html } from './html.js';
import { page } from './layout.page.js';
import type { WorldTable } from './world-table.js';

/** What an invented office says of a claim, on a page that can be captured. */
export interface SourcePage {
  host: string;
  title: string;
  text: string;
}

/** Where the world shows a source that the table of claims gives an address of nobody (RFC 2606). */
export const sourcePath = (url: string): string => `/nguon/${new URL(url).host}${new URL(url).pathname}`;

/** By their paths. */
export const sourcePages = (claims: readonly DemoClaim[]): ReadonlyMap<string, SourcePage> =>
  new Map(
    claims.flatMap(({ truth, sources }) =>
      sources.map(({ title, url }) => [sourcePath(url), { host: new URL(url).host, title, text: truth }] as const),
    ),
  );

export const sourcePage = ({ site }: WorldTable, { host, title, text }: SourcePage): string =>
  page(
    site,
    title,
    html`<main>
      <article class="card">
        <p class="small">${host}</p>
        <h1>${title}</h1>
        <p>${text}</p>
      </article>
    </main>`,
    { description: text },
  );
