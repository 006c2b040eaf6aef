import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import '../../crawl/index.js';
import type { Made } from './fingerprint.repository.js';
import { NoteLikeness } from './note-likeness.use-case.js';
import { ShownView } from './shown.view.js';

/** What a capture shows is looked for in all others. */
@Injectable()
@On('capture.sealed', { lane: 'picture', leaseSeconds: 20 })
export class FingerprintCapture implements Handler<'capture.sealed', Made[]> {
  constructor(
    private readonly shown: ShownView,
    private readonly note: NoteLikeness,
  ) {}

  async work({ office }: Recorded<'capture.sealed'>): Promise<Made[]> {
    return this.note.look(await this.shown.ofCapture(office.captureId));
  }
  handle(tx: Tx, { office }: Recorded<'capture.sealed'>, made: Made[]): Promise<void> {
    return this.note.run(tx, { postId: office.postId, captureId: office.captureId, addressId: null }, made);
  }
}
