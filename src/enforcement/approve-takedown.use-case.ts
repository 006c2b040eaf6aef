import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import type { TakedownStepped } from './takedown-answers.js';
import { Log } from '../core/events/log.js';
import type { FlowActor } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { TakedownRepository, type Held } from './takedown.repository.js';
import { TakedownContentRepository } from './takedown-content.repository.js';
import './events.js';
import './problems.js';

export type Person = FlowActor & { staffId: string };
interface OfContent {
  contentHash: string;
  version?: number;
}

/** A second person approves exactly one content, named by its hash, or sends it back with a reason. */
@Injectable()
export class ApproveTakedown {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly contents: TakedownContentRepository,
    private readonly know: KnowTakedown,
    private readonly log: Log,
  ) {}

  run(actor: Person, id: string, input: OfContent): Promise<TakedownStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.draftRead(tx, actor, id, input);
      const { takedown, newest } = held;
      await this.know.step(tx, held, 'approved', actor);
      await this.contents.approve(tx, id, newest, actor.staffId);
      const version = await this.takedowns.save(tx, takedown);
      await this.log.append(tx, {
        type: 'takedown.approved',
        v: 1,
        public: { kind: takedown.kind, platform: takedown.platform },
        office: { takedownId: id, caseId: takedown.caseId, contentId: newest.id, contentSha256: newest.sha256 },
        actor: actor.staffId,
        subject: id,
      });
      return { state: takedown.state, version };
    });
  }

  sendBack(actor: Person, id: string, input: Required<OfContent> & { reason: string }): Promise<TakedownStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.draftRead(tx, actor, id, input);
      const { takedown, newest } = held;
      await this.know.step(tx, held, 'draft', actor);
      await this.contents.sendBack(tx, newest.id, input.reason.trim(), actor.staffId);
      const version = await this.takedowns.save(tx, takedown);
      await this.log.append(tx, {
        type: 'takedown.returned',
        v: 1,
        public: {},
        office: { takedownId: id, caseId: takedown.caseId, contentId: newest.id, contentSha256: newest.sha256 },
        actor: actor.staffId,
        subject: id,
      });
      return { state: takedown.state, version };
    });
  }

  /** The draft whose newest content is the one that was read; what is a draft no more is neither approved nor sent back, whatever step leads to that state. */
  private async draftRead(tx: Tx, actor: Person, id: string, { contentHash, version }: OfContent): Promise<Held> {
    const held = await this.takedowns.lock(tx, actor, id, version);
    const { takedown, newest } = held;
    const current = { version: takedown.version, state: takedown.state };
    if (newest.sha256 !== contentHash)
      throw new Problem('content-changed', { current: { ...current, contentHash: newest.sha256, contentNumber: newest.number } });
    if (takedown.state !== 'draft') throw new Problem('no-such-step', { current });
    return held;
  }
}
