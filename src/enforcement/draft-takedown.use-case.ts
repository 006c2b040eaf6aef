import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Db } from '../core/database/db.js';
import { Log } from '../core/events/log.js';
import { Problem } from '../core/problem/problem.js';
import { Cases } from '../cases/index.js';
import { ComposeRequest } from './compose-request.use-case.js';
import { reachedBy } from './enforcement-table.js';
import { GroundRepository, type GroundLink } from './ground.repository.js';
import type { Language } from './request-text.js';
import type { TakedownState } from './takedown.flow.js';
import { TakedownRepository } from './takedown.repository.js';
import { TakedownContentRepository } from './takedown-content.repository.js';
import './events.js';
import './problems.js';

export interface Draft {
  caseId: string;
  platform: string;
  delivery?: string;
  recipient?: string;
  legalBasis: string;
  language?: Language;
  items?: { addressId: string; url?: string }[];
  fields?: Record<string, string>;
}
/** A request as it stands after somebody wrote at it. */
export interface WrittenTakedown {
  id: string;
  reference: string;
  state: TakedownState;
  version: number;
  contentHash: string;
}

/** Somebody drafts a request from a case; what the case knows fills itself in. */
@Injectable()
export class DraftTakedown {
  constructor(
    private readonly db: Db,
    private readonly cases: Cases,
    private readonly ground: GroundRepository,
    private readonly takedowns: TakedownRepository,
    private readonly contents: TakedownContentRepository,
    private readonly composing: ComposeRequest,
    private readonly log: Log,
  ) {}

  run(actor: { staffId: string }, d: Draft): Promise<WrittenTakedown> {
    return this.db.tx(async (tx) => {
      const known = await this.cases.get(tx, d.caseId);
      if (known.barred.has(actor.staffId)) throw new Problem('missing');
      const links = await this.ground.links(tx, d.caseId);
      const reached = reachedBy(d.platform);
      refuseOtherUrls(d.items ?? [], new Map(links.map((l) => [l.addressId, l.url])));
      const { stands } = await this.cases.groundOf(tx, d.caseId);
      const addressIds = d.items?.map((i) => i.addressId) ?? standingFirst(links, d.platform, stands);
      refuseGroundless(addressIds, links, stands);
      const id = randomUUID();
      const asked = await this.takedowns.askedElsewhere(tx, addressIds, id);
      if (asked) throw new Problem('already-asked', { takedownId: asked.id, reference: asked.reference });
      const reference = await this.takedowns.nextReference(tx, d.caseId, known.number);
      const content = await this.composing.run(tx, {
        kind: 'removal',
        reference,
        caseId: d.caseId,
        caseNumber: known.number,
        platform: d.platform,
        way: d.delivery ?? reached.way,
        recipient: d.recipient?.trim() || reached.recipient,
        language: d.language ?? reached.language,
        legalBasis: d.legalBasis,
        fields: {},
        formerly: [],
        typed: d.fields ?? {},
        addressIds,
        withdrawn: null,
      });
      await this.takedowns.add(tx, {
        id,
        reference,
        kind: 'removal',
        caseId: d.caseId,
        withdraws: null,
        platform: d.platform,
        by: actor.staffId,
      });
      const written = await this.contents.add(tx, id, 1, content, actor.staffId);
      await this.log.append(tx, {
        type: 'takedown.drafted',
        v: 1,
        public: { kind: 'removal', platform: d.platform },
        office: { takedownId: id, caseId: d.caseId, contentId: written.id, contentSha256: written.sha256 },
        actor: actor.staffId,
        subject: id,
      });
      return { id, reference, state: 'draft', version: 1, contentHash: written.sha256 };
    });
  }
}

/** All links of the platform whose posts stand as false; all there are, where none stands. */
function standingFirst(links: readonly GroundLink[], platform: string, stands: ReadonlySet<string>): string[] {
  const there = links.filter((l) => (l.platform ?? platform) === platform);
  const good = there.filter((l) => stands.has(l.postId));
  return (good.length > 0 ? good : there).map((l) => l.addressId);
}

/** Nobody asks for the removal of nothing, nor of a post that is not judged false. */
export function refuseGroundless(addressIds: readonly string[], links: readonly GroundLink[], stands: ReadonlySet<string>): void {
  if (addressIds.length === 0) throw new Problem('takedown-lacks', { lacks: ['exact-urls'] });
  if (links.some((l) => addressIds.includes(l.addressId) && !stands.has(l.postId)))
    throw new Problem('takedown-lacks', { lacks: ['judged-false'] });
}

/** A caller that names links names exactly those that the house knows. */
export function refuseOtherUrls(items: readonly { addressId: string; url?: string }[], known: ReadonlyMap<string, string>): void {
  for (const item of items)
    if (item.url !== undefined && known.get(item.addressId) !== item.url) throw new Problem('foreign-link', { addressId: item.addressId });
}
