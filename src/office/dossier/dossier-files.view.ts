import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { RECEIPT, tokenEnding } from '../../core/verification/dossier-parts.js';

/** Bytes of the store, and the name that they get in a dossier. */
export interface StoredFile {
  path: string;
  sha256: string;
  bytes: number;
}
/** What lies in a dossier of one evidence item. */
export interface ExhibitFiles {
  files: StoredFile[];
  /** a picture that a reporter sent in: a copy without metadata stands for it */
  picture: StoredFile | null;
}
export interface PrintedDocument {
  id: string;
  form: string;
  violationId: string;
  penaltyId: string | null;
  evidenceId: string;
  sha256: string;
  bytes: number;
  printedAt: Date;
}
const ENDINGS: Record<string, string> = {
  'application/pdf': 'pdf',
  'application/json': 'json',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'message/rfc822': 'eml',
  'application/zip': 'zip',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/x-m4v': 'm4v',
  'video/webm': 'webm',
  'video/3gpp': '3gp',
  'video/3gpp2': '3g2',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/ogg': 'ogg',
  'audio/mpeg': 'mp3',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
};
export const endingOf = (mediaType: string): string => ENDINGS[mediaType.split(';')[0]] ?? (mediaType.startsWith('text/') ? 'txt' : 'bin');
/** A part of a path that every system unpacks. */
export const plainName = (text: string): string =>
  text
    .replace(/[đĐ]/g, 'D')
    .normalize('NFD')
    .replace(/[^A-Za-z0-9-]+/g, '-');

const BESIDE = `SELECT p.sha256, p.bytes::float8 AS bytes, t.number FROM crawl.capture_parts p LEFT JOIN crawl.time_stamps t ON t.capture_id = p.capture_id AND t.part = p.name
  WHERE p.capture_id = $1 AND (t.number IS NOT NULL OR p.name = 'receipt') ORDER BY t.number`;
const DOCUMENTS = `SELECT d.id, d.form, d.violation_id AS "violationId", d.penalty_id AS "penaltyId", d.evidence_id AS "evidenceId", e.sha256, e.bytes::float8 AS bytes, d.printed_at AS "printedAt"
  FROM enforcement.documents d JOIN enforcement.violations v ON v.id = d.violation_id JOIN core.evidence_items e ON e.id = d.evidence_id WHERE v.case_id = $1 ORDER BY d.printed_at, d.id`;

/** Which sealed bytes belong to a case. */
@Injectable()
export class DossierFilesView {
  async ofExhibit(
    tx: Tx,
    dir: string,
    x: { kind: string; captureId: string | null; sha256: string; bytes: number; mediaType: string },
  ): Promise<ExhibitFiles> {
    const whole = (name: string): StoredFile => ({ path: `${dir}/${name}`, sha256: x.sha256, bytes: x.bytes });
    const ending = endingOf(x.mediaType);
    if (x.captureId) {
      const path = `${dir}/package.wacz`;
      const beside = await tx.query<{ sha256: string; bytes: number; number: number | null }[]>(BESIDE, [x.captureId]);
      const files = beside.map(({ number, ...f }) => ({ ...f, path: path + (number === null ? RECEIPT : tokenEnding(number)) }));
      return { files: [whole('package.wacz'), ...files], picture: null };
    }
    if (x.kind === 'submission' && x.mediaType.startsWith('image/')) return { files: [], picture: whole(`picture.${ending}`) };
    return { files: [whole(`${x.kind === 'document' ? 'paper' : x.kind}.${ending}`)], picture: null };
  }

  /** The id of the case of this number or id. */
  async caseNamed(tx: Tx, named: string): Promise<string | null> {
    const [found] = await tx.query<{ id: string }[]>('SELECT id FROM cases.cases WHERE number = $1 OR id::text = $1', [named]);
    return found?.id ?? null;
  }
  documents(tx: Tx, caseId: string): Promise<PrintedDocument[]> {
    return tx.query<PrintedDocument[]>(DOCUMENTS, [caseId]);
  }
  async takedowns(tx: Tx, caseId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>('SELECT id FROM enforcement.takedowns WHERE case_id = $1 ORDER BY created_at, id', [
      caseId,
    ]);
    return rows.map(({ id }) => id);
  }
}
