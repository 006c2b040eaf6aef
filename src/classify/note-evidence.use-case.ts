import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import type { Match } from './matching/match.js';
import { KnownClaims, suggestions, type Registry } from './known-claims.repository.js';
import { prioritise } from './prioritise.js';
import type { TriageItemRow } from './triage.entity.js';
import { inSample } from './trials/in-sample.js';
import { triageTable } from './triage-table.js';
import { TriageRepository, type Seen } from './triage.repository.js';
import { MatchRepository } from './match.repository.js';
import './events.js';

export interface Looked {
  registry: Registry;
  matches: Match[];
  evidenced: Seen;
  day: string;
}

/** New evidence of a post: its text is set beside the registry; what was judged on another text is to be looked at again. */
@Injectable()
export class NoteEvidence {
  constructor(
    private readonly items: TriageRepository,
    private readonly matches: MatchRepository,
    private readonly known: KnownClaims,
    private readonly log: Log,
  ) {}

  /** The part that costs time, outside any transaction. `day` stands in for a date that the post does not show. */
  async look(evidenced: Seen, day: string): Promise<Looked> {
    const registry = await this.known.now();
    return { registry, evidenced, day, matches: this.find(registry, evidenced, day) };
  }

  async run(tx: Tx, postId: string, looked: Looked): Promise<void> {
    const { author: _, ...evidenced } = looked.evidenced;
    const item = await this.items.inForce(tx, postId);
    const first = item.evidenceId === null;
    if (!first && (evidenced.text === null || evidenced.textSha256 === item.textSha256)) return;
    if (item.state === 'judged' && evidenced.textSha256 !== item.textSha256) item.lookAgain = true;
    Object.assign(item, evidenced);
    const matches = (await this.known.current(tx, looked.registry))
      ? looked.matches
      : this.find(await this.known.now(), looked.evidenced, looked.day);
    if (first && matches.length === 0 && item.text !== null) item.sampled = inSample(item.id, triageTable.sample.share);
    await this.add(tx, item, matches);
  }

  /** Writes down what was found for an item, and where that puts it in the queue. */
  async add(tx: Tx, item: TriageItemRow, matches: Match[]): Promise<void> {
    await this.matches.add(tx, item, matches);
    prioritise(item, await this.matches.top(tx, item));
    await this.items.save(tx, item);
    if (matches.length === 0) return;
    await this.log.append(tx, {
      type: 'post.matched',
      v: 1,
      public: { strength: matches[0].strength ?? 'suggest' },
      subject: item.postId,
      office: {
        itemId: item.id,
        postId: item.postId,
        matches: matches.map((m) => ({ versionId: m.versionId, perMille: Math.round(m.score * 1000), stance: m.stance.label })),
      },
    });
  }

  private find(registry: Registry, { text, postedOn, author }: Seen, day: string): Match[] {
    return text === null
      ? []
      : suggestions({ text, author, date: postedOn ?? day, dated: postedOn !== null }, registry.index, registry.rules);
  }
}
