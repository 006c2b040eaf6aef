import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import type { Tx } from '../core/database/db.js';
import { decrypt, encrypt } from '../core/identity/secrets.js';
import { Problem } from '../core/problem/problem.js';
import { ReportsRepository } from './reports.repository.js';
import './problems.js';

export interface Contact {
  name?: string;
  phone?: string;
  email?: string;
}
const PURPOSE = 'reporter';
const PARTS = ['name', 'phone', 'email'] as const;

/** How a reporter can be reached, kept encrypted. Whoever reads one notes the look first, in the same transaction. */
@Injectable()
export class ReporterContacts {
  constructor(
    private readonly reports: ReportsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null: whoever reported left no way to be reached. */
  seal(contact: Contact | undefined): Buffer | null {
    const given = Object.fromEntries(PARTS.filter((part) => contact?.[part]?.trim()).map((part) => [part, contact![part]]));
    return Object.keys(given).length > 0 ? encrypt(this.config.secret, PURPOSE, JSON.stringify(given)) : null;
  }
  async refuseWithout(tx: Tx, reportId: string): Promise<void> {
    await this.sealed(tx, reportId);
  }
  async read(tx: Tx, reportId: string): Promise<Contact> {
    return JSON.parse(decrypt(this.config.secret, PURPOSE, await this.sealed(tx, reportId))) as Contact;
  }

  private async sealed(tx: Tx, reportId: string): Promise<Buffer> {
    const sealed = await this.reports.identity(tx, reportId);
    if (sealed === undefined) throw new Problem('missing');
    if (sealed === null) throw new Problem('no-contact');
    return sealed;
  }
}
