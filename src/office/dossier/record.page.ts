import type { SealedPart } from '../../core/evidence/sealed-zip.js';
import type { Label } from '../../core/glossary/glossary.js';
import { escaped } from '../../core/verification/report.js';
import { dossierTable, SECTIONS, type SectionName } from './dossier-table.js';
import type { Spool, SpoolFile } from '../../core/evidence/spool.js';
import { cell, link, momentsOf } from './cells.page.js';

const CLOSED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE = `body{font:15px/1.45 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}h1,h2{line-height:1.25}table{border-collapse:collapse;width:100%;margin:.5rem 0}th,td{border:1px solid #bbb;padding:.3rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}th{background:#f1f3f5}.en{color:#495057;font-weight:400}.scroll{overflow-x:auto}`;
const COLUMNS = Math.max(...SECTIONS.map((name) => Object.keys(dossierTable.sections[name].columns).length));
/** A column in which no line says anything is not shown. */
const EMPTY = `${Array.from({ length: COLUMNS }, (_, i) => {
  const column = `:nth-child(${i + 1})`;
  return `table:not(:has(td[colspan],td${column}:not(:empty))) :is(th,td)${column}`;
}).join()}{display:none}`;
const both = ({ vi, en }: Label): string => (vi === en ? escaped(vi) : `${escaped(vi)} <span class="en" lang="en">/ ${escaped(en)}</span>`);
interface About {
  number: string;
  title: string | null;
  at: string;
  by: string;
  timeZone: string;
}

/** Writes the record of a case line by line: each list as JSON, and all of them on one page that people read. */
export class RecordWriter {
  readonly parts: SealedPart[] = [];
  private constructor(
    private readonly spool: Spool,
    private readonly page: SpoolFile,
    private readonly about: About,
  ) {}

  static async open(spool: Spool, about: About): Promise<RecordWriter> {
    const writer = new RecordWriter(spool, await spool.file(), about);
    await writer.page.add(head(about));
    return writer;
  }

  async list(name: SectionName, rows: AsyncIterable<object> | Iterable<object>): Promise<void> {
    const { name: label, columns } = dossierTable.sections[name];
    const file = `record/${name}.json`;
    const json = await this.spool.file();
    await this.page.add(`<h2 id="${name}">${both(label)}</h2><div class="scroll"><table><thead><tr>`);
    await this.page.add(
      Object.values(columns)
        .map((column) => `<th scope="col">${both(column)}</th>`)
        .join(''),
    );
    await this.page.add('</tr></thead><tbody>\n');
    let n = 0;
    for await (const row of rows) {
      await json.add(`${n++ === 0 ? '[\n' : ',\n'}${JSON.stringify(row)}`);
      const cells = Object.entries(columns).map(([path, column]) => `<td>${cell(row, path, column, this.about.timeZone)}</td>`);
      await this.page.add(`<tr>${cells.join('')}</tr>\n`);
    }
    await json.add(n === 0 ? '[]\n' : '\n]\n');
    if (n === 0) await this.page.add(`<tr><td colspan="${Object.keys(columns).length}">${both(dossierTable.labels.nothing)}</td></tr>`);
    await this.page.add(`</tbody></table></div><p>${both(dossierTable.labels.whole)}: ${link(file)}</p>\n`);
    this.parts.push(await json.end(file));
  }

  async end(): Promise<SealedPart[]> {
    await this.page.add('</body></html>\n');
    return [await this.page.end('index.html'), ...this.parts];
  }
}

function head({ number, title, at, by, timeZone }: About): string {
  const { labels, sections, says, title: name } = dossierTable;
  const heading = `${name.vi} ${number}`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${CLOSED}"><meta name="viewport" content="width=device-width"><title>${escaped(heading)}</title><style>${STYLE}${EMPTY}</style></head><body>
<h1>${both({ vi: heading, en: `${name.en} ${number}` })}</h1>
${title ? `<p>${escaped(title)}</p>` : ''}
<p>${both(labels.exported)}: ${escaped(momentsOf(at, timeZone))}<br>${both(labels.by)}: ${escaped(by)}</p>
${says.map((l) => `<p>${both(l)}</p>`).join('\n')}
<p>${link('verify.html')} · ${link('datapackage.json')} · ${link('datapackage-digest.json')}</p>
<h2>${both(labels.contents)}</h2><ul>${SECTIONS.map((key) => `<li><a href="#${key}">${both(sections[key].name)}</a></li>`).join('')}</ul>
`;
}
