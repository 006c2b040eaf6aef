import type { Language } from '../core/pages/texts.js';

export interface FeedEntry {
  id: string;
  url: string;
  title: string;
  summary: string;
  language: Language;
  published: Date;
  updated: Date;
}
interface Feed {
  url: string;
  home: string;
  title: string;
  office: string;
  language: Language;
  entries: FeedEntry[];
}
const ENTITY: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const x = (text: string): string => text.replace(NO_XML, '').replace(/[&<>"']/g, (c) => ENTITY[c]);

/** An Atom feed (RFC 4287). */
export function atom({ url, home, title, office, language, entries }: Feed): string {
  const updated = entries.reduce((last, e) => (e.updated > last ? e.updated : last), new Date(0));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${x(url)}</id>
<title>${x(title)}</title>
<updated>${updated.toISOString()}</updated>
<author><name>${x(office)}</name></author>
<link rel="self" type="application/atom+xml" href="${x(url)}"/>
<link rel="alternate" type="text/html" href="${x(home)}"/>
${entries.map(entry).join('')}</feed>
`;
}
const entry = (e: FeedEntry): string => `<entry xml:lang="${e.language}">
<id>urn:uuid:${x(e.id)}</id>
<title>${x(e.title)}</title>
<published>${e.published.toISOString()}</published>
<updated>${e.updated.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${x(e.url)}"/>
<summary>${x(e.summary)}</summary>
</entry>
`;
