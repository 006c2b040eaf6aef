import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { CONFIG, type Config } from '../../core/config.js';
import { Db } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Custody } from '../../core/evidence/custody.js';
import { sweepLeft } from '../../core/evidence/held-files.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { sealedZip, type SealedPart } from '../../core/evidence/sealed-zip.js';
import { givenKey, openSigner } from '../../core/evidence/signing/package-signer.js';
import { signedData } from '../../core/evidence/signing/signed-data.js';
import { EvidenceStore } from '../../core/evidence/store.js';
import { PersonalData } from '../../core/identity/personal-data.js';
import { Problem } from '../../core/problem/problem.js';
import { Cases } from '../../cases/index.js';
import '../events.js';
import { ComposeDossier, type Composed } from './compose-dossier.use-case.js';
import { plainName, type StoredFile } from './dossier-files.view.js';
import type { Exporter } from './exporter.js';
import { Spool } from '../../core/evidence/spool.js';

const SOFTWARE = 'Lá Chắn dossier 1';
/** so many are made at a time */
const AT_ONCE = 2;
export interface Dossier {
  name: string;
  bytes: number;
  zip: Readable;
}

/** A whole case as one signed zip, for a court or another authority. Who took it and why stands on the log before a byte leaves, and none leaves that is not what was sealed. */
@Injectable()
export class ExportDossier implements OnModuleInit {
  private making = 0;
  private readonly dir: string;
  constructor(
    private readonly db: Db,
    private readonly compose: ComposeDossier,
    private readonly cases: Cases,
    private readonly store: EvidenceStore,
    private readonly sealed: SealedBytes,
    private readonly custody: Custody,
    private readonly personalData: PersonalData,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.dir = join(config.dataDir, 'dossiers');
  }

  onModuleInit(): Promise<void> {
    return sweepLeft(this.dir);
  }

  async run(by: Exporter, caseId: string, reason: string): Promise<Dossier> {
    if (this.making >= AT_ONCE) throw new Problem('busy', { detail: 'Other dossiers are being made' });
    this.making++;
    let spool: Spool | undefined;
    const done = async () => {
      this.making--;
      await spool?.remove();
    };
    try {
      spool = await Spool.open(this.dir);
      const created = new Date().toISOString();
      const composed = await this.compose.run(by, caseId, created, spool, (stored) => this.refuseDamaged(by, caseId, stored));
      await this.record(by, caseId, reason, composed);
      const { zip, bytes } = await this.seal(composed, created);
      zip.once('close', () => void done());
      return { name: `${plainName(composed.number)}.zip`, bytes, zip };
    } catch (error) {
      await done();
      throw error;
    }
  }

  private async refuseDamaged({ staffId: actor }: Exporter, caseId: string, stored: readonly StoredFile[]): Promise<void> {
    for (const { path, sha256 } of stored)
      if (!(await this.sealed.holds(sha256, { of: caseId, part: path, subject: caseId, actor })))
        throw new Problem('evidence-damaged', { detail: path });
  }

  private record(by: Exporter, caseId: string, reason: string, { exported, naming }: Composed): Promise<void> {
    return this.db.tx(async (tx) => {
      if (await this.cases.isBarred(tx, caseId, by.staffId)) throw new Problem('missing');
      const reasonId = await this.custody.reason(tx, by, reason, caseId);
      for (const { kind, refId } of naming) await this.personalData.look(tx, { kind, refId, reason, by, caseId });
      const what = by.at ? 'dossier-at-command-line' : 'dossier';
      for (const item of exported) await this.custody.exported(tx, by, reasonId, { ...item, what });
      const office = { caseId, exhibits: exported.length, reasonId, ...(by.at && { at: by.at }) };
      await this.log.append(tx, { type: 'dossier.exported', v: 1, public: {}, office, actor: by.staffId, subject: caseId });
    });
  }

  private seal({ number, record, stored, made }: Composed, created: string): Promise<{ zip: Readable; bytes: number }> {
    const signer = openSigner(join(this.config.dataDir, 'keys'), givenKey(this.config));
    const bytesOf = stored.map((file): SealedPart => ({ ...file, open: () => this.store.open(file.sha256) }));
    const parts = [...record, ...bytesOf, ...made];
    const about = { profile: 'lachan-dossier', title: number, created, software: SOFTWARE };
    return new Promise((ready, fail) => {
      const zip: Readable = sealedZip({
        ...about,
        parts,
        sign: (hash) => signedData(hash, signer, SOFTWARE, created),
        sized: (bytes) => ready({ zip, bytes }),
      });
      zip.once('error', fail);
    });
  }
}
