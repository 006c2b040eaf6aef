import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { ClaimRepository } from '../claim.repository.js';
import { JudgedPosts } from './judged-posts.repository.js';
import '../events.js';

/** A claim in force, a judged post, and what people decided about both; as `lachan train matcher` and `lachan evaluate` read them. */
export type Exported =
  | { file: 'claims'; id: string; text: string; wordings: string[]; falseFrom: string; falseTo: string | null }
  | { file: 'posts'; id: string; text: string; date: string | null; skips: number }
  | { file: 'qrels'; post: string; claim: string; right: boolean };

const PAGE = 500;

/** What inspectors decided, to train and to judge models by. Words of posts leave with it, names over them do not. */
@Injectable()
export class DecisionsExport {
  constructor(
    private readonly db: Db,
    private readonly log: Log,
    private readonly posts: JudgedPosts,
    private readonly registry: ClaimRepository,
  ) {}

  /** On the log before the first line leaves. */
  async *run(): AsyncGenerator<Exported> {
    const known = new Set<string>();
    await this.db.tx(async (tx) => {
      const posts = await this.posts.count(tx, 2_147_483_647);
      await this.log.append(tx, { type: 'matching.decisions-exported', v: 1, public: {}, office: { posts } });
    });
    for await (const claim of this.claims()) {
      known.add(claim.id);
      yield claim;
    }
    for (let after: string | null = null, batch = await this.posts.batch(after, PAGE); batch.length > 0;) {
      for (const { itemId, text, postedOn, skips, decided } of batch) {
        yield { file: 'posts', id: itemId, text, date: postedOn, skips };
        for (const { claimId, right } of decided) if (known.has(claimId)) yield { file: 'qrels', post: itemId, claim: claimId, right };
      }
      after = batch[batch.length - 1].itemId;
      batch = await this.posts.batch(after, PAGE);
    }
  }

  private async *claims(): AsyncGenerator<Exported & { file: 'claims' }> {
    for (let after: string | null = null; ;) {
      const rows = await this.db.read((tx) => this.registry.inForceAfter(tx, after, PAGE));
      for (const { claimId: id, wordings, falseFrom, falseTo } of rows) {
        const [text, ...more] = wordings.map((w) => w.text);
        yield { file: 'claims', id, text, wordings: more, falseFrom, falseTo };
      }
      if (rows.length < PAGE) return;
      after = rows[rows.length - 1].claimId;
    }
  }
}
