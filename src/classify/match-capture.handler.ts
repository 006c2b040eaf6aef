import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import '../crawl/index.js';
import { EvidenceView } from './evidence.view.js';
import { NoteEvidence, type Looked } from './note-evidence.use-case.js';

/** What a capture showed of a post is matched; a text that changed since the judgement is to be looked at again. */
@Injectable()
@On('capture.sealed')
export class MatchCapture implements Handler<'capture.sealed', Looked | null> {
  constructor(
    private readonly evidence: EvidenceView,
    private readonly note: NoteEvidence,
  ) {}

  async work({ office, officeAt }: Recorded<'capture.sealed'>): Promise<Looked | null> {
    const evidenced = await this.evidence.ofCapture(office.captureId);
    return evidenced && this.note.look(evidenced, this.evidence.day(officeAt));
  }
  async handle(tx: Tx, { office }: Recorded<'capture.sealed'>, looked: Looked | null): Promise<void> {
    if (looked) await this.note.run(tx, office.postId, looked);
  }
}
