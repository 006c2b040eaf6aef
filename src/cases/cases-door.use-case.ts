import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import { Problem } from '../core/problem/problem.js';
import type { CaseState } from './case.flow.js';
import { CaseRepository } from './case.repository.js';
import { ExhibitRepository, type Exhibit } from './exhibit.repository.js';
import { Identities } from './identity.use-case.js';
import { KnowGround, type CaseGround } from './know-ground.use-case.js';
import type { PartyKind, PartyRole } from './case.js';
import { PartyRepository } from './party.repository.js';
import { PostLinksRepository } from './post-links.repository.js';

export interface KnownCase {
  id: string;
  number: string;
  state: CaseState;
  version: number;
  postIds: string[];
  barred: Set<string>;
  exhibits: Exhibit[];
}
export interface KnownParty {
  id: string;
  kind: PartyKind;
  role: PartyRole;
  staffId: string | null;
}

/** What rooms to the right may ask of cases, in their own transaction. */
@Injectable()
export class Cases {
  constructor(
    private readonly cases: CaseRepository,
    private readonly links: PostLinksRepository,
    private readonly exhibits: ExhibitRepository,
    private readonly parties: PartyRepository,
    private readonly ground: KnowGround,
    private readonly identities: Identities,
  ) {}

  async get(tx: Tx, caseId: string): Promise<KnownCase> {
    const found = await this.cases.find(tx, caseId);
    if (!found) throw new Problem('missing');
    return {
      id: found.id,
      number: found.number,
      state: found.state,
      version: found.version,
      postIds: await this.links.ofCase(tx, caseId),
      barred: await this.parties.barred(tx, caseId),
      exhibits: await this.exhibits.ofCase(tx, caseId),
    };
  }
  /** The same, and the case stays as it is until the transaction ends. */
  async held(tx: Tx, caseId: string): Promise<KnownCase> {
    await this.cases.hold(tx, caseId);
    return this.get(tx, caseId);
  }
  /** Two people let it fall, and it was not reopened since. */
  async fell(tx: Tx, caseId: string): Promise<boolean> {
    return (await this.cases.facts(tx, caseId)).fell;
  }
  /** What the case rests on now. */
  groundOf(tx: Tx, caseId: string): Promise<CaseGround> {
    return this.ground.run(tx, caseId);
  }
  groundsOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, CaseGround>> {
    return this.ground.all(tx, caseIds);
  }
  /** A party of the case; the name stays sealed. */
  async party(tx: Tx, caseId: string, partyId: string): Promise<KnownParty | null> {
    const party = await this.parties.get(tx, partyId);
    return party?.caseId === caseId ? { id: party.id, kind: party.kind, role: party.role, staffId: party.staffId } : null;
  }
  /** The name of a party, for a caller who has noted who looks, and why, or who shows nothing of it. */
  async nameOf(tx: Tx, partyId: string): Promise<string> {
    const name = (await this.namesOf(tx, [partyId])).get(partyId);
    if (name === undefined) throw new Problem('missing');
    return name;
  }
  async namesOf(tx: Tx, partyIds: readonly string[]): Promise<Map<string, string>> {
    return new Map((await this.parties.all(tx, partyIds)).map((party) => [party.id, this.identities.nameOf(party)]));
  }
  /** What the case was opened about, as the public part of its event says. */
  topic(tx: Tx, caseId: string): Promise<string> {
    return this.cases.topic(tx, caseId);
  }
  isBarred(tx: Tx, caseId: string, staffId: string): Promise<boolean> {
    return this.cases.isBarred(tx, caseId, staffId);
  }
}
