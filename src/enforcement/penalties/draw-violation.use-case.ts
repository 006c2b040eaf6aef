import { Inject, Injectable } from '@nestjs/common';
import { said } from '../../core/text/visible.js';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import type { FlowActor } from '../../core/flow/flow.js';
import { encrypt } from '../../core/identity/secrets.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import { ComposeRecord } from './compose-record.use-case.js';
import { KnowViolation } from './know-violation.use-case.js';
import { SIGNATORIES, trimmed } from './identity.js';
import type { ViolationStepped } from './penalty-answers.js';
import type { PresenceDetails, SigningRole } from './signatures.js';
import { ViolationRepository, type HeldViolation } from './violation.repository.js';
import { RecordPeopleRepository } from './record-people.repository.js';
import './events.js';
import './problems.js';

export type Person = FlowActor & { staffId: string };
export interface OfContent {
  contentHash: string;
  version: number;
}
export interface PresenceInput extends OfContent {
  role: SigningRole;
  name: string;
  details?: PresenceDetails;
  signed: boolean;
  reason?: string | null;
}

/** Those present sign exactly one content, named by its hash; then the record is drawn up, and time begins to run. */
@Injectable()
export class DrawViolation {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly violations: ViolationRepository,
    private readonly people: RecordPeopleRepository,
    private readonly know: KnowViolation,
    private readonly composing: ComposeRecord,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Notes that somebody signed, or why they did not. */
  note(actor: Person, id: string, input: PresenceInput): Promise<ViolationStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.violations.lock(tx, actor, id, input.version);
      const { violation, newest } = held;
      if (violation.state !== 'draft')
        throw new Problem('record-drawn', { current: { state: violation.state, version: violation.version } });
      refuseOther(held, input.contentHash);
      const reason = said(input.reason);
      if (!input.signed && !reason) throw new Problem('step-reason-needed');
      const nameSealed = encrypt(this.config.secret, SIGNATORIES, input.name.trim());
      const details = trimmed(input.details ?? {});
      const detailsSealed = details && encrypt(this.config.secret, SIGNATORIES, JSON.stringify(details));
      const signature = { role: input.role, nameSealed, detailsSealed, signed: input.signed, reason, by: actor.staffId };
      const signatureId = await this.people.addSignature(tx, newest.id, signature);
      const version = await this.violations.save(tx, violation);
      await this.log.append(tx, {
        type: 'violation.signed',
        v: 1,
        public: {},
        office: { ...idsOf(held), contentId: newest.id, contentSha256: newest.sha256, signatureId, signed: input.signed },
        actor: actor.staffId,
        subject: id,
      });
      return { id, state: violation.state, version, contentHash: newest.sha256 };
    });
  }

  run(actor: Person, id: string, input: OfContent): Promise<ViolationStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.violations.lock(tx, actor, id, input.version);
      const { violation, newest } = held;
      refuseOther(held, input.contentHash);
      await this.know.step(tx, held, 'drawn', actor);
      violation.drawnOn = await this.composing.today(tx);
      const version = await this.violations.save(tx, violation);
      const { act, subject } = newest.content;
      await this.log.append(tx, {
        type: 'violation.recorded',
        v: 1,
        public: { offence: act.types[0], topic: await this.cases.topic(tx, violation.caseId), subject: subject.kind },
        office: { ...idsOf(held), partyId: violation.partyId, contentId: newest.id, contentSha256: newest.sha256 },
        actor: actor.staffId,
        subject: id,
      });
      return { id, state: violation.state, version, contentHash: newest.sha256 };
    });
  }

  cancel(actor: Person, id: string, input: { reason: string; version: number }): Promise<ViolationStepped> {
    return this.db.tx(async (tx) => {
      const held = await this.violations.lock(tx, actor, id, input.version);
      await this.end(tx, held, actor);
      await this.violations.note(tx, id, input.reason.trim(), actor.staffId);
      const { violation, newest } = held;
      return { id, state: violation.state, version: violation.version, contentHash: newest.sha256 };
    });
  }
  async end(tx: Tx, held: HeldViolation, actor: FlowActor): Promise<void> {
    await this.know.step(tx, held, 'cancelled', actor);
    await this.violations.save(tx, held.violation);
    await this.log.append(tx, {
      type: 'violation.cancelled',
      v: 1,
      public: {},
      office: idsOf(held),
      actor: actor.staffId,
      subject: held.violation.id,
    });
  }
}

const idsOf = ({ violation }: HeldViolation) => ({ violationId: violation.id, caseId: violation.caseId });
function refuseOther({ violation, newest }: HeldViolation, contentHash: string): void {
  if (newest.sha256 !== contentHash)
    throw new Problem('content-changed', {
      current: { version: violation.version, state: violation.state, contentHash: newest.sha256, contentNumber: newest.number },
    });
}
