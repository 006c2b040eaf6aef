import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../core/config.js';
import { KEPT_BY_NONE } from '../../core/clock/clock-facts.js';
import { Db } from '../../core/database/db.js';
import { fill } from '../../core/documents/blanks.js';
import { Printer } from '../../core/documents/printer.js';
import { EvidenceStore } from '../../core/evidence/store.js';
import { glossary } from '../../core/glossary/glossary.js';
import { certificateTable as t, type Language } from './certificate-table.js';
import { CertifiedView, type Known } from './certified.view.js';
import { certificatePage, type CertificateModel } from './certificate.page.js';
import { packageFacts, told, type PackageFacts } from './package-facts.adapter.js';

/** The certificate of a capture as PDF. Whoever calls has refused those who may not know, and recorded why. */
@Injectable()
export class PrintCertificate {
  constructor(
    private readonly db: Db,
    private readonly certified: CertifiedView,
    private readonly store: EvidenceStore,
    private readonly printer: Printer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(captureId: string, languages: readonly Language[]): Promise<Buffer[]> {
    const known = await this.db.read((tx) => this.certified.of(tx, captureId));
    const facts = await packageFacts(await this.store.openSealed(known.sha256), join(this.config.dataDir, 'dossiers'));
    const pdfs: Buffer[] = [];
    for (const language of languages) {
      const page = certificatePage(modelOf(known, facts, language, this.config.timeZone));
      pdfs.push(await this.printer.print(page, known.sealedAt.toISOString().slice(0, 10)));
    }
    return pdfs;
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
  const [name] = from('visitor', 'signedIn', 'name');
  const [version] = from('visitor', 'signedIn', 'version');
  const nowhere = from('visitor', 'signedIn').map(() => t.none[language]);
  const missing = Array.isArray(provenance.missing) ? (provenance.missing as unknown[]).map(String) : null;
  return {
    language,
    files,
    visit: name === undefined ? 'public' : 'signed_in',
    leftOut: leftOutOf(provenance.withheld, language),
    lines: {
      submitted: from('address', 'submitted').concat(from('address', 'submitted').length === 0 ? [known.url] : []),
      final: from('address', 'final'),
      platform: word('platform', known.platform),
      page_title: given(known.title),
      author: known.author && known.ground?.laidOut === false ? [known.author, t.of_source[language]] : given(known.author),
      started: moment(from('times', 'startedAt')[0] ?? known.startedAt),
      view: moment(from('times', 'viewAt')[0]),
      ended: moment(from('times', 'endedAt')[0] ?? known.endedAt),
      clock: from('clock', 'source').map((source) => (source === KEPT_BY_NONE ? t.clock_unkept[language] : source)),
      synchronised: synchronised === undefined ? [] : [synchronised === 'true' ? t.yes[language] : t.no[language]],
      offset: from('clock', 'offsetMilliseconds'),
      capture: [known.id],
      asked_by: [known.orderedBy ?? t.house[language]],
      reason: word('capturereason', known.reason),
      basis: from('order', 'context', 'legalBasis'),
      visitor: from('visitor', 'is').flatMap((is) => word('visitor', is)),
      session: name === undefined ? nowhere : [fill(t.session_line[language], { name, version: version ?? '' })],
      software: given(software),
      browser: from('browser', 'version'),
      agent: from('browser', 'userAgent'),
      outcome: word('outcome', known.outcome),
      observation: word('observation', known.observation),
      rule: word('ground', known.ground?.rule ?? null),
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

/** Of a visit with a session: files made of the page, and exchanges of which no body is kept. */
function leftOutOf(withheld: unknown, language: Language): string[] {
  const { leftOut = [], bodiesLeftOut = [] } = (withheld ?? {}) as Partial<Record<'leftOut' | 'bodiesLeftOut', unknown[]>>;
  const bodies = bodiesLeftOut.length > 0 ? [fill(t.left_out_bodies[language], { ids: bodiesLeftOut.join(', ') })] : [];
  return [...leftOut.map(String), ...bodies];
}
