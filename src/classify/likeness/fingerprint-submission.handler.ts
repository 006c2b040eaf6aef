import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import '../../intake/index.js';
import type { Made } from './fingerprint.repository.js';
import { NoteLikeness } from './note-likeness.use-case.js';
import { ShownView } from './shown.view.js';

/** What somebody sent in as a text or a picture is looked for in all posts. */
@Injectable()
@On('submission.sealed', { lane: 'picture', leaseSeconds: 20 })
export class FingerprintSubmission implements Handler<'submission.sealed', Made[]> {
  constructor(
    private readonly shown: ShownView,
    private readonly note: NoteLikeness,
  ) {}

  async work({ office }: Recorded<'submission.sealed'>): Promise<Made[]> {
    return this.note.look(await this.shown.ofAddress(office.addressId));
  }
  handle(tx: Tx, { office }: Recorded<'submission.sealed'>, made: Made[]): Promise<void> {
    return this.note.run(tx, { postId: office.postId, captureId: null, addressId: office.addressId }, made);
  }
}
