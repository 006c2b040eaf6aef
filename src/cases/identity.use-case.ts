import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import type { Tx } from '../core/database/db.js';
import type { IdentityRequest } from '../core/identity/identity-requests.js';
import { decrypt } from '../core/identity/secrets.js';
import { Problem } from '../core/problem/problem.js';
import { ReporterContacts, type Contact } from '../intake/index.js';
import { PARTY_NAMES } from './add-party.use-case.js';
import { CaseRepository } from './case.repository.js';
import { PartyRepository, type SealedParty } from './party.repository.js';

type About = Pick<IdentityRequest, 'kind' | 'refId'>;

/** Whose identity a request is about. For a person barred from its case there is no such request. */
@Injectable()
export class Identities {
  constructor(
    private readonly cases: CaseRepository,
    private readonly parties: PartyRepository,
    private readonly contacts: ReporterContacts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The case that the identity stands in, if it is a party's; refuses who may not know of it. */
  async place(tx: Tx, { kind, refId }: About, actor: { staffId: string }): Promise<{ caseId?: string }> {
    if (kind === 'party') {
      const { caseId } = await this.party(tx, refId);
      if (await this.cases.isBarred(tx, caseId, actor.staffId)) throw new Problem('missing');
      return { caseId };
    }
    if (await this.parties.isBarredFromReport(tx, refId, actor.staffId)) throw new Problem('missing');
    return {};
  }

  async read(tx: Tx, { kind, refId }: About): Promise<Contact> {
    return kind === 'reporter' ? this.contacts.read(tx, refId) : { name: this.nameOf(await this.party(tx, refId)) };
  }
  nameOf(party: SealedParty): string {
    if (party.nameSealed.length === 0) throw new Problem('purged');
    return decrypt(this.config.secret, PARTY_NAMES, party.nameSealed);
  }

  private async party(tx: Tx, id: string): Promise<SealedParty> {
    const party = await this.parties.get(tx, id);
    if (!party) throw new Problem('missing');
    return party;
  }
}
