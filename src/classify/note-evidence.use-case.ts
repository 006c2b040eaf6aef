import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import type { Glance, Match } from './matching/match.js';
import type { PlacedMatch } from './matching/said-parts.js';
import { everywhere, glanceAt, KnownClaims, type Registry } from './known-claims.repository.js';
import { LookRepository } from './drift/look.repository.js';
import { prioritise } from './prioritise.js';
import type { TriageItemRow } from './triage.entity.js';
import { inSample } from './trials/in-sample.js';
import { triageTable } from './triage-table.js';
import { TriageRepository, type Evidenced, type Seen } from './triage.repository.js';
import { MatchRepository } from './match.repository.js';
import type { NewReading, ReadSource } from './readings/reading.js';
import { ReadingRepository } from './readings/reading.repository.js';
import './events.js';

/** What was found in a text, and what the look tells of it; without text there was none. */
interface Sight {
  matches: Match[];
  glance: Glance | null;
}
export interface Looked {
  registry: Registry;
  seen: Sight;
  evidenced: Seen;
  day: string;
}

interface Found {
  matches: PlacedMatch[];
  glance: Glance | null;
  rules: Registry;
}

/** New evidence of a post: its text is set beside the registry; what was judged on another text is to be looked at again. */
@Injectable()
export class NoteEvidence {
  constructor(
    private readonly items: TriageRepository,
    private readonly matches: MatchRepository,
    private readonly known: KnownClaims,
    private readonly readings: ReadingRepository,
    private readonly looks: LookRepository,
    private readonly log: Log,
  ) {}

  /** The part that costs time, outside any transaction. `day` stands in for a date that the post does not show. */
  async look(evidenced: Seen, day: string): Promise<Looked> {
    const registry = await this.known.now();
    return { registry, evidenced, day, seen: this.find(registry, evidenced, day) };
  }

  async run(tx: Tx, postId: string, looked: Looked): Promise<void> {
    const evidenced = nameless(looked.evidenced);
    const item = await this.items.inForce(tx, postId);
    const first = item.evidenceId === null;
    if (!first && (evidenced.text === null || evidenced.textSha256 === item.textSha256)) return;
    if (item.state === 'judged' && evidenced.textSha256 !== item.textSha256) item.lookAgain = true;
    Object.assign(item, evidenced);
    await this.take(tx, item, await this.found(tx, item, looked), first);
  }

  /** What was read in pictures and films of a post is noted, and the post set beside the registry once more, with it. */
  async second(tx: Tx, source: ReadSource, made: readonly NewReading[], looked: Looked): Promise<void> {
    if ((await this.readings.add(tx, source, made)) === 0) return;
    const item = await this.items.inForce(tx, source.postId);
    const first = item.evidenceId === null;
    if (first) Object.assign(item, nameless(looked.evidenced));
    const found = await this.found(tx, item, looked);
    // where the words say nothing that is known, whoever has the post open is not disturbed
    if (first || found.matches.some((m) => m.source?.evidenceId === source.evidenceId)) await this.take(tx, item, found, first);
    else await this.items.keep(tx, item);
  }

  /** The first look at a post, whichever of its parts it was, is kept, and decides whether it is one of the sample. */
  private async take(tx: Tx, item: TriageItemRow, { matches, glance, rules }: Found, first: boolean): Promise<void> {
    if (first && item.text !== null && glance)
      await this.looks.add(tx, item.id, { rules, letters: item.text.length, glance, top: matches[0] });
    if (first && matches.length === 0 && item.text !== null) item.sampled = inSample(item.id, triageTable.sample.share);
    await this.add(tx, item, matches);
  }

  /** Writes down what was found for an item, and where that puts it in the queue. */
  async add(tx: Tx, item: TriageItemRow, matches: PlacedMatch[]): Promise<void> {
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

  /** What its text resembles, and what was read beside it; a post without text goes by the words that were read first. */
  private async found(tx: Tx, item: TriageItemRow, { registry, evidenced, seen, day }: Looked): Promise<Found> {
    const parts = await this.readings.said(tx, item);
    if (item.text === null && parts.length > 0) item.textSha256 ??= sha256(parts.map((p) => p.text).join('\n'));
    const current = await this.known.current(tx, registry);
    const now = current ? registry : await this.known.now();
    const author = evidenced.evidenceId === item.evidenceId ? evidenced.author : null;
    const same = current && evidenced.evidenceId === item.evidenceId;
    const { matches, glance } = same ? seen : this.find(now, { ...item, author }, day);
    const find = (text: string) => this.find(now, { text, postedOn: item.postedOn, author }, day).matches;
    return { matches: everywhere(matches, parts, find), glance, rules: now };
  }

  private find(registry: Registry, { text, postedOn, author }: Pick<Seen, 'text' | 'postedOn' | 'author'>, day: string): Sight {
    if (text === null) return { matches: [], glance: null };
    return glanceAt({ text, author, date: postedOn ?? day, dated: postedOn !== null }, registry.index, registry.rules);
  }
}

/** The name over a post stays with its capture alone. */
const nameless = ({ author: _, ...evidenced }: Seen): Evidenced => evidenced;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
