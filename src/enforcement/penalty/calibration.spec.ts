import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../core/config.js';
import { act, candidateOf, caseOf, compute } from '../../../test/kit/penalty.js';
import { idOf } from './law.js';
import { penaltyLaw } from './penalty-table.js';

/** A case from the newspapers, without names: what was reported, and what follows. */
interface Reported {
  id: string;
  types: string[];
  where: string;
  started: string;
  decidedOn?: string;
  persons: number;
  route: string;
  /** the provisions that may have been meant; several where only the clause was reported */
  provisions?: string[];
  articleReported?: boolean;
  frame?: [number, number] | null;
  typical?: number | null;
  imposed?: number | null;
  /** circumstances with which the law gives what was imposed */
  reachedWith?: string[];
  sum?: number;
  parts?: [number, number][];
  signs?: string[];
  notCovered?: string;
  source: string;
}
const cases = readFileSync(join(projectRoot, 'test/fixtures/calibration.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Reported);
const ours = new Set(penaltyLaw.provisions.map(idOf));
const computed = (c: Reported, circumstances: string[] = [], provision?: string) =>
  compute(
    caseOf(
      [
        act({
          types: c.types,
          where: c.where,
          started: c.started,
          circumstances,
          ...(provision ? { provision: { id: provision, reason: 'as reported' } } : {}),
        }),
      ],
      { ...(c.decidedOn ? { decidedOn: c.decidedOn } : {}), ...(c.signs ? { crime: { signs: c.signs } } : {}) },
    ),
  );
const pairs = cases.flatMap((c) => (c.frame ? c.provisions! : []).map((provision): [string, string, Reported] => [c.id, provision, c]));

describe('cases from practice', () => {
  test('are 27, each with a source', () => {
    expect([cases.length, new Set(cases.map((c) => c.id)).size, cases.every((c) => c.source)]).toEqual([27, 27, true]);
  });
  test.each(cases.map((c): [string, string, Reported] => [c.id, c.route, c]))('%s goes the way of %s', (_, route, c) => {
    expect(computed(c).route).toBe(route);
  });
  test.each(pairs)('%s: %s is among the provisions offered, with its frame and its typical amount', (_, provision, c) => {
    const found = candidateOf(computed(c), provision);
    expect(found.frame).toEqual({ min: c.frame![0], max: c.frame![1] });
    const amount = candidateOf(computed(c), provision).fine.amount;
    expect(amount).toBe(c.typical);
  });
  test.each(pairs.filter(([, , c]) => c.imposed && c.reachedWith))(
    '%s: by %s the law gives what was imposed, with the circumstances noted',
    (_, provision, c) => {
      expect(computed(c, c.reachedWith, provision).total).toBe(c.imposed);
    },
  );
  test.each(cases.filter((c) => c.articleReported).map((c): [string, Reported] => [c.id, c]))(
    '%s: where the article was reported, it is the one for the act as named, and practice beyond its words needs a reason',
    (_, c) => {
      const penalty = computed(c);
      const named = penalty.acts[0].readings[0].candidates.filter((o) => o.offered === 'named');
      expect(named.map((o) => o.provision).every((id) => c.provisions!.includes(id))).toBe(true);
      expect(penalty.asks.map((a) => a.ask)).toEqual(named[0].stretched ? ['which-provision'] : []);
    },
  );
  test.each(cases.filter((c) => c.sum).map((c): [string, Reported] => [c.id, c]))(
    '%s: amounts that the law gives make the reported sum for so many people',
    (_, c) => {
      const possible = c.provisions!.flatMap((p) => [computed(c, [], p).total, computed(c, ['mitigating:1', 'mitigating:2'], p).total]);
      expect(c.parts!.every(([amount]) => possible.includes(amount))).toBe(true);
      expect(c.parts!.reduce((sum, [amount, people]) => sum + amount * people, 0)).toBe(c.sum);
      expect(c.parts!.reduce((sum, [, people]) => sum + people, 0)).toBe(c.persons);
    },
  );
  test.each(cases.filter((c) => c.notCovered).map((c): [string, string, Reported] => [c.id, c.notCovered!, c]))(
    '%s is not covered: %s is not in the list',
    (_, provision) => {
      expect(ours.has(provision)).toBe(false);
    },
  );
  test('every other case of a fine is covered', () => {
    const uncovered = cases.filter((c) => c.route === 'administrative' && !c.provisions?.every((p) => ours.has(p)));
    expect(uncovered.map((c) => c.id)).toEqual(['hau-giang-2020-02']);
  });
});
