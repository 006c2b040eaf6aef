import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import '../intake/index.js';
import { EvidenceView } from './evidence.view.js';
import { NoteEvidence, type Looked } from './note-evidence.use-case.js';

/** A text that somebody sent in is matched as it came; a picture waits for what is read in it. */
@Injectable()
@On('submission.sealed')
export class MatchSubmission implements Handler<'submission.sealed', Looked | null> {
  constructor(
    private readonly evidence: EvidenceView,
    private readonly note: NoteEvidence,
  ) {}

  async work({ office, officeAt }: Recorded<'submission.sealed'>): Promise<Looked | null> {
    const evidenced = await this.evidence.ofAddress(office.addressId);
    return evidenced && this.note.look(evidenced, this.evidence.day(officeAt));
  }
  async handle(tx: Tx, { office }: Recorded<'submission.sealed'>, looked: Looked | null): Promise<void> {
    if (looked) await this.note.run(tx, office.postId, looked);
  }
}
