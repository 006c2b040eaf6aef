import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Cases } from '../../cases/index.js';
import { named, type KnownExhibit } from './exhibits.js';
import type { IdentityDetails } from './identity.js';
import { PenaltyRepository } from './penalty.repository.js';
import { PeopleOfRecord } from './people-of-record.use-case.js';
import { ViolationRepository, type HeldViolation } from './violation.repository.js';
import { KnownExhibits } from './known-exhibits.repository.js';

/** Another record of the same act; whoever may not see its case learns that there is one, and no more. */
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
    await this.violations.oneByOne(tx, shownBy(await this.exhibits(tx, held)));
  }

  /** Papers are compared here and shown to nobody. */
  async find(tx: Tx, held: HeldViolation, reader: { staffId: string | null }): Promise<OtherRecord | null> {
    const { id, caseId } = held.violation;
    const own = await this.exhibits(tx, held);
    const numbers = await this.numbers(tx, held);
    for (const otherId of await this.violations.showing(tx, own)) {
      if (otherId === id) continue;
      const other = await this.violations.find(tx, null, otherId);
      const { violation } = other;
      // in another case nothing more can come of a record whose decision was annulled
      if (violation.caseId !== caseId && !(await this.penalties.liveOf(tx, otherId))) continue;
      if (!showSame(own, await this.exhibits(tx, other)) || !(await this.numbers(tx, other)).some((n) => numbers.includes(n))) continue;
      const hidden = reader.staffId !== null && (await this.cases.isBarred(tx, violation.caseId, reader.staffId));
      return hidden ? { id: null, reference: null } : { id: otherId, reference: violation.reference };
    }
    return null;
  }

  private async exhibits(tx: Tx, { violation, newest }: HeldViolation): Promise<KnownExhibit[]> {
    return named(newest.content, await this.known.of(tx, violation.caseId));
  }
  private async numbers(tx: Tx, held: HeldViolation): Promise<string[]> {
    return numbersOf(await this.people.papers(tx, held));
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
