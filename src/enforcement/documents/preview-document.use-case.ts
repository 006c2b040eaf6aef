import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Printer } from '../../core/documents/printer.js';
import type { FlowActor } from '../../core/flow/flow.js';
import { PersonalData } from '../../core/identity/personal-data.js';
import { Problem } from '../../core/problem/problem.js';
import { KnowPenalty } from '../penalties/know-penalty.use-case.js';
import { PenaltyRepository } from '../penalties/penalty.repository.js';
import { ViolationRepository } from '../penalties/violation.repository.js';
import { ComposeDecisionDocument } from './compose-decision-document.use-case.js';
import { ComposeRecordDocument } from './compose-record-document.use-case.js';
import type { Composed } from './composed.js';
import './problems.js';
import { writtenDocument } from './written.page.js';

type Looker = FlowActor & { staffId: string };

/** Shows a draft as it would be printed now, to somebody who says why, since it names people; nothing of it is kept but the look. */
@Injectable()
export class PreviewDocument {
  constructor(
    private readonly db: Db,
    private readonly violations: ViolationRepository,
    private readonly penalties: PenaltyRepository,
    private readonly know: KnowPenalty,
    private readonly records: ComposeRecordDocument,
    private readonly decisions: ComposeDecisionDocument,
    private readonly personalData: PersonalData,
    private readonly printer: Printer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  record(by: Looker, id: string, reason: string): Promise<Buffer> {
    return this.show(by, reason, async (tx) => {
      const held = await this.violations.find(tx, by, id);
      const { state, caseId } = held.violation;
      return { draft: state === 'draft', violationId: id, caseId, composed: await this.records.run(tx, held) };
    });
  }

  decision(by: Looker, id: string, reason: string): Promise<Buffer> {
    return this.show(by, reason, async (tx) => {
      const held = await this.penalties.find(tx, by, id);
      const { state, violationId, caseId } = held.penalty;
      const { title, day } = await this.know.run(tx, held, by);
      const composed = await this.decisions.run(tx, held, day, { staffId: by.staffId, title });
      return { draft: state === 'draft' || state === 'signed', violationId, caseId, composed };
    });
  }

  private async show(by: Looker, reason: string, find: (tx: Tx) => Promise<Found>): Promise<Buffer> {
    const page = await this.db.tx(async (tx) => {
      await this.personalData.bound(tx, 'violation', by, this.config.limits.previewsPerMinute);
      const { draft, violationId, caseId, composed } = await find(tx);
      if (!draft) throw new Problem('no-draft');
      if (!composed) throw new Problem('no-form');
      const written = writtenDocument(composed.form, composed.model, this.config.timeZone, { draft: true, by: composed.by });
      await this.personalData.look(tx, { kind: 'violation', refId: violationId, reason, by, caseId });
      return written;
    });
    return this.printer.print(page.html, page.day);
  }
}
interface Found {
  draft: boolean;
  violationId: string;
  caseId: string;
  composed: Composed | null;
}
