import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { EvidenceStore } from '../../core/evidence/store.js';
import { cut } from '../../core/text/cut.js';
import { confidenceOf, textOf } from '../../core/text/read-lines.js';
import { readingTable } from '../../core/pictures/words/reading-table.js';
import { WordReader } from '../../core/pictures/words/word-reader.js';
import type { NewReading } from './reading.js';
import { ReadingRepository } from './reading.repository.js';
import type { ToRead } from './to-read.view.js';

/** what is said in a film is taken as its file says it */
const SUBTITLES = 'subtitles as kept';

/** Reads what pictures and films of a post say; bytes that were read already by the same engine are not read again. */
@Injectable()
export class ReadWords {
  constructor(
    private readonly store: EvidenceStore,
    private readonly reader: WordReader,
    private readonly readings: ReadingRepository,
  ) {}

  async look({ parts }: ToRead): Promise<NewReading[]> {
    const made: NewReading[] = [];
    for (const { part, sha256, kind } of parts) {
      const engine = kind === 'picture' ? this.reader.engine : SUBTITLES;
      const known = made.find((m) => m.sha256 === sha256) ?? (await this.readings.known(sha256, engine));
      if (known) made.push({ ...known, part, kind, sha256, engine });
      else if (await this.store.has(sha256)) {
        const bytes = await buffer(await this.store.open(sha256));
        made.push({ part, kind, sha256, engine, ...(kind === 'picture' ? await this.picture(bytes) : subtitles(bytes)) });
      }
    }
    return made;
  }

  private async picture(bytes: Buffer) {
    const read = await this.reader.read(bytes);
    return { ...read, confidence: confidenceOf(read.lines.flatMap((l) => l.words)), text: textOf(read.lines) };
  }
}

function subtitles(bytes: Buffer) {
  const text = cut(bytes.toString('utf8').replaceAll('\0', '').trim(), readingTable.most_letters);
  return { outcome: text === '' ? ('nothing' as const) : ('read' as const), width: null, height: null, confidence: null, lines: [], text };
}
