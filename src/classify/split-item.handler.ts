import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import '../intake/index.js';
import { EvidenceView } from './evidence.view.js';
import { NoteEvidence, type Looked } from './note-evidence.use-case.js';
import { prioritise } from './prioritise.js';
import { TriageRepository } from './triage.repository.js';
import { MatchRepository } from './match.repository.js';

/** A report that was split off brings its own post into the queue. */
@Injectable()
@On('post.split')
export class SplitItem implements Handler<'post.split', Looked[]> {
  constructor(
    private readonly evidence: EvidenceView,
    private readonly items: TriageRepository,
    private readonly matches: MatchRepository,
    private readonly note: NoteEvidence,
  ) {}

  async work({ office, officeAt }: Recorded<'post.split'>): Promise<Looked[]> {
    const submissions = await this.evidence.submissionsOf(office.newPostId);
    return Promise.all(submissions.map((s) => this.note.look(s, this.evidence.day(officeAt))));
  }
  async handle(tx: Tx, { office }: Recorded<'post.split'>, looked: Looked[]): Promise<void> {
    for (const [postId, reports] of [
      [office.postId, -1],
      [office.newPostId, 1],
    ] as const) {
      const item = await this.items.inForce(tx, postId);
      item.reports = Math.max(0, item.reports + reports);
      prioritise(item, await this.matches.top(tx, item));
      await this.items.keep(tx, item);
    }
    for (const one of looked) await this.note.run(tx, office.newPostId, one);
  }
}
