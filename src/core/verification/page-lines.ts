import type { Faults } from './faults.js';

/** pages.jsonl: its head, and pages with an address and a time; the main page of the manifest is one of them. */
export function checkPages(where: string, text: string, mainPage: unknown, faults: Faults): void {
  const lines = text.split('\n').filter((line) => line !== '');
  const read = lines.map((line): Record<string, unknown> | null => {
    try {
      return JSON.parse(line) as Record<string, unknown>;
    } catch {
      return null;
    }
  });
  if (read[0]?.format !== 'json-pages-1.0') faults.add('archive.page-line', where, { line: 1 });
  for (const [i, page] of read.entries())
    if (i > 0 && !(page && typeof page.url === 'string' && typeof page.ts === 'string' && !Number.isNaN(Date.parse(page.ts))))
      faults.add('archive.page-line', where, { line: i + 1 });
  if (mainPage !== undefined && !read.slice(1).some((page) => page?.url === mainPage)) faults.add('archive.main-page', where);
}
