import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { Log } from '../../core/events/log.js';
import { Evidence } from '../../core/evidence/evidence.js';
import type { Staged } from '../../core/evidence/stage.js';
import { nameOf } from '../../core/files/claims.js';
import { FileReader, type Looked } from '../../core/files/file-reader.js';
import { fileTable } from '../../core/files/file-table.js';
import type { Entered } from '../../core/http/answer.js';
import { keyedHash } from '../../core/identity/secrets.js';
import { Problem } from '../../core/problem/problem.js';
import { FilmStill } from '../../crawl/index.js';
import { takesEntries } from '../case.js';
import type { CaseRow } from '../case.entity.js';
import { CaseRepository } from '../case.repository.js';
import { ExhibitRepository } from '../exhibit.repository.js';
import { FileRepository } from './file.repository.js';
import '../events.js';
import '../problems.js';

export interface FileInput {
  staged: Staged;
  name: string;
  why: string;
  origin: string;
  /** an upload that is sent again with the same key is one file */
  key?: string;
  /** whether whoever sends it has gone, or stopped it */
  gone?: () => boolean;
}
const OF_ITS_OWN = { captureId: null, addressId: null };

/**
 * A file that somebody brought is looked into, put into the store, and sealed as an exhibit of the case in one step. What is refused leaves nothing,
 * but for bytes that lay in the store already when the case changed: retention takes those away.
 */
@Injectable()
export class AddFile {
  constructor(
    private readonly db: Db,
    private readonly cases: CaseRepository,
    private readonly exhibits: ExhibitRepository,
    private readonly files: FileRepository,
    private readonly reader: FileReader,
    private readonly films: FilmStill,
    private readonly evidence: Evidence,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(actor: { staffId: string }, caseId: string, input: FileInput): Promise<Entered> {
    const { staged } = input;
    try {
      const uploadKey = this.keyOf(actor.staffId, caseId, input);
      const earlier = await this.db.read((tx) => this.before(tx, actor, caseId, uploadKey));
      if (earlier) return earlier;
      const looked = await this.reader.read(staged.path, fileTable, (type) => this.films.of(staged.path, type));
      const meanwhile = await this.db.read((tx) => this.before(tx, actor, caseId, uploadKey));
      if (meanwhile) return meanwhile;
      refuseGone(input);
      await this.evidence.store.keep(staged); // on a bucket this takes as long as the file is large: nobody waits for the case meanwhile
      return await this.db.tx((tx) => this.add(tx, actor, caseId, input, looked, uploadKey));
    } finally {
      await staged.remove();
    }
  }
  /** Whether a file could come in at all: asked before its first byte. */
  async refuse(actor: { staffId: string }, caseId: string): Promise<void> {
    await this.db.read((tx) => this.before(tx, actor, caseId, null));
  }

  private async add(
    tx: Tx,
    { staffId }: { staffId: string },
    caseId: string,
    input: FileInput,
    { mediaType, kind, claims, still }: Looked,
    uploadKey: Buffer | null,
  ): Promise<Entered> {
    const found = await this.cases.lock(tx, { staffId }, caseId);
    const known = uploadKey && (await this.files.byKey(tx, uploadKey));
    if (known) return { id: known, version: found.version };
    await this.refuseFull(tx, found);
    refuseGone(input);
    const { staged, name, why, origin } = input;
    const { sha256, bytes } = staged;
    const evidenceId = await this.evidence.seal(tx, { kind: 'file', sha256, mediaType, bytes });
    const id = (await this.exhibits.attach(tx, { caseId, evidenceId, part: 'whole', why: why.trim(), by: staffId }, OF_ITS_OWN))!;
    await this.files.add(tx, { exhibitId: id, kind, name: nameOf(name), origin: origin.trim(), claims, still, uploadKey });
    const version = await this.cases.touch(tx, found);
    const office = { caseId, exhibitId: id, evidenceId, part: 'whole' };
    await this.log.append(tx, { type: 'exhibit.attached', v: 1, public: {}, office, actor: staffId, subject: caseId });
    return { id, version };
  }

  private keyOf(staffId: string, caseId: string, { key, staged: { sha256 }, why, origin }: FileInput): Buffer | null {
    return key ? keyedHash(this.config.secret, 'file', JSON.stringify([staffId, caseId, key, sha256, why, origin])) : null;
  }
  private async before(tx: Tx, { staffId }: { staffId: string }, caseId: string, key: Buffer | null): Promise<Entered | null> {
    const found = await this.cases.find(tx, caseId);
    if (!found || (await this.cases.isBarred(tx, caseId, staffId))) throw new Problem('missing');
    const known = key && (await this.files.byKey(tx, key));
    if (known) return { id: known, version: found.version };
    await this.refuseFull(tx, found);
    return null;
  }
  private async refuseFull(tx: Tx, { id, state }: CaseRow): Promise<void> {
    if (!takesEntries(state)) throw new Problem('case-not-open', { state });
    if ((await this.files.count(tx, id)) >= fileTable.most_files) throw new Problem('too-many-files', { most: fileTable.most_files });
  }
}

function refuseGone({ gone }: FileInput): void {
  if (gone?.()) throw new Problem('busy', { detail: 'Whoever sends has gone' });
}
