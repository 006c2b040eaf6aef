import { Inject, Injectable } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { encrypt } from '../../core/identity/secrets.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import { ComposeRecord, type RecordInput } from './compose-record.use-case.js';
import { contentBytes, type ViolationRecord } from './decision.js';
import { commitmentOf, IDENTITIES, trimmed, type IdentityDetails } from './identity.js';
import type { ViolationStepped } from './penalty-answers.js';
import { ViolationRepository } from './violation.repository.js';
import { RecordPeopleRepository } from './record-people.repository.js';
import './events.js';
import './problems.js';

export type WrittenRecord = RecordInput & { identity?: IdentityDetails };
export type NewRecord = WrittenRecord & { caseId: string; partyId: string };

/** An inspector writes the record of a violation of one accused party, and writes it anew until it is drawn up. */
@Injectable()
export class DraftViolation {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly violations: ViolationRepository,
    private readonly people: RecordPeopleRepository,
    private readonly composing: ComposeRecord,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  run(actor: { staffId: string }, input: NewRecord): Promise<ViolationStepped> {
    return this.db.tx(async (tx) => {
      const { caseId, partyId } = input;
      const known = await this.cases.held(tx, caseId);
      if (known.barred.has(actor.staffId)) throw new Problem('missing');
      if (known.state !== 'confirmed') throw new Problem('violation-lacks', { lacks: ['case-confirmed'] });
      await this.refuseOther(tx, caseId, partyId, input);
      const id = randomUUID();
      const reference = await this.violations.nextReference(tx, caseId, known.number);
      await this.violations.add(tx, { id, reference, caseId, partyId, by: actor.staffId });
      const identity = await this.seal(tx, id, input, actor);
      const content = await this.composing.run(tx, { caseId, caseNumber: known.number, reference, partyId, identity }, input);
      return this.write(tx, actor, { id, caseId, version: 1 }, content, 'violation.drafted');
    });
  }

  change(actor: { staffId: string }, id: string, { version, ...input }: WrittenRecord & { version: number }): Promise<ViolationStepped> {
    return this.db.tx(async (tx) => {
      const { violation, newest } = await this.violations.lock(tx, actor, id, version);
      if (violation.state !== 'draft') throw new Problem('record-drawn', { current: { state: violation.state, version } });
      const { caseId, partyId, reference } = violation;
      await this.refuseOther(tx, caseId, partyId, input);
      const identity = (await this.seal(tx, id, input, actor)) ?? newest.content.subject.identity;
      const about = { caseId, caseNumber: newest.content.caseNumber, reference, partyId, identity };
      const content = await this.composing.run(tx, about, input);
      if (contentBytes(content).equals(contentBytes(newest.content)))
        return { id, state: violation.state, version, contentHash: newest.sha256 };
      return this.write(tx, actor, { id, caseId, version: await this.violations.save(tx, violation) }, content, 'violation.changed');
    });
  }

  private async write(
    tx: Tx,
    actor: { staffId: string },
    at: { id: string; caseId: string; version: number },
    content: ViolationRecord,
    type: 'violation.drafted' | 'violation.changed',
  ): Promise<ViolationStepped> {
    const written = await this.violations.addContent(tx, at.id, at.version, content, actor.staffId);
    await this.log.append(tx, {
      type,
      v: 1,
      public: {},
      office: { violationId: at.id, caseId: at.caseId, contentId: written.id, contentSha256: written.sha256 },
      actor: actor.staffId,
      subject: at.id,
    });
    return { id: at.id, state: 'draft', version: at.version, contentHash: written.sha256 };
  }

  private async refuseOther(tx: Tx, caseId: string, partyId: string, { subject }: RecordInput): Promise<void> {
    const party = await this.cases.party(tx, caseId, partyId);
    const kind = party?.kind === 'organisation' ? 'organisation' : 'individual';
    if (party?.role !== 'accused' || kind !== subject.kind) throw new Problem('not-accused');
  }

  /** Keeps the papers apart, encrypted; what stands for them in the content. Null where none were given. */
  private async seal(tx: Tx, violationId: string, { identity }: WrittenRecord, actor: { staffId: string }): Promise<string | null> {
    const details = identity && trimmed(identity);
    if (!details) return null;
    const sealed = { salt: randomBytes(16).toString('hex'), details };
    const commitment = commitmentOf(sealed);
    const bytes = encrypt(this.config.secret, IDENTITIES, JSON.stringify(sealed));
    await this.people.addIdentity(tx, { violationId, commitment, sealed: bytes, by: actor.staffId });
    return commitment;
  }
}
