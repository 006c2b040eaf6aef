import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { addressRules } from '../core/address/address-table.js';
import { platformLinks } from '../core/address/platform-links.js';
import { readLink, type Link } from '../core/address/read-link.js';
import { CONFIG, type Config } from '../core/config.js';
import { Db, tellOffice, tellWorkers, type Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Evidence } from '../core/evidence/evidence.js';
import type { Stored } from '../core/evidence/store.js';
import { keyedHash } from '../core/identity/secrets.js';
import { Problem } from '../core/problem/problem.js';
import type { Channel, ReportKind } from './events.js';
import { AddressGone, cameSecond, PostsRepository, type NewAddress } from './posts.repository.js';
import { receiptCode, receiptHash } from './receipt-code.js';
import { foldText, kindOf, linkOf, noteOf, type Told } from './report.js';
import { ReportsRepository, type NewReport } from './reports.repository.js';
import { isSubmissionKey } from './submission-key.js';
import { ReporterContacts, type Contact } from './reporter-contacts.use-case.js';
import './problems.js';

export interface ReportInput extends Told {
  note?: string;
  contact?: Contact;
  submissionKey?: string;
}
/** The code by which whoever reported asks what became of it. */
export interface Received {
  receipt: string;
  state: 'received';
}
type Named = Extract<Link, { ok: true }>;
type Kept = Stored & { mediaType: string };
/** A report that may be taken, before it is written. */
interface Taken {
  input: ReportInput;
  kind: ReportKind;
  link: Named | null;
  kept: Kept | null;
  enteredBy: string | null;
}

/** Takes a report, from a citizen or entered by an operator, and gives its receipt. Sent twice with one key it is one report. */
@Injectable()
export class ReceiveReport {
  constructor(
    private readonly db: Db,
    private readonly posts: PostsRepository,
    private readonly reports: ReportsRepository,
    private readonly contacts: ReporterContacts,
    private readonly evidence: Evidence,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(input: ReportInput, enteredBy: string | null = null): Promise<Received> {
    if (input.submissionKey !== undefined && !isSubmissionKey(input.submissionKey)) throw new Problem('submission-key');
    const kind = this.kind(input);
    const link = this.link(input);
    const kept = await this.keep(input, kind === 'text');
    const told: Taken = { input, kind, link, kept, enteredBy };
    const write = (tx: Tx) => this.write(tx, told);
    for (let attempt = 1; ; attempt++) {
      try {
        const reportId = await (kept ? this.db.tx(write) : this.db.single(write, { tells: 'report.received' }));
        return { receipt: receiptCode(this.config.secret, reportId), state: 'received' };
      } catch (error) {
        if (attempt === 3 || !cameSecond(error)) throw error;
      }
    }
  }

  private async write(tx: Tx, { input, kind, link, kept, enteredBy }: Taken): Promise<string> {
    const evidenceId = kept ? await this.evidence.seal(tx, { kind: 'submission', ...kept }) : null;
    const address = addressOf(input, kind, link, kept);
    const { at, place } = await this.posts.look(tx, address);
    const spot = place ?? { postId: randomUUID(), addressId: randomUUID() };
    const ids = { reportId: randomUUID(), postId: spot.postId, addressId: spot.addressId };
    const channel: Channel = enteredBy ? 'phone' : 'web';
    const about = { v: 1, actor: enteredBy, subject: spot.postId } as const;
    const received = this.log.entry(
      { type: 'report.received', public: { channel, kind }, office: { ...ids, joined: place !== null }, ...about },
      at,
    );
    const submissionKey = input.submissionKey ? keyedHash(this.config.secret, 'submission', contentOf(input, kept, enteredBy)) : null;
    const report: NewReport = {
      id: ids.reportId,
      channel,
      kind,
      linkAsGiven: linkOf(input),
      note: noteOf(input),
      evidenceId,
      enteredBy,
      submissionKey,
      receiptHash: receiptHash(receiptCode(this.config.secret, ids.reportId)),
      identity: this.contacts.seal(input.contact),
    };
    if (!(await this.reports.add(tx, report, { ...spot, address, begins: !place }, received))) return this.earlier(tx, submissionKey);
    tellWorkers(tx);
    tellOffice(tx, 'report.received');
    if (evidenceId && address.kind !== 'url' && !place)
      await this.log.append(tx, { type: 'submission.sealed', public: { kind: address.kind }, office: { ...ids, evidenceId }, ...about });
    return ids.reportId;
  }

  private async earlier(tx: Tx, submissionKey: Buffer | null): Promise<string> {
    const known = submissionKey && (await this.reports.bySubmission(tx, submissionKey));
    if (!known) throw new AddressGone();
    return known;
  }

  private kind(input: ReportInput): ReportKind {
    const kind = kindOf(input);
    if (!kind) throw new Problem('nothing-reported');
    const { reportText, uploadBytes, uploadPixels } = this.config.limits;
    if ((input.text?.length ?? 0) > reportText) throw new Problem('too-large', { limit: reportText });
    if ((input.picture?.bytes.length ?? 0) > uploadBytes) throw new Problem('too-large', { limit: uploadBytes });
    if ((input.picture?.pixels ?? 0) > uploadPixels) throw new Problem('too-large', { limit: uploadPixels });
    return kind;
  }
  private link(input: ReportInput): Named | null {
    const given = linkOf(input);
    if (!given) return null;
    const link = readLink(given, addressRules, platformLinks, this.config.captureAllow);
    if (!link.ok) throw new Problem('bad-link', { reason: link.reason });
    return link;
  }
  /** The bytes as they came; they lie in the store before the report exists. */
  private async keep(input: ReportInput, isText: boolean): Promise<Kept | null> {
    if (input.picture) return { ...(await this.evidence.store.put(input.picture.bytes)), mediaType: input.picture.mediaType };
    return isText ? { ...(await this.evidence.store.put(Buffer.from(input.text!, 'utf8'))), mediaType: 'text/plain; charset=utf-8' } : null;
  }
}

function addressOf(input: ReportInput, kind: ReportKind, link: Named | null, kept: Kept | null): NewAddress {
  if (link) return { kind: 'url', value: link.same, url: link.url };
  if (kind === 'picture') return { kind, value: kept!.sha256 };
  return { kind: 'text', value: createHash('sha256').update(foldText(input.text!)).digest('hex'), text: input.text };
}

/** A key stands for one content of one sender only: no report is lost to a key used twice, and a caller's key is no citizen's. */
const contentOf = (input: ReportInput, kept: Kept | null, enteredBy: string | null): string =>
  JSON.stringify([
    input.submissionKey,
    enteredBy,
    linkOf(input),
    input.text ?? null,
    noteOf(input),
    kept?.sha256 ?? null,
    input.contact ?? null,
  ]);
