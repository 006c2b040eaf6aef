import { Inject, Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { addressRules } from '../core/address/address-table.js';
import { normaliseUrl } from '../core/address/normalise-url.js';
import { CONFIG, type Config } from '../core/config.js';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Evidence } from '../core/evidence/evidence.js';
import type { Stored } from '../core/evidence/store.js';
import { keyedHash } from '../core/identity/secrets.js';
import { Problem } from '../core/problem/problem.js';
import type { Channel } from './events.js';
import { PostsRepository, type NewAddress } from './posts.repository.js';
import { receiptCode, receiptHash } from './receipt-code.js';
import { foldText, kindOf, linkOf, noteOf, type Told } from './report.js';
import { ReporterContacts, type Contact } from './reporter-contacts.use-case.js';
import { ReportsRepository } from './reports.repository.js';
import './problems.js';

export interface ReportInput extends Told {
  note?: string;
  contact?: Contact;
  submissionKey?: string;
}
type Kept = Stored & { mediaType: string };

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

  async run(input: ReportInput, enteredBy: string | null = null): Promise<{ receipt: string; state: 'received' }> {
    const kind = kindOf(input);
    if (!kind) throw new Problem('nothing-reported');
    if ((input.text?.length ?? 0) > this.config.limits.reportText) throw new Problem('too-large', { limit: this.config.limits.reportText });
    if ((input.picture?.bytes.length ?? 0) > this.config.limits.uploadBytes)
      throw new Problem('too-large', { limit: this.config.limits.uploadBytes });
    const url = this.url(input);
    const kept = await this.keep(input, kind === 'text');
    const reportId = await this.db.tx(async (tx) => {
      const evidenceId = kept ? await this.evidence.seal(tx, { kind: 'submission', ...kept }) : null;
      const channel: Channel = enteredBy ? 'phone' : 'web';
      const submissionKey = input.submissionKey ? keyedHash(this.config.secret, 'submission', contentOf(input, kept)) : null;
      const address: NewAddress = url
        ? { kind: 'url', value: url, url }
        : kind === 'picture'
          ? { kind, value: kept!.sha256, evidenceId: evidenceId! }
          : {
              kind: 'text',
              value: createHash('sha256').update(foldText(input.text!)).digest('hex'),
              text: input.text,
              evidenceId: evidenceId!,
            };
      const place = await this.posts.place(tx, address);
      const id = randomUUID();
      const fresh = await this.reports.add(
        tx,
        { id, channel, kind, linkAsGiven: linkOf(input), note: noteOf(input), evidenceId, enteredBy, submissionKey },
        receiptHash(receiptCode(this.config.secret, id)),
        { ...place, reason: place.joined ? 'same-address' : 'first-report' },
      );
      if (!fresh) return this.reports.bySubmission(tx, submissionKey!);
      await this.contacts.keep(tx, id, input.contact);
      const ids = { reportId: id, postId: place.postId, addressId: place.addressId };
      await this.log.append(tx, {
        type: 'report.received',
        v: 1,
        public: { channel, kind },
        office: { ...ids, joined: place.joined },
        actor: enteredBy,
        subject: place.postId,
      });
      if (address.kind !== 'url' && !place.joined) {
        await this.log.append(tx, {
          type: 'submission.sealed',
          v: 1,
          public: { kind: address.kind },
          office: { ...ids, evidenceId: evidenceId! },
          actor: enteredBy,
          subject: place.postId,
        });
      }
      return id;
    });
    return { receipt: receiptCode(this.config.secret, reportId), state: 'received' };
  }

  private url(input: ReportInput): string | null {
    const link = linkOf(input);
    if (!link) return null;
    const normalised = normaliseUrl(link, addressRules, this.config.captureAllow);
    if (!normalised.ok) throw new Problem('bad-link', { reason: normalised.reason });
    return normalised.url;
  }
  /** The bytes as they came; they lie in the store before the report exists. */
  private async keep(input: ReportInput, isText: boolean): Promise<Kept | null> {
    if (input.picture) return { ...(await this.evidence.store.put(input.picture.bytes)), mediaType: input.picture.mediaType };
    return isText ? { ...(await this.evidence.store.put(Buffer.from(input.text!, 'utf8'))), mediaType: 'text/plain; charset=utf-8' } : null;
  }
}

/** A key stands for one content only: whoever guesses somebody's key gets no receipt by it, and no report is lost to a key used twice. */
const contentOf = (input: ReportInput, kept: Kept | null): string =>
  JSON.stringify([input.submissionKey, linkOf(input), input.text ?? null, noteOf(input), kept?.sha256 ?? null, input.contact ?? null]);
