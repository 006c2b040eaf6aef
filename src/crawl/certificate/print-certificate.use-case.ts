import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../core/config.js';
import { Db, type Tx } from '../../core/database/db.js';
import { fill } from '../../core/documents/blanks.js';
import { Printer } from '../../core/documents/printer.js';
import { EvidenceStore } from '../../core/evidence/store.js';
import { glossary } from '../../core/glossary/glossary.js';
import { Problem } from '../../core/problem/problem.js';
import { certificateTable as t, type Language } from './certificate-table.js';
import { certificatePage, type CertificateModel } from './certificate.page.js';
import { packageFacts, told, type PackageFacts } from './package-facts.js';

/** What the house knows of a capture beside its package. */
interface Known {
  id: string;
  url: string;
  platform: string | null;
  outcome: string;
  observation: string | null;
  ground: { rule?: string; words?: string } | null;
  title: string | null;
  author: string | null;
  reason: string;
  orderedBy: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  sha256: string;
  bytes: number;
  sealedAt: Date;
  digest: string | null;
  key: string | null;
  receipt: string | null;
  stamps: { authority: string; at: string; ends: string }[];
}
const KNOWN = `SELECT c.id, c.url, c.platform, c.outcome, o.observation, c.ground, c.title, c.author, c.reason, s.name AS "orderedBy", c.started_at AS "startedAt", c.ended_at AS "endedAt",
    e.sha256, e.bytes::float8 AS bytes, e.sealed_at AS "sealedAt", k.digest, k.key,
    (SELECT p.sha256 FROM crawl.capture_parts p WHERE p.capture_id = c.id AND p.name = 'receipt') AS receipt,
    (SELECT coalesce(json_agg(json_build_object('authority', m.authority, 'at', m.stamped_at, 'ends', m.ends_at) ORDER BY m.number), '[]') FROM crawl.time_stamps m WHERE m.capture_id = c.id) AS stamps
  FROM crawl.captures c JOIN core.evidence_items e ON e.id = c.evidence_id LEFT JOIN crawl.observations o ON o.capture_id = c.id LEFT JOIN core.staff s ON s.id = c.ordered_by LEFT JOIN crawl.package_seals k ON k.capture_id = c.id
  WHERE c.id = $1`;

/** The certificate of a capture as PDF. Whoever calls has refused those who may not know, and recorded why. */
@Injectable()
export class PrintCertificate {
  constructor(
    private readonly db: Db,
    private readonly store: EvidenceStore,
    private readonly printer: Printer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(captureId: string, languages: readonly Language[]): Promise<Buffer[]> {
    const known = await this.db.read((tx) => this.known(tx, captureId));
    const facts = await packageFacts(await this.store.openSealed(known.sha256), join(this.config.dataDir, 'dossiers'));
    const pdfs: Buffer[] = [];
    for (const language of languages) {
      const page = certificatePage(modelOf(known, facts, language, this.config.timeZone));
      pdfs.push(await this.printer.print(page, known.sealedAt.toISOString().slice(0, 10)));
    }
    return pdfs;
  }

  private async known(tx: Tx, captureId: string): Promise<Known> {
    const [found] = await tx.query<Known[]>(KNOWN, [captureId]);
    if (!found) throw new Problem('missing');
    return found;
  }
}

const LOCAL = {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
} as const;

export function modelOf(known: Known, { provenance, files }: PackageFacts, language: Language, timeZone: string): CertificateModel {
  const from = (...path: string[]): string[] => [told(provenance, ...path)].filter((text) => text !== null && text !== '') as string[];
  const given = (value: string | null | undefined): string[] => (value ? [value] : []);
  const word = (kind: string, id: string | null): string[] => (id ? [glossary[kind]?.[id]?.[language] ?? id] : []);
  const moment = (at: string | Date | null | undefined): string[] => {
    if (!at) return [];
    const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { ...LOCAL, timeZone });
    return [`${new Date(at).toISOString()} (UTC)`, format.format(new Date(at))];
  };
  const one = (at: string | Date): string => new Date(at).toISOString();
  const [synchronised] = from('clock', 'synchronised');
  const software = [from('software', 'name'), from('software', 'version'), from('software', 'commit')].flat().join(' ');
  const missing = Array.isArray(provenance.missing) ? (provenance.missing as unknown[]).map(String) : null;
  return {
    language,
    files,
    lines: {
      submitted: from('address', 'submitted').concat(from('address', 'submitted').length === 0 ? [known.url] : []),
      final: from('address', 'final'),
      platform: word('platform', known.platform),
      page_title: given(known.title),
      author: given(known.author),
      started: moment(from('times', 'startedAt')[0] ?? known.startedAt),
      view: moment(from('times', 'viewAt')[0]),
      ended: moment(from('times', 'endedAt')[0] ?? known.endedAt),
      clock: from('clock', 'source'),
      synchronised: synchronised === undefined ? [] : [synchronised === 'true' ? t.yes[language] : t.no[language]],
      offset: from('clock', 'offsetMilliseconds'),
      capture: [known.id],
      asked_by: [known.orderedBy ?? t.house[language]],
      reason: word('capturereason', known.reason),
      basis: from('order', 'context', 'legalBasis'),
      software: given(software),
      browser: from('browser', 'version'),
      agent: from('browser', 'userAgent'),
      outcome: word('outcome', known.outcome),
      observation: word('observation', known.observation),
      rule: given(known.ground?.rule),
      words: known.ground?.words ? [known.ground.words] : [t.none[language]],
      missing: missing === null ? [] : missing.length === 0 ? [t.none[language]] : missing,
      package: [known.sha256],
      bytes: [String(known.bytes)],
      sealed: moment(known.sealedAt),
      digest: given(known.digest),
      key: given(known.key),
      stamp:
        known.stamps.length === 0
          ? [t.none[language]]
          : known.stamps.map(({ authority, at, ends }) => fill(t.stamp_line[language], { authority, at: one(at), ends: one(ends) })),
      receipt: [known.receipt ? fill(t.receipt_there[language], { hash: known.receipt }) : t.receipt_not[language]],
    },
  };
}
