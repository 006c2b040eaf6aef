import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { glossary } from '../../core/glossary/glossary.js';
import { TitlesRepository } from '../../core/identity/titles.repository.js';
import { Cases } from '../../cases/index.js';
import { authorityOn } from '../penalty/competence.js';
import type { Day } from '../penalty/day.js';
import { penaltyLaw } from '../penalty/penalty-table.js';
import { MoneyRepository } from '../penalties/money.repository.js';
import { PeopleOfRecord } from '../penalties/people-of-record.use-case.js';
import { PenaltyRepository, type HeldPenalty } from '../penalties/penalty.repository.js';
import { ViolationRepository } from '../penalties/violation.repository.js';
import type { Composed } from './composed.js';
import { decisionDocument, type Asked, type DecisionFacts, type Reader } from './decision-document.js';
import { DocumentRepository } from './document.repository.js';
import { formOf } from './print-setup.js';
import { PrintSetupRepository } from './print-setup.repository.js';

/** Reads what decisions and annulments are printed with, and writes their fields. */
@Injectable()
export class ComposeDecisionDocument {
  constructor(
    private readonly documents: DocumentRepository,
    private readonly penalties: PenaltyRepository,
    private readonly violations: ViolationRepository,
    private readonly cases: Cases,
    private readonly people: PeopleOfRecord,
    private readonly money: MoneyRepository,
    private readonly titles: TitlesRepository,
    private readonly setups: PrintSetupRepository,
  ) {}

  /** Null where the office has no form for such a decision. */
  async run(tx: Tx, held: HeldPenalty, today: Day, reader: Reader | null = null): Promise<Composed | null> {
    return (await this.all(tx, [{ held, reader }], today)).get(held.penalty.id) ?? null;
  }
  /** The same of several, by id, in as many queries as for one. */
  async all(tx: Tx, wanted: readonly Asked[], today: Day): Promise<Map<string, Composed | null>> {
    const asked = wanted.filter(({ held }) => formOf(held.newest.content) !== null);
    if (asked.length === 0) return new Map();
    const facts = await this.read(tx, asked, today);
    return new Map(asked.map((a) => [a.held.penalty.id, decisionDocument(a, facts)]));
  }

  private async read(tx: Tx, asked: readonly Asked[], today: Day): Promise<DecisionFacts> {
    const helds = asked.map((a) => a.held);
    const contents = helds.map((held) => held.newest.content);
    const annulled = await this.penalties.all(
      tx,
      contents.flatMap((c) => (c.kind === 'annulment' ? c.annuls.id : [])),
    );
    const signatures = [...helds, ...annulled.values()].flatMap((held) => held.newest.signature ?? []);
    const signers = [...asked.flatMap((a) => a.reader?.staffId ?? []), ...signatures.map((s) => s.signedBy)];
    const records = await this.violations.all(
      tx,
      helds.map((held) => held.penalty.violationId),
    );
    const accused = [...records.values()];
    return {
      ...{ today, annulled, records, labelOf },
      setups: await this.setups.all(
        tx,
        contents.flatMap((c) => c.printing ?? []),
      ),
      names: await this.cases.namesOf(
        tx,
        accused.map((r) => r.violation.partyId),
      ),
      papers: await this.people.papersOf(tx, accused),
      exhibits: await this.documents.exhibited(
        tx,
        contents.flatMap((c) => (c.kind === 'decision' ? c.exhibits.map((x) => x.exhibitId) : [])),
      ),
      owed: await this.money.owedBackOf(tx, [...annulled.keys()]),
      titles: await this.titles.all(
        tx,
        signatures.map((s) => s.titleId),
      ),
      staff: await this.documents.names(tx, signers),
    };
  }
}

/** A title as the table of authorities of the day calls it. */
const labelOf = (title: string, day: Day): string =>
  (authorityOn(penaltyLaw.authorities, day)?.titles.find((t) => t.key === title)?.label ?? glossary.title[title]).vi;
