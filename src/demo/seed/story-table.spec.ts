import { sourcePage, sourcePages, sourcePath } from '../world/source.page.js';
import { describe, expect, test } from '@jest/globals';
import { readStory, storyFaults, type StoryTable, type ToldPenalty } from './story-table.js';
import { demoAccounts, demoClaims, demoReports } from './tables.js';
import { mediaNames } from '../world/media.adapter.js';
import { readWorld } from '../world/world-table.js';

const world = readWorld(mediaNames());
const claims = demoClaims();

describe('the tables of the demo', () => {
  test('every reported post exists, under the kind of link that it has', () => {
    const wrong = demoReports().filter((r) => r.post && !world.posts.some((p) => p.id === r.post && Boolean(p.video) === (r.path === 'v')));
    expect(wrong).toEqual([]);
    expect(demoReports().filter((r) => r.short && !world.posts.some((p) => p.short === r.short))).toEqual([]);
    expect(
      demoReports().some((r) => demoReports().some((x) => x.short && x.short === world.posts.find((p) => p.id === r.post)?.short)),
    ).toBe(true);
    expect(demoReports().filter((r) => r.picture && !mediaNames().includes(r.picture))).toEqual([]);
  });
  test('the reports show every situation of a post, and come by each way', () => {
    const situations = new Set(demoReports().flatMap((r) => world.posts.find((p) => p.id === r.post)?.situation ?? []));
    expect([...situations].sort()).toEqual(['edited', 'gone', 'login', 'region', 'removed']);
    expect([demoReports().some((r) => r.phone), demoReports().some((r) => r.text), demoReports().some((r) => r.picture)]).toEqual([
      true,
      true,
      true,
    ]);
  });
  test("one network address may send them all within the office's minute", () => {
    expect(demoReports().reduce((sum, r) => sum + (r.times ?? 1) - (r.phone ? 1 : 0), 0)).toBeLessThan(60);
  });
  test('every claim is spread by a post, every post is about a claim that there is, and every source is invented', () => {
    const keys = claims.map((c) => c.key);
    expect(keys.filter((key) => !world.posts.some((p) => p.claim === key && p.kind === 'rumour'))).toEqual([]);
    expect(world.posts.filter((p) => p.claim && !keys.includes(p.claim))).toEqual([]);
    expect(claims.flatMap((c) => c.sources).filter((s) => !/\.example$/.test(new URL(s.url).hostname))).toEqual([]);
  });
  test('the world shows each source on a page of its own', () => {
    const links = claims.flatMap((c) => c.sources.map((s) => sourcePath(s.url)));
    const pages = sourcePages(claims);
    expect([...pages.keys()].sort()).toEqual([...new Set(links)].sort());
    const water = claims.find((c) => c.key === 'nuoc-may') ?? claims[0];
    expect(sourcePage(world, pages.get(sourcePath(water.sources[0].url))!)).toContain(water.sources[0].title);
  });
  test('a post after a claim came true lies outside the time in which it was false', () => {
    const school = claims.find((c) => c.key === 'nghi-hoc')!;
    expect([school.falseFromDaysAgo, school.falseToDaysAgo]).toEqual([9, 2]);
  });
  test('no person and no address is listed twice, and each role has somebody', () => {
    const { people } = demoAccounts();
    expect([new Set(people.map((p) => p.email)).size, new Set(people.map((p) => p.name)).size]).toEqual([people.length, people.length]);
    expect([...new Set(people.flatMap((p) => p.roles))].sort()).toEqual([
      'administrator',
      'auditor',
      'chief',
      'coordinator',
      'inspector',
      'legal',
      'operator',
    ]);
  });
  test('one correction is published and one waits, each of a claim in force', () => {
    const corrected = claims.filter((c) => c.correction);
    expect(corrected.map((c) => [c.draft ?? false, c.correction?.draft ?? false])).toEqual([
      [false, false],
      [false, true],
    ]);
  });
  test('the story is signed by the chief, tells of reported posts only, and leaves a request to approve and one to answer', () => {
    const story = readStory(
      demoReports().flatMap((r) => r.post ?? []),
      claims.filter((c) => !c.draft).map((c) => c.key),
    );
    expect(story.signer).toContain(demoAccounts().people.find((p) => p.roles.includes('chief'))!.name);
    expect(story.cases.map((c) => c.takedown)).toEqual([undefined, 'draft', 'sent']);
  });
  test('a story of an unreported post, of a claim not in force, of a case on a true post or of a request from an open case is refused', () => {
    const told: StoryTable = {
      patience_seconds: 1,
      basis: 'x',
      signer: 'x',
      judgements: [
        { post: 'a', judgement: 'false-statement-of-fact', claim: 'draft' },
        { post: 'b', judgement: 'satire' },
      ],
      cases: [
        { post: 'b', to: 'open' },
        { post: 'a', to: 'open', takedown: 'sent', penalty: { to: 'drawn' } as ToldPenalty },
      ],
    };
    expect(storyFaults(told, ['b'], ['known']).map((f) => f.path)).toEqual([
      ['judgements', 0, 'post'],
      ['judgements', 0],
      ['cases', 0, 'post'],
      ['cases', 1, 'takedown'],
      ['cases', 1, 'penalty'],
    ]);
  });
});
