import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Cases } from '../../cases/index.js';
import { named, type KnownExhibit } from './exhibits.js';
import type { IdentityDetails } from './identity.js';
import { PenaltyRepository } from './penalty.repository.js';
import { PeopleOfRecord } from './people-of-record.use-case.js';
import type { Violation } from './violation.entity.js';
import { ViolationRepository, type HeldViolation } from './violation.repository.js';
import { KnownExhibits } from './known-exhibits.repository.js';

/** As far as its reader may know of it. */
export interface OtherRecord {
  id: string | null;
  reference: string | null;
}

/** One act is punished once: finds another record that is drawn up, of the same act by the same person, whichever case it lies in. */
@Injectable()
export class SameOffence {
  constructor(
    private readonly cases: Cases,
    private readonly violations: ViolationRepository,
    private readonly known: KnownExhibits,
    private readonly penalties: PenaltyRepository,
    private readonly people: PeopleOfRecord,
  ) {}

  /** What is drawn up and signed about the same posts goes one after the other, until the act is done. */
  async oneByOne(tx: Tx, held: HeldViolation): Promise<void> {
    await this.violations.oneByOne(tx, shownBy((await this.shown(tx, [held])).get(held.violation.id)!));
  }

  /** Another record of the same act; whoever may not see its case learns that there is one, and no more. */
  async find(tx: Tx, held: HeldViolation, reader: { staffId: string | null }): Promise<OtherRecord | null> {
    const other = (await this.all(tx, [held])).get(held.violation.id);
    if (!other) return null;
    const { id, caseId, reference } = other;
    const hidden = reader.staffId !== null && (await this.cases.isBarred(tx, caseId, reader.staffId));
    return hidden ? { id: null, reference: null } : { id, reference };
  }

  /** By record, the first other one of the same act, in as many queries as for one. Papers are compared here and shown to nobody. */
  async all(tx: Tx, records: readonly HeldViolation[]): Promise<Map<string, Violation>> {
    const shown = await this.shown(tx, records);
    const near = await this.violations.showing(tx, shown);
    const others = await this.violations.all(tx, [...new Set([...near.values()].flat())]);
    if (others.size === 0) return new Map();
    const found = [...others.values()];
    const live = await this.penalties.liveOfAll(tx, [...others.keys()]);
    const theirs = await this.shown(tx, found);
    const papers = await this.people.papersOf(tx, [...records, ...found]);
    const numbers = (id: string) => numbersOf(papers.get(id) ?? null);
    const same = ({ id, caseId }: Violation, other: Violation): boolean =>
      // in another case nothing more can come of a record whose decision was annulled
      (other.caseId === caseId || live.has(other.id)) &&
      showSame(shown.get(id)!, theirs.get(other.id)!) &&
      numbers(other.id).some((n) => numbers(id).includes(n));
    return new Map(
      records.flatMap(({ violation }) => {
        const other = near.get(violation.id)!.find((id) => same(violation, others.get(id)!.violation));
        return other ? [[violation.id, others.get(other)!.violation]] : [];
      }),
    );
  }

  private async shown(tx: Tx, records: readonly HeldViolation[]): Promise<Map<string, KnownExhibit[]>> {
    const ofCases = await this.known.ofAll(tx, [...new Set(records.map((r) => r.violation.caseId))]);
    return new Map(records.map(({ violation, newest }) => [violation.id, named(newest.content, ofCases.get(violation.caseId)!)]));
  }
}

/** How a refusal names it. */
export const namedAs = (other: OtherRecord | null) => (other?.id ? { violationId: other.id, reference: other.reference } : {});

const shownBy = (exhibits: readonly KnownExhibit[]): string[] => exhibits.flatMap((x) => [x.evidenceId, ...(x.postId ? [x.postId] : [])]);
/** The same capture, or another one of the same post. */
const showSame = (a: readonly KnownExhibit[], b: readonly KnownExhibit[]): boolean => {
  const ids = new Set(shownBy(a));
  return shownBy(b).some((id) => ids.has(id));
};

/** However the paper is called and its number is spaced, one number is one person. */
const numbersOf = (details: IdentityDetails | null): string[] =>
  [details?.idNumber, details?.registration].flatMap((number) => number?.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase() || []);
