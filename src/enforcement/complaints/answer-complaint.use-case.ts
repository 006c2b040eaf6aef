import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Problem } from '../../core/problem/problem.js';
import { AnnulPenalty } from '../penalties/annul-penalty.use-case.js';
import type { OfContent, Person } from '../penalties/draw-violation.use-case.js';
import { PenaltyRepository } from '../penalties/penalty.repository.js';
import { fits, type AnswerOutcome, type ComplaintAnswer } from './complaint.js';
import { complaintIds, type ComplaintStepped } from './complaint-stepped.js';
import { ComplaintRepository, type AnswerRow, type Complaint, type HeldComplaint } from './complaint.repository.js';
import { KnowComplaint } from './know-complaint.use-case.js';
import './events.js';
import './problems.js';

export interface AnswerInput {
  outcome: AnswerOutcome;
  says: string;
  version: number;
}
export interface ComplaintAnswered extends ComplaintStepped {
  contentHash: string;
  /** the annulment that it has led to */
  annulmentId: string | null;
}

interface Approved {
  actor: Person;
  inTime: boolean | null;
  titleId: string;
  annulmentId: string | null;
}

/** Legal staff who had no hand in the decision write the answer, or why none is given; a signer approves exactly one, by its hash. */
@Injectable()
export class AnswerComplaint {
  constructor(
    private readonly db: Db,
    private readonly complaints: ComplaintRepository,
    private readonly penalties: PenaltyRepository,
    private readonly know: KnowComplaint,
    private readonly annulling: AnnulPenalty,
    private readonly log: Log,
  ) {}

  /** Why it is not accepted: as long as it was not accepted. */
  refuse(actor: Person, id: string, { reason, version }: { reason: string; version: number }): Promise<ComplaintAnswered> {
    return this.draft(actor, id, { outcome: 'not-accepted', says: reason, version });
  }

  /** The route has asked for the right; whose decision it is, is asked here. */
  draft(actor: Person, id: string, { outcome, says, version }: AnswerInput): Promise<ComplaintAnswered> {
    return this.db.tx(async (tx) => {
      const held = await this.complaints.lock(tx, actor, id, version);
      const { complaint, answer } = held;
      if (!fits(complaint.state, outcome)) throw new Problem('no-such-step', { current: { state: complaint.state, version } });
      if ((await this.know.run(tx, held, actor)).hands.has(actor.staffId)) throw new Problem('own-signature');
      const { penalty, newest } = await this.penalties.find(tx, null, complaint.penaltyId);
      const about = { penaltyId: penalty.id, number: penalty.number!, sha256: newest.sha256 };
      const content: ComplaintAnswer = { format: 1, complaintId: id, about, outcome, says: says.trim() };
      if (answer?.content.outcome === content.outcome && answer.content.says === content.says)
        return { id, state: complaint.state, version, contentHash: answer.sha256, annulmentId: null };
      const written = await this.complaints.addAnswer(tx, content, actor.staffId);
      const saved = await this.complaints.save(tx, complaint);
      const office = { ...complaintIds(complaint), answerId: written.id, answerSha256: written.sha256, outcome };
      await this.log.append(tx, { type: 'complaint.answer-drafted', v: 1, public: {}, office, actor: actor.staffId, subject: id });
      return { id, state: complaint.state, version: saved, contentHash: written.sha256, annulmentId: null };
    });
  }

  /** What is upheld takes the decision back: its annulment is drafted, and goes its own way to a signature. */
  approve(actor: Person, id: string, { contentHash, version }: OfContent): Promise<ComplaintAnswered> {
    return this.db.tx(async (tx) => {
      const { penaltyId } = (await this.complaints.find(tx, actor, id)).complaint;
      await this.penalties.lock(tx, actor, penaltyId);
      const held = await this.asRead(tx, actor, id, { contentHash, version });
      const { complaint, answer } = held;
      const to = complaint.state === 'received' ? 'not-accepted' : 'answered';
      const known = await this.know.step(tx, held, to, actor);
      complaint.dueAt = null;
      const saved = await this.complaints.save(tx, complaint);
      const approval = { by: actor.staffId, titleId: known.title!.id, on: known.day };
      const annulmentId = answer!.content.outcome === 'upheld' ? await this.annulment(tx, complaint, answer!, actor) : null;
      await this.complaints.approve(tx, complaint, answer!, { ...approval, annulmentId });
      if (to === 'not-accepted')
        await this.complaints.noteStep(tx, complaint, { reason: answer!.content.says, exhibitId: null, by: actor.staffId });
      await this.tell(tx, complaint, answer!, { actor, inTime: known.inTime, titleId: known.title!.id, annulmentId });
      return { id, state: complaint.state, version: saved, contentHash, annulmentId };
    });
  }

  /** Instead of approving it, with a reason: it waits for an answer that differs. */
  sendBack(actor: Person, id: string, { reason, ...read }: OfContent & { reason: string }): Promise<ComplaintAnswered> {
    return this.db.tx(async (tx) => {
      const held = await this.asRead(tx, actor, id, read);
      const { complaint, answer } = held;
      await this.know.step(tx, held, complaint.state, actor);
      const { id: answerId, sha256 } = answer!;
      await this.complaints.sendBack(tx, answerId, reason.trim(), actor.staffId);
      const version = await this.complaints.save(tx, complaint);
      const office = { ...complaintIds(complaint), answerId, answerSha256: sha256 };
      await this.log.append(tx, { type: 'complaint.returned', v: 1, public: {}, office, actor: actor.staffId, subject: id });
      return { id, state: complaint.state, version, contentHash: sha256, annulmentId: null };
    });
  }

  private async asRead(tx: Tx, actor: Person, id: string, { contentHash, version }: OfContent): Promise<HeldComplaint> {
    const held = await this.complaints.lock(tx, actor, id, version);
    const { complaint, answer } = held;
    if (!answer || answer.sha256 === contentHash) return held;
    throw new Problem('content-changed', {
      current: { version, state: complaint.state, contentHash: answer.sha256, contentNumber: answer.number },
    });
  }

  private async tell(tx: Tx, complaint: Complaint, answer: AnswerRow, { actor, inTime, titleId, annulmentId }: Approved): Promise<string> {
    const ids = complaintIds(complaint);
    const by = { public: {}, actor: actor.staffId, subject: complaint.id };
    if (complaint.state === 'not-accepted')
      return this.log.append(tx, { type: 'complaint.not-accepted', v: 1, office: { ...ids, inTime }, ...by });
    const told = { answerId: answer.id, answerSha256: answer.sha256, outcome: answer.content.outcome, titleId, annulmentId };
    return this.log.append(tx, { type: 'complaint.answered', v: 1, office: { ...ids, ...told }, ...by });
  }

  /** Where one is written already, for another reason, it is that one. */
  private async annulment(tx: Tx, complaint: Complaint, { sha256, content, writtenBy }: AnswerRow, actor: Person): Promise<string> {
    const written = await this.penalties.annulmentOf(tx, complaint.penaltyId);
    if (written) return written.id;
    const held = await this.penalties.find(tx, null, complaint.penaltyId);
    const on = { id: complaint.id, receivedOn: complaint.receivedOn, answerSha256: sha256 };
    const drafted = await this.annulling.draft(tx, held, { ground: 'complaint', reason: content.says, complaint: on }, actor, writtenBy);
    return drafted.id;
  }
}
