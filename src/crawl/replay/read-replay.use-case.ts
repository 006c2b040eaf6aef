import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { RolesRepository } from '../../core/identity/index.js';
import { rightsOf } from '../../core/identity/rights.js';
import { tokenHash } from '../../core/identity/secrets.js';
import { Problem } from '../../core/problem/problem.js';
import { keptAt } from './kept-index.js';
import { KeptPackages, type KeptPackage } from './kept-packages.adapter.js';
import type { RecordedAnswer } from './recorded-answer.js';
import { replayedCss, type Link } from './replayed-css.js';
import { replayedHtml } from './replayed-html.js';
import { ReplaysRepository, type OpenReplay as Opened } from './replays.repository.js';

/** What a ticket shows: only of its own capture, only while it is open, and only to whom could still open it. */
@Injectable()
export class ReadReplay {
  constructor(
    private readonly db: Db,
    private readonly replays: ReplaysRepository,
    private readonly roles: RolesRepository,
    private readonly sealed: SealedBytes,
    private readonly packages: KeptPackages,
  ) {}

  async opened(ticket: string): Promise<Opened> {
    const opened = await this.db.read(async (tx) => {
      const found = await this.replays.get(tx, tokenHash(ticket));
      return found && rightsOf(await this.roles.heldBy(tx, found.staffId)).has('evidence.read') ? found : undefined;
    });
    if (!opened) throw new Problem('missing');
    return opened;
  }

  /** The page, or the document of one of its frames. */
  async document(ticket: string, number: number): Promise<string> {
    const kept = await this.kept(ticket);
    const html = await kept.document(number);
    if (html === null) throw new Problem('missing');
    const url = kept.addresses[number] ?? '';
    return replayedHtml(html, {
      url: URL.canParse(url) && /^https?:/.test(url) ? url : kept.addresses[0],
      link: linkOf(ticket, kept),
      frame: (src, own) => {
        const byAddress = src === null ? -1 : kept.addresses.indexOf(src, 1);
        const found = byAddress > 0 ? byAddress : own;
        return found === null ? null : `/replay/${ticket}/frames/${found}`;
      },
    });
  }

  /** An answer that was kept, with what it names led to what was kept. */
  async answer(ticket: string, number: number): Promise<RecordedAnswer> {
    const kept = await this.kept(ticket);
    const answer = await kept.answer(number);
    if (!answer) throw new Problem('missing');
    if (!/^text\/css\b/i.test(answer.headers.get('content-type') ?? '')) return answer;
    return { ...answer, body: Buffer.from(replayedCss(Buffer.from(answer.body).toString(), answer.url, linkOf(ticket, kept))) };
  }

  private async kept(ticket: string): Promise<KeptPackage> {
    const { sha256, captureId, postId, staffId } = await this.opened(ticket);
    return this.packages.get(sha256, () => this.sealed.open(sha256, { of: captureId, part: 'package', subject: postId, actor: staffId }));
  }
}

const linkOf =
  (ticket: string, kept: KeptPackage): Link =>
  (address, base) => {
    const number = keptAt(kept.index, address, base);
    return number === null ? null : `/replay/${ticket}/kept/${number}`;
  };
