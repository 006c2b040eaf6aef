import { Html, html } from './html.js';
import { STYLE_URL } from './style.js';
import type { WorldTable } from './world-table.js';

export type Words = WorldTable['site']['words'];

/** The frame around every page of the site. */
export function page(
  site: WorldTable['site'],
  title: string,
  body: Html,
  more: { description?: string; image?: string; canonical?: string; desk?: boolean } = {},
): string {
  return `<!doctype html>\n${
    html`<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} · ${site.name}</title><link rel="stylesheet" href="${STYLE_URL}"><link rel="icon" href="/logo.svg">${more.canonical && html`<link rel="canonical" href="${more.canonical}" />`}
<meta property="og:site_name" content="${site.name}"><meta property="og:title" content="${title}">${more.description && html`<meta property="og:description" content="${more.description}" />`}${more.image && html`<meta property="og:image" content="${more.image}" />`}
</head><body${more.desk ? new Html(' class="desk"') : ''}><header class="top"><a class="brand" href="/"><img src="/logo.svg" alt="" width="30" height="30">${site.name}</a>
<nav><a href="/">${site.words.feed}</a><a href="/video">${site.words.videos}</a><a href="/operator">${site.words.operator}</a></nav></header>
${body}<footer>${site.words.footer}</footer></body></html>`.text
  }`;
}

const parts = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
export function timeHtml(at: Date): Html {
  return html`<time datetime="${at.toISOString()}">${parts.format(at)}</time>`;
}
