import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import type { Tx } from '../../core/database/db.js';
import type { StaffTitle } from '../../core/identity/titles.repository.js';
import { Cases } from '../../cases/index.js';
import { ComposeDecisionDocument } from '../documents/compose-decision-document.use-case.js';
import { draftOf } from '../documents/written.page.js';
import { ComposeRecord } from './compose-record.use-case.js';
import { named } from './exhibits.js';
import { KnownExhibits } from './known-exhibits.repository.js';
import { opened } from './on-file.js';
import { stillStands } from './penalty.flow.js';
import { PenaltyRepository, type HeldPenalty } from './penalty.repository.js';
import { SameOffence } from './same-offence.use-case.js';
import { ViolationRepository } from './violation.repository.js';

/** What only papers, exhibits and other records tell of drafts, read for all of them at once. */
@Injectable()
export class OpenDrafts {
  constructor(
    private readonly penalties: PenaltyRepository,
    private readonly violations: ViolationRepository,
    private readonly exhibits: KnownExhibits,
    private readonly cases: Cases,
    private readonly same: SameOffence,
    private readonly composing: ComposeRecord,
    private readonly documents: ComposeDecisionDocument,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** By draft, which of these needs hold; each by the title that its signer would sign it by. */
  async run(tx: Tx, staffId: string, titles: ReadonlyMap<string, StaffTitle | null>): Promise<Map<string, Map<string, boolean>>> {
    const helds = [...(await this.penalties.all(tx, [...titles.keys()])).values()];
    const asked = helds.map((held) => ({ held, reader: { staffId, title: titles.get(held.penalty.id) ?? null } }));
    const documents = await this.documents.all(tx, asked, await this.composing.today(tx));
    const facts = { decisions: await this.ofDecisions(tx, helds), annulments: await this.ofAnnulments(tx, helds) };
    return new Map(
      helds.map(({ penalty: { id } }) => {
        const complete = draftOf(documents.get(id) ?? null, this.config.timeZone).lacks.length === 0;
        return [id, new Map([['document-complete', complete], ...(facts.decisions.get(id) ?? facts.annulments.get(id)!)])];
      }),
    );
  }

  private async ofDecisions(tx: Tx, helds: readonly HeldPenalty[]): Promise<Map<string, [string, boolean][]>> {
    const decisions = helds.filter((held) => held.penalty.kind === 'decision');
    if (decisions.length === 0) return new Map();
    const caseIds = [...new Set(decisions.map((held) => held.penalty.caseId))];
    const records = await this.violations.all(
      tx,
      decisions.map((held) => held.penalty.violationId),
    );
    const exhibits = await this.exhibits.ofAll(tx, caseIds);
    const grounds = await this.cases.groundsOf(tx, caseIds);
    const others = await this.same.all(tx, [...records.values()]);
    return new Map(
      decisions.map(({ penalty: { id, caseId, violationId }, newest: { content } }) => {
        const shown = content.kind === 'decision' ? named(content, exhibits.get(caseId)!) : [];
        return [id, opened(shown, grounds.get(caseId)!.stands, others.has(violationId))];
      }),
    );
  }

  private async ofAnnulments(tx: Tx, helds: readonly HeldPenalty[]): Promise<Map<string, [string, boolean][]>> {
    const annulments = helds.filter((held) => held.penalty.kind === 'annulment');
    const annulled = await this.penalties.all(
      tx,
      annulments.flatMap((held) => held.penalty.annuls ?? []),
    );
    return new Map(
      annulments.map(({ penalty: { id, annuls } }) => [id, [['annulled-stands', stillStands(annulled.get(annuls!)!.penalty.state)]]]),
    );
  }
}
