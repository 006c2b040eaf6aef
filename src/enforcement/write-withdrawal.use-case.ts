import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { glossary } from '../core/glossary/glossary.js';
import { Problem } from '../core/problem/problem.js';
import { ComposeRequest } from './compose-request.use-case.js';
import { TakedownRepository } from './takedown.repository.js';
import { TakedownContentRepository } from './takedown-content.repository.js';
import './events.js';
import './problems.js';

/** Drafts the withdrawal of a request that was sent: the same links, to the same place, for a second person to approve. What the house drafts, because the case fell, names the ground and whoever signed the request. */
@Injectable()
export class WriteWithdrawal {
  constructor(
    private readonly takedowns: TakedownRepository,
    private readonly contents: TakedownContentRepository,
    private readonly composing: ComposeRequest,
    private readonly log: Log,
  ) {}

  async run(tx: Tx, takedownId: string, by: { staffId: string; reason: string } | null): Promise<string> {
    const { takedown } = await this.takedowns.lock(tx, null, takedownId);
    const open = await this.takedowns.withdrawalOf(tx, takedownId);
    if (open) {
      if (by) throw new Problem('withdrawal-exists', { takedownId: open.id });
      return open.id;
    }
    const content = await this.contents.sent(tx, takedownId);
    const reference = await this.takedowns.nextReference(tx, takedown.caseId, content.caseNumber);
    const written = await this.composing.run(tx, {
      kind: 'withdrawal',
      reference,
      caseId: takedown.caseId,
      caseNumber: content.caseNumber,
      platform: takedown.platform,
      way: content.way,
      recipient: content.recipient,
      language: content.language,
      legalBasis: null,
      fields: by ? {} : { reason: glossary.annulment['case-fell'][content.language], signer: content.fields.signer ?? '' },
      formerly: [],
      typed: by ? { reason: by.reason } : {},
      addressIds: [],
      withdrawn: content,
    });
    const id = randomUUID();
    await this.takedowns.add(tx, {
      id,
      reference,
      kind: 'withdrawal',
      caseId: takedown.caseId,
      withdraws: takedownId,
      platform: takedown.platform,
      by: by?.staffId ?? null,
    });
    const { id: contentId, sha256 } = await this.contents.add(tx, id, 1, written, by?.staffId ?? null);
    await this.log.append(tx, {
      type: 'takedown.drafted',
      v: 1,
      public: { kind: 'withdrawal', platform: takedown.platform },
      office: { takedownId: id, caseId: takedown.caseId, contentId, contentSha256: sha256 },
      actor: by?.staffId ?? null,
      subject: id,
    });
    return id;
  }
}
