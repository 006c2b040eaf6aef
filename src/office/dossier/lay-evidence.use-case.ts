import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Exported } from '../../core/evidence/custody.js';
import type { SealedPart } from '../../core/evidence/sealed-zip.js';
import { LANGUAGES } from '../../crawl/index.js';
import { CaseRecordView } from './case-record.view.js';
import { CaseSourcesView, type CaseSource } from './case-sources.view.js';
import { DossierFilesView, type StoredFile } from './dossier-files.view.js';
import { dossierTable } from './dossier-table.js';
import type { Exporter } from './exporter.js';

/** What goes into a dossier beside its lists. */
export interface Draft {
  stored: StoredFile[];
  made: SealedPart[];
  /** what of it goes into custody */
  exported: Omit<Exported, 'what'>[];
  /** papers, files and records of violations, which name people */
  naming: { kind: 'paper' | 'file' | 'violation'; refId: string }[];
  captures: { id: string; dir: string }[];
  /** the files of each evidence item, which lies in it once */
  laid: Map<string, { files: string[]; lacks?: string }>;
}
/** Null where nothing of the picture can be seen. */
export type Copy = (picture: StoredFile) => Promise<SealedPart | null>;
type Said = 'unseen' | 'sourceUnopened' | 'sourceNever' | 'sourceWaits' | 'sourceFailed';
const [unseen, unopened, never, waits, failed] = (
  ['unseen', 'sourceUnopened', 'sourceNever', 'sourceWaits', 'sourceFailed'] satisfies Said[]
).map((said) => `${dossierTable.labels[said].vi} / ${dossierTable.labels[said].en}`);
const folder = (list: string, n: number): string => `${list}/${String(n).padStart(3, '0')}`;
export const certificateName = (dir: string, language: string): string => `${dir}/certificate-${language}.pdf`;

/** Lays the evidence of a case into its dossier: its exhibits, and the captures of what its claims rest on. */
@Injectable()
export class LayEvidence {
  constructor(
    private readonly lists: CaseRecordView,
    private readonly files: DossierFilesView,
    private readonly rests: CaseSourcesView,
  ) {}

  async *exhibits(tx: Tx, by: Exporter, caseId: string, draft: Draft, copy: Copy): AsyncGenerator<object> {
    let n = 0;
    for await (const { custody: _, mine: __, ...exhibit } of this.lists.exhibits(tx, by, caseId)) {
      const { evidenceId, captureId, postId, kind } = exhibit;
      if (exhibit.purgedAt) {
        yield { ...exhibit, files: [] };
        continue;
      }
      if (!draft.laid.has(evidenceId)) {
        const dir = folder('exhibits', ++n);
        const { files, picture } = await this.files.ofExhibit(tx, dir, exhibit);
        draft.stored.push(...files);
        const copied = picture && (await copy(picture));
        if (copied) draft.made.push(copied);
        if (kind === 'document') draft.naming.push({ kind: 'paper', refId: exhibit.id });
        if (kind === 'file') draft.naming.push({ kind: 'file', refId: exhibit.id });
        draft.exported.push({ evidenceId, captureId, subject: postId ?? caseId });
        const paths = [...files, ...(copied ? [copied] : [])].map(({ path }) => path);
        draft.laid.set(evidenceId, {
          files: [...paths, ...certify(draft, captureId, dir)],
          ...(picture && !copied ? { lacks: unseen } : {}),
        });
      }
      yield { ...exhibit, ...draft.laid.get(evidenceId) };
    }
  }

  /** A source of which nothing was kept stands in the list all the same, with the reason. */
  async *sources(tx: Tx, caseId: string, draft: Draft): AsyncGenerator<object> {
    let n = 0;
    for await (const { look, ...source } of this.rests.of(tx, caseId)) {
      const { subject, mediaType, bytes, ...told } = look ?? {};
      const line = { ...source, ...told };
      if (!look?.evidenceId || look.purgedAt) {
        yield { ...line, files: [], ...lacking(source, look) };
        continue;
      }
      const { evidenceId, captureId } = look;
      if (!draft.laid.has(evidenceId)) {
        const dir = folder('sources', ++n);
        const { files } = await this.files.ofExhibit(tx, dir, { kind: 'capture', captureId, sha256: look.sha256!, bytes: bytes!, mediaType: mediaType! }); // prettier-ignore
        draft.stored.push(...files);
        draft.exported.push({ evidenceId, captureId, subject: subject! });
        draft.laid.set(evidenceId, { files: [...files.map(({ path }) => path), ...certify(draft, captureId, dir)] });
      }
      yield { ...line, ...draft.laid.get(evidenceId) };
    }
  }
}

/** Certificates are printed when the lists are written; their names are told before. */
function certify(draft: Draft, captureId: string | null, dir: string): string[] {
  if (!captureId) return [];
  draft.captures.push({ id: captureId, dir });
  return LANGUAGES.map((language) => certificateName(dir, language));
}
function lacking({ opens }: { opens: boolean }, look: CaseSource['look']): { lacks?: string } {
  if (look?.purgedAt) return {};
  if (look) return { lacks: look.state === 'ordered' ? waits : failed };
  return { lacks: opens ? never : unopened };
}
