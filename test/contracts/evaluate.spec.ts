import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lachanIn } from '../kit/command-line.js';

interface Told {
  model: string | null;
  sets: {
    set: string;
    ranking: Record<string, { value: number; interval: [number, number] }>;
    thresholds: { strong: { precision: number; recall: number; 'false alarms': number | null } };
    calibration: { first: { answers: number; brier: number } };
    stance: { posts: number; 'denials taken for spread': number } | null;
    'not in the run': number;
  }[];
}

describe('lachan evaluate', () => {
  let dir: string;
  const lachan = (...args: string[]) => lachanIn(dir, args);
  const told = async (...args: string[]) => {
    const { code, json, err } = await lachan('evaluate', '--json', ...args);
    expect([code, err]).toEqual([0, '']);
    return json as unknown as Told;
  };
  const file = (name: string, rows: unknown[]) => {
    writeFileSync(join(dir, name), rows.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n'));
    return name;
  };
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'đo lường '));
    mkdirSync(join(dir, 'set'));
    file('set/claims.jsonl', [
      { id: 1, text: 'Uống nước muối chữa khỏi bệnh ung thư' },
      { id: 'dien', text: 'Thành phố sẽ cắt điện toàn bộ trong ba ngày tới' },
    ]);
    file('set/posts.jsonl', [
      { id: 'a', text: 'Bà con ơi, uống nước muối chữa khỏi bệnh ung thư, chia sẻ ngay!', stance: 'spread' },
      { id: 'b', text: 'Nghe nói thành phố sẽ cắt điện toàn bộ trong ba ngày tới đó bà con', stance: 'spread' },
      { id: 'c', text: 'Hôm nay trời đẹp, ai đi câu cá không.' },
    ]);
    file('set/qrels.tsv', ['a\t0\t1\t1', 'b\t0\tdien\t1', 'b\t0\t1\t0']);
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('judges the matcher by what people say of the posts, the same for the same seed, as a table or as one line of JSON', async () => {
    const first = await told('--data', 'set');
    const [set] = first.sets;
    expect(set.ranking['MAP@5']).toEqual({ value: 1, interval: [1, 1] });
    expect(Object.keys(set.ranking)).toEqual(['MAP@5', 'MRR', 'P@1', 'R@1', 'R@10', 'R@100']);
    expect(set.thresholds.strong).toMatchObject({ precision: 1, recall: 1, 'false alarms': 0 });
    expect(set.stance?.posts).toBe(2);
    expect(await told('--data', 'set')).toEqual(first);
    const { out } = await lachan('evaluate', '--data', 'set');
    expect(out).toMatch(/^posts: 3 posts beside 2 claims, 2 of them about a known one\n/);
    expect(out).toMatch(/\n {2}MAP@5 +1\.000 +1\.000 – 1\.000\n/);
  });
  test('judges what lachan match wrote as it judges the matcher itself', async () => {
    const direct = await told('--data', 'set', '--top', '10');
    const written = await lachan(
      'match',
      '--claims',
      'set/claims.jsonl',
      '--posts',
      'set/posts.jsonl',
      '--top',
      '10',
      '--out',
      'run.jsonl',
    );
    expect(written.code).toBe(0);
    const run = await told('--data', 'set', '--run', 'run.jsonl');
    expect([run.model, run.sets[0].ranking['MAP@5'], run.sets[0].thresholds, run.sets[0].calibration, run.sets[0].stance]).toEqual([
      null,
      direct.sets[0].ranking['MAP@5'],
      direct.sets[0].thresholds,
      direct.sets[0].calibration,
      direct.sets[0].stance,
    ]);
  });
  test('a post that the run lacks counts as unanswered', async () => {
    const lines = readFileSync(join(dir, 'run.jsonl'), 'utf8').split('\n');
    file('short.jsonl', lines.slice(1));
    const [{ ranking, 'not in the run': missing }] = (await told('--data', 'set', '--run', 'short.jsonl')).sets;
    expect([missing, ranking['P@1'].value]).toEqual([1, 0.5]);
  });
  test('of several sets each is judged, or the one that is named; a run answers one', async () => {
    mkdirSync(join(dir, 'two'));
    file('two/claims.jsonl', [{ id: 1, text: 'Uống nước muối chữa khỏi bệnh ung thư' }]);
    for (const name of ['dev', 'train']) {
      file(`two/posts.${name}.jsonl`, [{ id: name, text: 'Uống nước muối chữa khỏi bệnh ung thư' }]);
      file(`two/qrels.${name}.tsv`, [`${name}\t0\t1\t1`]);
    }
    expect((await told('--data', 'two')).sets.map((s) => s.set)).toEqual(['dev', 'train']);
    expect((await told('--data', 'two', '--set', 'dev')).sets.map((s) => s.set)).toEqual(['dev']);
    const { code, err } = await lachan('evaluate', '--data', 'two', '--run', 'run.jsonl');
    expect([code, err]).toEqual([64, '--run answers one set: name it by --set, one of dev, train\n']);
    expect((await lachan('evaluate', '--data', 'two', '--set', 'test')).err).toContain('there is no set test; there are dev, train');
  });
  test.each([
    ['run', { post: 'a', matches: [{ claim: 1, score: 1.5 }] }, /run-bad\.jsonl:1: "score" must be a number from 0 to 1/],
    ['run', { post: 'nobody', matches: [] }, /run-bad\.jsonl:1: the set has no post "nobody"/],
    ['run', { post: 'a', matches: [null] }, /run-bad\.jsonl:1: "claim" must be a text or a number/],
    [
      'run',
      { post: 'a', matches: [{ claim: 1, score: 0.5, stance: { label: 'spread' } }] },
      /run-bad\.jsonl:1: "stance" must have "scores"/,
    ],
  ])('a line of a %s that cannot be read is named: %j', async (_, row, says) => {
    const { code, err } = await lachan('evaluate', '--data', 'set', '--run', file('run-bad.jsonl', [row]));
    expect([code, err]).toEqual([1, expect.stringMatching(says)]);
  });
  test('judgements that name what is not there, and a folder without any, are refused', async () => {
    mkdirSync(join(dir, 'wrong'));
    file('wrong/claims.jsonl', [{ id: 1, text: 'một tin' }]);
    file('wrong/posts.jsonl', [{ id: 'a', text: 'một bài', stance: 'maybe' }]);
    const says = async () => (await lachan('evaluate', '--data', 'wrong')).err;
    expect(await says()).toContain('there is no posts.jsonl with a qrels.tsv');
    file('wrong/qrels.tsv', ['a\t0\t2\t1']);
    expect(await says()).toContain('qrels.tsv:1: there is no claim 2');
    file('wrong/qrels.tsv', ['\ufeffb\t0\t1\t1\r']);
    expect(await says()).toContain('posts.jsonl:1: "stance" must be one of spread, denial, question, unrelated');
    file('wrong/posts.jsonl', [{ id: 'a', text: 'một bài' }]);
    expect(await says()).toContain('qrels.tsv: there is no post b');
  });
});
