import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { extname, join } from 'node:path';
import { ApartProcess, type Unanswered } from '../apart-process.js';
import { PictureDecoder, type Shown } from '../decoder.js';
import { engineName } from './engine.js';
import { confidenceOf, linesOf, type Page, type ReadLine } from '../../text/read-lines.js';
import { readingTable, type ReadingTable } from './reading-table.js';
import type { ReadTask } from './words-main.js';

export type ReadOutcome = 'read' | 'nothing' | 'too-large' | 'timed-out' | 'unreadable';
export interface Reading {
  outcome: ReadOutcome;
  /** of the picture as a browser shows it; null where it was not opened */
  width: number | null;
  height: number | null;
  lines: ReadLine[];
}
const MAIN = join(import.meta.dirname, `words-main${extname(import.meta.filename)}`);
const MOST_BYTES = 50_000_000;

/** Reads the words of pictures, one after another: one process opens the picture, another, with little memory and time, reads its points. */
@Injectable()
export class WordReader implements OnApplicationShutdown {
  readonly engine: string;
  private readonly process: ApartProcess;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly decoder: PictureDecoder,
    private readonly table: ReadingTable,
  ) {
    this.engine = engineName(table.language);
    this.process = new ApartProcess(MAIN, {
      needs: 'tesseract.js-core',
      eachMs: table.seconds * 1000,
      limits: [`--data=${table.memory_mb * 1_000_000}`, '--fsize=0', '--core=0'],
    });
  }

  read(bytes: Buffer): Promise<Reading> {
    const next = this.last.then(() => this.look(bytes));
    this.last = next.catch(() => undefined);
    return next;
  }
  onApplicationShutdown(): void {
    this.process.end();
  }

  private async look(bytes: Buffer): Promise<Reading> {
    if (bytes.length > MOST_BYTES) return { outcome: 'too-large', width: null, height: null, lines: [] };
    const shown = await this.decoder.upright(bytes, this.table);
    if (!shown) return { outcome: 'unreadable', width: null, height: null, lines: [] };
    const { of, values } = shown;
    if (values.length === 0) return { outcome: 'too-large', ...of, lines: [] };
    if (Math.min(of.width, of.height) < this.table.least_side) return { outcome: 'nothing', ...of, lines: [] };
    const first = await this.page(shown);
    const again = typeof first !== 'string' && (confidenceOf(first.flatMap((l) => l.words)) ?? 0) < this.table.again_below;
    const second = again ? await this.page({ ...shown, values: whiteOf(values, this.table.white) }) : first;
    const lines = typeof first === 'string' || typeof second === 'string' || weightOf(first) > weightOf(second) ? first : second;
    if (typeof lines === 'string') return { outcome: lines === 'late' ? 'timed-out' : 'unreadable', ...of, lines: [] };
    return { outcome: lines.length > 0 ? 'read' : 'nothing', ...of, lines };
  }

  private async page({ width, height, values, of }: Shown): Promise<ReadLine[] | Unanswered> {
    const page = await this.process.ask<Page>({ language: this.table.language, picture: { width, height, values } } satisfies ReadTask);
    return typeof page === 'string' ? page : linesOf(page, { width, height }, of, this.table);
  }
}

/** What is nearly white as black letters on white. */
const whiteOf = (values: Uint8Array, from: number): Uint8Array => values.map((v) => (v >= from ? 0 : 255));
/** How much was read, each letter by how sure it is. */
const weightOf = (lines: readonly ReadLine[]): number =>
  lines.reduce((sum, l) => sum + l.words.reduce((n, w) => n + w.text.length * w.confidence, 0), 0);

/** With the house's own table. */
export const wordReader = (decoder: PictureDecoder): WordReader => new WordReader(decoder, readingTable);
