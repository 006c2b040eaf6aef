import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { finished, pipeline } from 'node:stream/promises';
import { asHtml, asText, escaped, sectionOf, sumWords, withInside, type Sum } from '../report.js';
import type { Verdict } from '../verdict.js';
import { Sayings } from '../words.js';
import { verificationWords as words } from './words-table.js';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.1rem;overflow-wrap:anywhere}th{text-align:left;vertical-align:top;width:16rem;font-weight:normal;color:#555}td{overflow-wrap:anywhere}section{border-left:.3rem solid #2b8a3e;padding-left:1rem;margin:2rem 0}section.broken{border-color:#c92a2a}table{border-spacing:0 .2rem}';

/** A report that grows file by file, so that thousands fit; the sum, known at the end, stands at its beginning. */
export class ReportFile {
  private readonly html: boolean;
  private readonly body: WriteStream;
  constructor(private readonly file: string) {
    this.html = /\.html?$/i.test(file);
    this.body = createWriteStream(`${file}.part`);
  }

  async add(verdict: Verdict): Promise<void> {
    for (const one of withInside(verdict)) {
      const section = sectionOf(one, words);
      if (!this.body.write(this.html ? asHtml(section) : asText(section))) await once(this.body, 'drain');
    }
  }

  async end(sum: Sum, software: string): Promise<void> {
    this.body.end();
    await finished(this.body);
    const both = (name: string): string => (['vi', 'en'] as const).map((l) => new Sayings(words, l).text('report', name)).join(' / ');
    const [title, meaning] = [both('title'), both('limits')];
    const when = `${both('checked')}: ${new Date().toISOString()}, ${both('by')} ${software}`;
    const head = this.html
      ? `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${escaped(title)}</title><style>${STYLE}</style><h1>${escaped(title)}</h1><p>${escaped(when)}</p>${sumWords(
          words,
          sum,
        )
          .map((line) => `<p><strong>${escaped(line)}</strong></p>`)
          .join('')}<p>${escaped(meaning)}</p>\n`
      : `${[title, when, ...sumWords(words, sum), meaning].join('\n')}\n\n`;
    await pipeline(
      async function* (part: string) {
        yield head;
        yield* createReadStream(part);
      }.bind(null, `${this.file}.part`),
      createWriteStream(`${this.file}.whole`),
    );
    await rename(`${this.file}.whole`, this.file);
    await rm(`${this.file}.part`);
  }
}
