import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { named, type KnownExhibit } from './exhibits.js';
import type { IdentityDetails } from './identity.js';
import { PeopleOfRecord } from './people-of-record.use-case.js';
import { ViolationRepository, type HeldViolation } from './violation.repository.js';
import { KnownExhibits } from './known-exhibits.repository.js';

export interface OtherRecord {
  id: string;
  reference: string;
}

/** One act is punished once: finds another record of the case that is drawn up, of the same act by the same person. */
@Injectable()
export class SameOffence {
  constructor(
    private readonly violations: ViolationRepository,
    private readonly exhibits: KnownExhibits,
    private readonly people: PeopleOfRecord,
  ) {}

  /** Papers are compared here and shown to nobody. */
  async find(tx: Tx, held: HeldViolation): Promise<OtherRecord | null> {
    const { id, caseId } = held.violation;
    const exhibits = await this.exhibits.of(tx, caseId);
    const own = named(held.newest.content, exhibits);
    for (const otherId of await this.violations.ofCase(tx, caseId)) {
      if (otherId === id) continue;
      const other = await this.violations.find(tx, null, otherId);
      if (other.violation.state !== 'drawn' || !showSame(own, named(other.newest.content, exhibits))) continue;
      if (await this.samePerson(tx, held, other)) return { id: otherId, reference: other.violation.reference };
    }
    return null;
  }

  private async samePerson(tx: Tx, held: HeldViolation, other: HeldViolation): Promise<boolean> {
    const own = numbersOf(await this.people.papers(tx, held));
    return numbersOf(await this.people.papers(tx, other)).some((number) => own.includes(number));
  }
}

/** How a refusal names it. */
export const namedAs = (other: OtherRecord | null) => (other ? { violationId: other.id, reference: other.reference } : {});

/** The same capture, or another one of the same post. */
const showSame = (a: readonly KnownExhibit[], b: readonly KnownExhibit[]): boolean =>
  a.some((x) => b.some((y) => x.evidenceId === y.evidenceId || (x.postId !== null && x.postId === y.postId)));

/** However the paper is called and its number is spaced, one number is one person. */
const numbersOf = (details: IdentityDetails | null): string[] =>
  [details?.idNumber, details?.registration].flatMap((number) => number?.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase() || []);
