import { Injectable } from '@nestjs/common';
import { writtenDay } from '../core/clock/office-day.js';
import type { Tx } from '../core/database/db.js';
import { Claims, type ClaimVersion } from '../classify/index.js';
import type { GroundLink } from './ground.repository.js';
import { groundText } from './ground-text.js';

const SAYS: Record<string, { joint: string; says(claim: ClaimVersion): string }> = {
  why_false: { joint: ' ', says: (claim) => claim.truth },
  sources: { joint: '; ', says: (claim) => claim.sources.map((s) => `${s.title} (${s.url}, ${writtenDay(s.date)})`).join('; ') },
};
export interface Explained {
  fields: Record<string, string>;
  links: readonly GroundLink[];
}

/** Why links are false and who says so, as the claims that their posts were judged by tell it, beside what a person wrote before. */
@Injectable()
export class ExplainLinks {
  constructor(private readonly claims: Claims) {}

  async run(tx: Tx, links: readonly GroundLink[], before: Explained): Promise<Record<string, string>> {
    const versions = new Map<string, ClaimVersion>();
    for (const { claimVersionId: id } of [...links, ...before.links])
      if (id && !versions.has(id)) versions.set(id, await this.claims.version(tx, id));
    const reasons = (of: readonly GroundLink[], says: (claim: ClaimVersion) => string) =>
      of.flatMap(({ claimVersionId: id }) => (id ? [{ claimVersionId: id, says: says(versions.get(id)!) }] : []));
    return Object.fromEntries(
      Object.entries(SAYS).map(([name, { joint, says }]) => {
        const stood = { text: before.fields[name] ?? '', reasons: reasons(before.links, says) };
        return [name, groundText(reasons(links, says), joint, stood)];
      }),
    );
  }
}
