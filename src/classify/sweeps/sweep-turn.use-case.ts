import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { falseOn } from '../claim.js';
import { EvidenceView } from '../evidence.view.js';
import { everywhere, KnownClaims, suggestions, type Registry } from '../known-claims.repository.js';
import type { ClaimIndex } from '../matching/claim-index.js';
import type { MatchRules } from '../matching/match.js';
import type { PlacedMatch } from '../matching/said-parts.js';
import { triageTable } from '../triage-table.js';
import type { Place, Sweep } from './sweep.js';
import { SweptItems, type SweptItem } from './swept-items.repository.js';

export interface Found {
  itemId: string;
  textSha256: string | null;
  matches: PlacedMatch[];
}
export interface Turn {
  sweeps: Sweep[];
  read: number;
  /** where the turn ended; null: nothing is left */
  to: Place | null;
  found: Found[];
}

/** Alone, a claim is scored lower than beside the others whose rareness its words are measured by; so much of `suggest` is near. */
const NEAR = 1 / 3;

/** A while of reading past posts. Each is asked against the swept claims alone, and only one that comes near them against the whole registry. */
@Injectable()
export class SweepTurn {
  constructor(
    private readonly items: SweptItems,
    private readonly known: KnownClaims,
    private readonly evidence: EvidenceView,
  ) {}

  async run(sweeps: Sweep[]): Promise<Turn> {
    const { turn_ms, page, found_most, breath_ms } = triageTable.sweep;
    const claims = new Set(sweeps.map((s) => s.claimId));
    const registry = await this.known.now();
    const alone = registry.index.only(claims);
    const turn: Turn = { sweeps, read: 0, to: sweeps[0].after, found: [] };
    const until = performance.now() + turn_ms;
    let breath = performance.now() + breath_ms;
    for (;;) {
      const rows = await this.items.page(sweeps, turn.to, page);
      for (const row of rows) {
        const found = this.beside(row, claims, { alone, ...registry });
        if (found) turn.found.push(found);
        turn.read += 1;
        turn.to = { at: row.at, itemId: row.id };
        if (performance.now() < breath) continue;
        // what came in meanwhile goes first
        await setImmediate();
        if (performance.now() >= until || turn.found.length >= found_most) return turn;
        breath = performance.now() + breath_ms;
      }
      if (rows.length < page) return { ...turn, to: null };
      if (performance.now() >= until || turn.found.length >= found_most) return turn;
    }
  }

  private beside(item: SweptItem, claims: ReadonlySet<string>, { alone, index, rules }: Registry & { alone: ClaimIndex }): Found | null {
    const { id: itemId, text, author, textSha256, postedOn, said } = item;
    const about = { author, date: postedOn ?? this.evidence.day(item.receivedAt), dated: postedOn !== null };
    const all = (by: ClaimIndex, ruled: MatchRules) => {
      const find = (words: string) => suggestions({ ...about, text: words }, by, ruled);
      return everywhere(text === null ? [] : find(text), said, find);
    };
    const matches = inTime(alone, about.date) && all(alone, nearer(rules)).length > 0 ? all(index, rules) : [];
    return item.had || matches.some((m) => claims.has(m.claimId)) ? { itemId, textSha256, matches } : null;
  }
}

const inTime = (index: ClaimIndex, day: string): boolean =>
  [...index.claims()].some(({ falseFrom, falseTo }) => falseFrom === null || falseOn({ falseFrom, falseTo }, day));

const nearer = (rules: MatchRules): MatchRules => {
  const { thresholds } = rules.score;
  return { ...rules, score: { ...rules.score, thresholds: { ...thresholds, suggest: thresholds.suggest * NEAR } } };
};
