import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import type { TakedownStepped } from './takedown-answers.js';
import { Log } from '../core/events/log.js';
import type { FlowActor } from '../core/flow/flow.js';
import { Problem } from '../core/problem/problem.js';
import { KnowTakedown } from './know-takedown.use-case.js';
import { TakedownRepository } from './takedown.repository.js';
import { TakedownContentRepository } from './takedown-content.repository.js';
import './events.js';
import './problems.js';

export type Person = FlowActor & { staffId: string };

/** A second person approves exactly one content, named by its hash. */
@Injectable()
export class ApproveTakedown {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly contents: TakedownContentRepository,
    private readonly know: KnowTakedown,
    private readonly log: Log,
  ) {}

  run(actor: Person, id: string, input: { contentHash: string; version?: number }): Promise<TakedownStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.takedowns.lock(tx, actor, id, input.version);
      const { takedown, newest } = held;
      if (newest.sha256 !== input.contentHash)
        throw new Problem('content-changed', {
          current: { version: takedown.version, state: takedown.state, contentHash: newest.sha256, contentNumber: newest.number },
        });
      // calling back what is about to leave ends in the same state, and is no approval
      if (takedown.state !== 'draft') throw new Problem('no-such-step', { current: { state: takedown.state, version: takedown.version } });
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
}
