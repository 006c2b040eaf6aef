import { Inject, Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG, projectRoot, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import type { SealedPart } from '../../core/evidence/sealed-zip.js';
import { EvidenceStore } from '../../core/evidence/store.js';
import { LANGUAGES, PrintCertificate } from '../../crawl/index.js';
import { TakedownFileView } from '../../enforcement/index.js';
import { CaseRecordView } from './case-record.view.js';
import { dossierTable } from './dossier-table.js';
import { DossierFilesView, endingOf, plainName, type StoredFile } from './dossier-files.view.js';
import type { Exporter } from './exporter.js';
import { certificateName, LayEvidence, type Copy, type Draft } from './lay-evidence.use-case.js';
import { withoutMetadata } from './picture-copy.adapter.js';
import { RecordWriter } from './record.page.js';
import type { Spool } from '../../core/evidence/spool.js';

/** A dossier before it is recorded and sealed. */
export interface Composed extends Pick<Draft, 'stored' | 'made' | 'exported' | 'naming'> {
  number: string;
  record: SealedPart[];
}
/** Refuses sealed bytes that are no longer what was sealed. */
type Check = (stored: readonly StoredFile[]) => Promise<void>;
const { commandLine } = dossierTable.labels;
const AT_COMMAND_LINE = `${commandLine.vi} / ${commandLine.en}`;
const PENALTY_RIGHTS = ['violation.read', 'penalty.read', 'party.read', 'document.read'];

/** Gathers a whole case, in one snapshot: lists on the disk, sealed bytes by their hashes. */
@Injectable()
export class ComposeDossier {
  constructor(
    private readonly db: Db,
    private readonly store: EvidenceStore,
    private readonly lists: CaseRecordView,
    private readonly evidence: LayEvidence,
    private readonly files: DossierFilesView,
    private readonly takedowns: TakedownFileView,
    private readonly certificates: PrintCertificate,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(by: Exporter, caseId: string, created: string, spool: Spool, check: Check): Promise<Composed> {
    const draft: Draft = { stored: [], made: [], exported: [], naming: [], captures: [], laid: new Map() };
    const { number, record } = await this.db.read(async (tx) => {
      const { by: name, ...head } = await this.lists.head(tx, by, caseId);
      const about = {
        number: head.number,
        title: head.title,
        at: created,
        by: by.at ? `${name} (${AT_COMMAND_LINE})` : name,
        timeZone: this.config.timeZone,
      };
      const writer = await RecordWriter.open(spool, about);
      await this.write(tx, by, caseId, head, writer, draft, (picture) => this.copy(picture, spool, check));
      return { number: head.number, record: await writer.end() };
    });
    await check(draft.stored);
    for (const { id, dir } of draft.captures) draft.made.push(...(await this.certificatesOf(id, dir, spool)));
    draft.made.push(await spool.keep('verify.html', await readFile(join(projectRoot, 'dist', 'verify.html'))));
    const { stored, made, exported, naming } = draft;
    return { stored, made, exported, naming, number, record };
  }

  private async write(tx: Tx, by: Exporter, caseId: string, head: object, record: RecordWriter, draft: Draft, copy: Copy): Promise<void> {
    await record.list('case', [head]);
    await this.lists.posts(tx, caseId, record);
    await record.list('exhibits', this.evidence.exhibits(tx, by, caseId, draft, copy));
    await record.list('sources', this.evidence.sources(tx, caseId, draft));
    const leftOut = await this.lists.parties(tx, by, caseId, record);
    await record.list('takedowns', this.requests(tx, by, caseId, draft));
    await this.lists.decided(tx, by, caseId, record);
    await record.list('documents', await this.documents(tx, by, caseId, draft));
    await this.lists.entered(tx, caseId, leftOut, record);
  }

  private async *requests(tx: Tx, by: Exporter, caseId: string, draft: Draft): AsyncGenerator<object> {
    for (const id of await this.files.takedowns(tx, caseId)) {
      const { next: _, blanks: __, checklist: ___, items, ...file } = await this.takedowns.of(tx, by, id);
      const letters = file.deliveries.map(({ attempt, rawSha256: sha256, bytes, mediaType }) => ({
        path: `takedowns/${plainName(file.reference)}/letter-${attempt}.${endingOf(mediaType)}`,
        sha256,
        bytes,
      }));
      draft.stored.push(...letters);
      yield { ...file, items: items.map(({ next: ____, ...item }) => item), files: letters.map(({ path }) => path) };
    }
  }

  private async documents(tx: Tx, by: Exporter, caseId: string, draft: Draft): Promise<object[]> {
    if (!PENALTY_RIGHTS.every((right) => by.rights.has(right))) return [];
    const printed = await this.files.documents(tx, caseId);
    for (const violationId of new Set(printed.map((d) => d.violationId))) draft.naming.push({ kind: 'violation', refId: violationId });
    return printed.map(({ bytes, sha256, evidenceId, ...d }) => {
      const path = `documents/${plainName(d.form)}-${d.id}.pdf`;
      draft.stored.push({ path, sha256, bytes });
      draft.exported.push({ evidenceId, captureId: null, subject: d.penaltyId ?? d.violationId });
      return { ...d, sha256, files: [path] };
    });
  }

  private async certificatesOf(captureId: string, dir: string, spool: Spool): Promise<SealedPart[]> {
    const parts: SealedPart[] = [];
    for (const [i, pdf] of (await this.certificates.run(captureId, LANGUAGES)).entries())
      parts.push(await spool.keep(certificateName(dir, LANGUAGES[i]), pdf));
    return parts;
  }

  private async copy(picture: StoredFile, spool: Spool, check: Check): Promise<SealedPart | null> {
    await check([picture]);
    const copy = await withoutMetadata(Buffer.concat(await (await this.store.openSealed(picture.sha256)).toArray()));
    return copy && spool.keep(picture.path, copy);
  }
}
