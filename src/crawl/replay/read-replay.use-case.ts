import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Db } from '../../core/database/db.js';
import { SealedBytes } from '../../core/evidence/sealed-bytes.js';
import { RolesRepository } from '../../core/identity/index.js';
import { rightsOf } from '../../core/identity/rights.js';
import { tokenHash } from '../../core/identity/secrets.js';
import { Problem } from '../../core/problem/problem.js';
import type { KeptPackage } from './kept-package.js';
import { KeptPackages } from './kept-packages.adapter.js';
import type { LaidAnswer } from './laid-answers.adapter.js';
import { ReplayApart } from './replay-apart.adapter.js';
import { ReplaysRepository, type OpenReplay as Opened } from './replays.repository.js';

const LONGEST_CSS = 2_000_000;

/** What a ticket shows: only of its own capture, only while it is open, and only to whom could still open it. */
@Injectable()
export class ReadReplay {
  constructor(
    private readonly db: Db,
    private readonly replays: ReplaysRepository,
    private readonly roles: RolesRepository,
    private readonly sealed: SealedBytes,
    private readonly packages: KeptPackages,
    private readonly apart: ReplayApart,
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
    const url = kept.frames.get(number) ?? '';
    const own = URL.canParse(url) && /^https?:/.test(url) ? url : kept.address;
    return this.apart.write({ kind: 'html', text: html, url: own, ...around(ticket, kept) });
  }

  /** An answer that was kept, with what it names led to what was kept. */
  async answer(ticket: string, number: number): Promise<Pick<LaidAnswer, 'headers' | 'length' | 'read'>> {
    const kept = await this.kept(ticket);
    const answer = await kept.answer(number);
    if (!answer) throw new Problem('missing');
    if (!/^text\/css\b/i.test(answer.headers.get('content-type') ?? '') || answer.length === 0) return answer;
    if (answer.length > LONGEST_CSS) throw new Problem('missing', { detail: 'A style sheet larger than is read' });
    const css = await this.apart.write({ kind: 'css', text: await text(answer.read()), url: answer.url, ...around(ticket, kept) });
    const bytes = Buffer.from(css);
    return {
      ...answer,
      length: bytes.length,
      read: (piece) => Readable.from(piece ? bytes.subarray(piece.start, piece.end + 1) : bytes, { objectMode: false }),
    };
  }

  private async kept(ticket: string): Promise<KeptPackage> {
    const { sha256, captureId, postId, staffId } = await this.opened(ticket);
    return this.packages.get(sha256, () => this.sealed.open(sha256, { of: captureId, part: 'package', subject: postId, actor: staffId }));
  }
}

const around = (ticket: string, kept: KeptPackage) => ({ at: `/replay/${ticket}`, kept: kept.index, frames: kept.frames });
