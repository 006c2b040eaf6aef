import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { AccountsRepository } from '../../core/identity/accounts.repository.js';
import { rightsOf } from '../../core/identity/rights.js';
import { RolesRepository } from '../../core/identity/roles.repository.js';
import { Problem } from '../../core/problem/problem.js';
import { DossierFilesView } from './dossier-files.view.js';
import { ExportDossier, type Dossier } from './export-dossier.use-case.js';

/** Takes a case along in the name of somebody of the office, whose rights and bars hold there too. The log says that it was at the command line. */
@Injectable()
export class DossierAtCommandLine {
  constructor(
    private readonly db: Db,
    private readonly accounts: AccountsRepository,
    private readonly roles: RolesRepository,
    private readonly files: DossierFilesView,
    private readonly dossiers: ExportDossier,
  ) {}

  async run(email: string, named: string, reason: string): Promise<Dossier> {
    const { by, caseId } = await this.db.read(async (tx) => {
      const account = await this.accounts.get(tx, email);
      if (!account) throw new Problem('missing', { detail: `Nobody signs in as ${email}` });
      const rights = rightsOf(await this.roles.heldBy(tx, account.staffId));
      if (!rights.has('case.export')) throw new Problem('forbidden', { right: 'case.export' });
      const caseId = await this.files.caseNamed(tx, named);
      if (!caseId) throw new Problem('missing', { detail: `There is no case ${named}` });
      return { by: { staffId: account.staffId, rights, at: 'command-line' as const }, caseId };
    });
    return this.dossiers.run(by, caseId, reason);
  }
}
