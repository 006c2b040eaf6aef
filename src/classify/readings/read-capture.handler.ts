import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, type Handler } from '../../core/events/on.js';
import '../../crawl/index.js';
import { EvidenceView } from '../evidence.view.js';
import { NoteEvidence, type Looked } from '../note-evidence.use-case.js';
import { ReadWords } from './read-words.use-case.js';
import type { NewReading } from './reading.js';
import { ToReadView } from './to-read.view.js';

interface Words {
  evidenceId: string;
  made: NewReading[];
  looked: Looked;
}

/** What pictures and films of a capture say is a second look at the post, after that at its text. */
@Injectable()
@On('capture.sealed', { lane: 'reading', leaseSeconds: 30 })
export class ReadCapture implements Handler<'capture.sealed', Words | null> {
  constructor(
    private readonly toRead: ToReadView,
    private readonly words: ReadWords,
    private readonly evidence: EvidenceView,
    private readonly note: NoteEvidence,
  ) {}

  async work({ office, officeAt }: Recorded<'capture.sealed'>): Promise<Words | null> {
    const parts = await this.toRead.ofCapture(office.captureId);
    const evidenced = parts && parts.parts.length > 0 ? await this.evidence.ofCapture(office.captureId) : null;
    if (!parts || !evidenced) return null;
    const made = await this.words.look(parts);
    return { evidenceId: parts.evidenceId, made, looked: await this.note.look(evidenced, this.evidence.day(officeAt)) };
  }
  async handle(tx: Tx, { office }: Recorded<'capture.sealed'>, words: Words | null): Promise<void> {
    if (!words) return;
    const source = { postId: office.postId, captureId: office.captureId, addressId: null, evidenceId: words.evidenceId };
    await this.note.second(tx, source, words.made, words.looked);
  }
}
