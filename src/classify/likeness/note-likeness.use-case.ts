import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { EvidenceStore } from '../../core/evidence/store.js';
import { PictureDecoder } from '../../core/pictures/decoder.js';
import { StandTogether } from '../copies/stand-together.use-case.js';
import '../events.js';
import { matching } from '../matching/matching-table.js';
import { tokenise } from '../text/tokens.js';
import { FingerprintRepository, type Made, type Source } from './fingerprint.repository.js';
import { likenessTable } from './likeness-table.js';
import { picturePrints } from './picture-fingerprint.js';
import type { ShownOf } from './shown.view.js';
import { textPrint } from './text-fingerprint.js';

/** What a post shows is set beside what every other post showed. */
@Injectable()
export class NoteLikeness {
  constructor(
    private readonly store: EvidenceStore,
    private readonly decoder: PictureDecoder,
    private readonly prints: FingerprintRepository,
    private readonly together: StandTogether,
    private readonly log: Log,
  ) {}

  /** The part that costs time, outside any transaction. */
  async look({ text, pictures }: ShownOf): Promise<Made[]> {
    const words = tokenise(text ?? '', matching.text).tokens.map((token) => token.bare);
    const print = textPrint(words, likenessTable.text);
    const made: Made[] = print ? [{ ...print, part: 'text' }] : [];
    for (const { part, sha256 } of pictures) {
      if (!(await this.store.has(sha256))) continue;
      const grey = await this.decoder.brightness(await buffer(await this.store.open(sha256)));
      if (grey) made.push(...picturePrints(grey, likenessTable.picture).map((p) => ({ ...p, part })));
    }
    return made;
  }

  async run(tx: Tx, source: Source, made: readonly Made[]): Promise<void> {
    if (made.length === 0) return;
    await this.prints.hold(tx);
    const added = await this.prints.add(tx, source, made);
    if (added.length === 0) return;
    const seen = await this.prints.join(tx, source.postId, added);
    await this.together.run(tx, source.postId);
    if (seen === 0) return;
    await this.log.append(tx, {
      type: 'post.seen-before',
      v: 1,
      public: {},
      office: { postId: source.postId, posts: seen },
      subject: source.postId,
    });
  }
}
