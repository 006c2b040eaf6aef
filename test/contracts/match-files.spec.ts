import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { lachanIn, type Around } from '../kit/command-line.js';

interface Line {
  post: unknown;
  matches: { claim: unknown; score: number; stance: { label: string | null; scores: object }; reasons: { code: string }[] }[];
}

describe('lachan match reads files of any length', () => {
  let dir: string;
  const file = (name: string, text: string) => {
    writeFileSync(join(dir, name), text);
    return name;
  };
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  const lines = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  const match = (posts: string, out: string, more: string[] = [], around: Around = {}) =>
    lachanIn(dir, ['match', '--claims', 'claims.jsonl', '--posts', posts, '--out', out, '--top', '3', ...more], {}, around);
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'khớp '));
    const claims = [
      {
        id: 7,
        text: 'Uống nước muối chữa khỏi bệnh ung thư',
        title: 'Nước muối trị ung thư',
        language: 'vi',
        wordings: ['salt water cures cancer'],
      },
      { id: 'dien', text: 'Thành phố sẽ cắt điện toàn bộ trong ba ngày tới', falseFrom: '2026-03-01', falseTo: '2026-03-31' },
    ];
    file('claims.jsonl', claims.map((claim) => JSON.stringify(claim)).join('\r\n'));
    const many = Array.from({ length: 1_200 }, (_, id) => {
      if (id % 200 === 199) return '{"id": broken';
      const text =
        id % 3
          ? `Bà con ơi uống nước muối chữa khỏi bệnh ung thư nhé, lần ${id}`
          : `Nghe nói thành phố sẽ cắt điện toàn bộ ${id % 7} ngày tới`;
      return JSON.stringify({ id, text, date: `2026-0${1 + (id % 5)}-10`, note: 'x'.repeat(600) });
    });
    file('many.jsonl', many.join('\n'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('the answers stand in the order of the posts and are the same bytes with any number of threads', async () => {
    const told = [];
    for (const threads of ['1', '2', '3']) {
      const { code, json, err } = await match('many.jsonl', `by-${threads}.jsonl`, ['--threads', threads, '--json']);
      expect([
        code,
        err
          .split('\n')
          .slice(0, -1)
          .map((line) => line.split(': ')[0]),
      ]).toEqual([
        1, // not everything could be read
        [200, 400, 600, 800, 1_000, 1_200].map((line) => `many.jsonl:${line}`),
      ]);
      told.push({ ...json, out: '' });
    }
    expect(told[0]).toMatchObject({ claims: 2, posts: 1_194, broken: 6 });
    expect(told.slice(1)).toEqual([told[0], told[0]]);
    expect(lines(read('by-1.jsonl')).map((line) => line.post)).toEqual(
      Array.from({ length: 1_200 }, (_, i) => i).filter((i) => i % 200 !== 199),
    );
    for (const name of ['by-2.jsonl', 'by-3.jsonl']) expect(read(name) === read('by-1.jsonl')).toBe(true);
  }, 120_000);
  test('a match has the claim as it was written, a score, a stance with all its scores, and reasons; by another wording and the title too', async () => {
    const posts = file(
      'few.jsonl',
      [
        { id: 'a', text: 'They say that salt water cures cancer' },
        { id: 2, text: 'Nước muối trị ung thư đó' },
      ]
        .map((p) => JSON.stringify(p))
        .join('\n'),
    );
    expect((await match(posts, 'few.out')).code).toBe(0);
    const told = lines(read('few.out'));
    expect(told.map((line) => [line.post, line.matches[0].claim])).toEqual([
      ['a', 7],
      [2, 7],
    ]);
    for (const { matches } of told) {
      expect(Object.keys(matches[0])).toEqual(['claim', 'score', 'stance', 'reasons']);
      expect(Object.keys(matches[0].stance.scores).sort()).toEqual(['denial', 'question', 'spread', 'unrelated']);
      expect(matches[0].reasons[0].code).toBe('words');
    }
  });
  test('lines may end in CRLF, begin with a mark of byte order, hold U+2028, be empty, and lack the last end', async () => {
    const posts = '\ufeff{"id": 1, "text": "một"}\r\n\r\n{"id": 2, "text": "hai\u2028ba"}\r\n   \n{"id": "3", "text": "bốn"}';
    const { code, json } = await match(file('odd.jsonl', posts), 'odd.out', ['--json']);
    expect([code, json]).toMatchObject([0, { posts: 3, broken: 0 }]);
    expect(lines(read('odd.out')).map((line) => line.post)).toEqual([1, 2, '3']);
  });
  test('an empty file has no answers, and posts beside no claims have no matches', async () => {
    expect(await match(file('empty.jsonl', ''), 'empty.out')).toMatchObject({ code: 0, err: '' });
    expect(read('empty.out')).toBe('');
    file('no-claims.jsonl', '\n');
    const args = [
      'match',
      '--claims',
      'no-claims.jsonl',
      '--posts',
      file('one.jsonl', '{"id": 1, "text": "một tin"}'),
      '--out',
      'none.out',
    ];
    expect((await lachanIn(dir, args)).code).toBe(0);
    expect(lines(read('none.out'))).toEqual([{ post: 1, matches: [] }]);
  });
  test('each line that cannot be read is named with what is wrong, and the others are answered', async () => {
    const broken = [
      '[1]',
      'null',
      '{"id": true, "text": "a"}',
      '{"id": 4}',
      '{"id": 5, "text": "a", "date": "2026-13-01"}',
      `{"id": 6, "text": "${'a'.repeat(17 * 2 ** 20)}"}`,
      '{"id": 8, "text": "a", "date": "2026-02-30"}',
    ];
    const { code, json, err } = await match(file('broken.jsonl', [...broken, '{"id": 7, "text": "a"}'].join('\n')), 'broken.out', [
      '--json',
    ]);
    expect([code, json]).toMatchObject([1, { posts: 1, broken: 7 }]);
    expect(err.trim().split('\n')).toEqual([
      'broken.jsonl:1: this line is not a JSON object',
      'broken.jsonl:2: this line is not a JSON object',
      'broken.jsonl:3: "id" must be a text or a number',
      'broken.jsonl:4: "text" must be a text',
      expect.stringMatching(/^broken\.jsonl:5: "date" must be a day/),
      'broken.jsonl:6: this line is longer than 16 MiB',
      expect.stringMatching(/^broken\.jsonl:7: "date" must be a day/),
    ]);
  });
  test('a claim that cannot be read, or whose id stands twice, is named, and nothing is written', async () => {
    const args = (claims: string) => ['match', '--claims', file('wrong.jsonl', claims), '--posts', 'one.jsonl', '--out', 'wrong.out'];
    const twice = await lachanIn(dir, args('{"id": 1, "text": "a"}\n{"id": "1", "text": "b"}'));
    expect([twice.code, twice.err]).toEqual([1, 'wrong.jsonl:2: a claim with the id "1" stands further up\n']);
    const never = await lachanIn(dir, args('{"id": 1, "text": "a", "falseFrom": "2026-05-02", "falseTo": "2026-05-01"}'));
    expect([never.code, never.err]).toEqual([1, 'wrong.jsonl:1: "falseTo" lies before "falseFrom"\n']);
    expect(readdirSync(dir).filter((name) => name.startsWith('wrong.out'))).toEqual([]);
  });
  test.each([
    ['many.jsonl', 'many.jsonl', 'many.jsonl is read by this command, and would be lost'],
    ['many.jsonl', 'claims.jsonl', 'claims.jsonl is read by this command, and would be lost'],
    ['many.jsonl', 'no/such/out.jsonl', 'There is no folder no/such to write no/such/out.jsonl in'],
    ['many.jsonl', '.', '. is a folder; a file is needed'],
    ['.', 'folder.out', '. is a folder; a file is needed'],
  ])('posts %s with answers to %s are refused before anything is written', async (posts, out, says) => {
    const [before, claims] = [read('many.jsonl'), read('claims.jsonl')];
    const { code, err } = await match(posts, out);
    expect([code, err]).toEqual([64, `${says}\n`]);
    expect([read('many.jsonl') === before, read('claims.jsonl') === claims, readdirSync(dir).includes('folder.out')]).toEqual([
      true,
      true,
      false,
    ]);
  });
  test('reads the standard input and writes the standard output, which holds the answers alone', async () => {
    const { code, out, err } = await match('-', '-', ['--json', '--threads', '2'], { input: read('many.jsonl') });
    expect([code, out === read('by-1.jsonl')]).toEqual([1, true]);
    expect(err.split('\n')[0]).toMatch(/^standard input:200: this line is not JSON/);
    expect(JSON.parse(err.trim().split('\n').at(-1)!)).toMatchObject({ posts: 1_194, broken: 6, out: '-' });
  }, 30_000);
  test('shows no progress where nobody looks at a terminal', async () => {
    const { err } = await match('few.jsonl', 'quiet.out', [], { apart: true });
    expect(err).toBe('');
  });
  test.each(['1', '2'])(
    'stopped with %s threads it leaves nothing behind, and what stood there before stays',
    async (threads) => {
      file('kept.out', 'what stood there before');
      symlinkSync('kept.out', join(dir, `link-${threads}`));
      file('endless.jsonl', `${read('many.jsonl')}\n`.repeat(100));
      const part = () => readdirSync(dir).find((name) => name.startsWith('kept.out.part-'));
      const { code, err } = await match('endless.jsonl', `link-${threads}`, ['--threads', threads], {
        started: (child) =>
          void (async () => {
            while (!part()) await after(20);
            child.kill('SIGINT');
          })(),
      });
      expect([code, err.split('\n').at(-2)]).toEqual([130, `Stopped; nothing was written to link-${threads}`]);
      expect([part(), read('kept.out')]).toEqual([undefined, 'what stood there before']);
    },
    60_000,
  );
});
