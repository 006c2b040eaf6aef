import { Injectable } from '@nestjs/common';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import { ComposeRequest } from './compose-request.use-case.js';
import { refuseGroundless, refuseOtherUrls, type Draft, type WrittenTakedown } from './draft-takedown.use-case.js';
import { GroundRepository } from './ground.repository.js';
import { contentBytes } from './takedown.js';
import { TakedownRepository } from './takedown.repository.js';
import { TakedownContentRepository } from './takedown-content.repository.js';
import './events.js';
import './problems.js';

export type Change = Partial<Omit<Draft, 'caseId' | 'platform'>> & { version: number };

/** Writes the next version of what a request says. An approval is of one version only, so a new one has none. */
@Injectable()
export class ChangeTakedown {
  constructor(
    private readonly db: Db,
    private readonly takedowns: TakedownRepository,
    private readonly contents: TakedownContentRepository,
    private readonly cases: Cases,
    private readonly ground: GroundRepository,
    private readonly composing: ComposeRequest,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, id: string, change: Change): Promise<WrittenTakedown> {
    return this.db.tx(async (tx) => {
      const { takedown, newest } = await this.takedowns.lock(tx, actor, id, change.version);
      if (!['draft', 'approved', 'undeliverable'].includes(takedown.state))
        throw new Problem('already-sent', { current: { state: takedown.state, version: takedown.version } });
      const { content } = newest;
      const addressIds = (change.items ?? content.items).map((i) => i.addressId);
      const parent = takedown.withdraws ? await this.contents.sent(tx, takedown.withdraws) : null;
      if (!parent) {
        if (change.items) {
          const links = await this.ground.links(tx, takedown.caseId);
          refuseOtherUrls(change.items, new Map(links.map((l) => [l.addressId, l.url])));
          refuseGroundless(addressIds, links, (await this.cases.groundOf(tx, takedown.caseId)).stands);
        }
        const asked = await this.takedowns.askedElsewhere(tx, addressIds, id);
        if (asked) throw new Problem('already-asked', { takedownId: asked.id, reference: asked.reference });
      }
      const next = await this.composing.run(tx, {
        kind: takedown.kind,
        reference: takedown.reference,
        caseId: takedown.caseId,
        caseNumber: content.caseNumber,
        platform: takedown.platform,
        way: change.delivery ?? content.way,
        recipient: change.recipient?.trim() || content.recipient,
        language: change.language ?? content.language,
        legalBasis: change.legalBasis ?? content.legalBasis,
        fields: content.fields,
        formerly: content.items.map((i) => i.addressId),
        typed: change.fields ?? {},
        addressIds,
        withdrawn: parent,
      });
      if (contentBytes(next).equals(contentBytes(content)))
        return { id, reference: takedown.reference, state: takedown.state, version: takedown.version, contentHash: newest.sha256 };
      takedown.state = 'draft';
      const version = await this.takedowns.save(tx, takedown);
      const written = await this.contents.add(tx, id, version, next, actor.staffId);
      await this.log.append(tx, {
        type: 'takedown.changed',
        v: 1,
        public: { kind: takedown.kind, platform: takedown.platform },
        office: {
          takedownId: id,
          caseId: takedown.caseId,
          contentId: written.id,
          contentSha256: written.sha256,
          voidedApproval: newest.approvedBy !== null,
        },
        actor: actor.staffId,
        subject: id,
      });
      return { id, reference: takedown.reference, state: 'draft', version, contentHash: written.sha256 };
    });
  }
}
