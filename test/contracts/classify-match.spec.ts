import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Command, CommanderError } from 'commander';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import matchCommand from '../../src/cli/match.command.js';

describe('lachan match', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'lachan-match-'));
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
    process.exitCode = undefined;
  });

  const put = (name: string, rows: (object | string)[]) => {
    writeFileSync(join(dir, name), rows.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n'));
    return join(dir, name);
  };
  const run = async (claims: (object | string)[], posts: (object | string)[], ...more: string[]) => {
    const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
    matchCommand(program);
    const said = { out: '', err: '' };
    const [out, err] = [process.stdout.write, process.stderr.write];
    process.stdout.write = ((text: string) => {
      said.out += text;
      return true;
    }) as never;
    process.stderr.write = ((text: string) => {
      said.err += text;
      return true;
    }) as never;
    try {
      await program.parseAsync([
        'node',
        'lachan',
        'match',
        '--claims',
        put('claims.jsonl', claims),
        '--posts',
        put('posts.jsonl', posts),
        '--out',
        join(dir, 'out.jsonl'),
        ...more,
      ]);
    } catch (error) {
      if (error instanceof CommanderError) throw error;
      said.err += (error as Error).message;
      process.exitCode = 1;
    } finally {
      process.stdout.write = out;
      process.stderr.write = err;
    }
    return {
      ...said,
      code: process.exitCode ?? 0,
      lines: () =>
        readFileSync(join(dir, 'out.jsonl'), 'utf8')
          .trim()
          .split('\n')
          .map(
            (l) =>
              JSON.parse(l) as {
                post: unknown;
                matches: { claim: unknown; score: number; stance: { label: string | null; scores: object }; reasons: { code: string }[] }[];
              },
          ),
    };
  };
  const claims = [
    { id: 'dam', text: 'Đập hồ Cánh Diều đã vỡ, nước sẽ về thành phố trong hai giờ nữa' },
    { id: 7, text: 'The Vam Sau bridge will collapse this week', title: 'Is the bridge about to fall?' },
  ];

  test('writes a line for each post, with claims, scores, stance and reasons', async () => {
    const done = await run(
      claims,
      [
        { id: 1, text: 'Vỡ đập Cánh Diều rồi, nước về thành phố trong hai giờ' },
        { id: 'b', text: 'Is it true that Vam Sau bridge will collapse?' },
        { id: 'c', text: '' },
      ],
      '--top',
      '2',
      '--json',
    );
    expect([done.code, JSON.parse(done.out)]).toEqual([0, expect.objectContaining({ claims: 2, posts: 3 })]);
    const [first, second, third] = done.lines();
    expect(first).toMatchObject({ post: 1, matches: [{ claim: 'dam', stance: { label: 'spread' } }] });
    expect(second).toMatchObject({ post: 'b', matches: [{ claim: 7, stance: { label: 'question' } }] });
    expect(third).toEqual({ post: 'c', matches: [] });
    expect(Object.keys(first.matches[0].stance.scores)).toEqual(['spread', 'denial', 'question', 'unrelated']);
    expect(first.matches[0].reasons[0].code).toBe('words');
  });
  test('keeps to the days on which a claim was false', async () => {
    const [claim] = claims;
    const bound = [{ ...claim, falseFrom: '2026-11-01', falseTo: '2026-11-10' }];
    const posts = ['2026-11-10', '2026-11-11T08:00:00Z'].map((date, i) => ({ id: i, text: claim.text, date }));
    expect((await run(bound, posts)).lines().map((l) => l.matches.length)).toEqual([1, 0]);
  });
  test('names the file and the line that it cannot read, and ends with an error', async () => {
    for (const [posts, says] of [
      [[{ id: 1, text: 'a' }, '{"id": 2, "text"'], /posts\.jsonl:2: this line is not JSON/],
      [[{ id: 1 }], /posts\.jsonl:1: "text" must be a text/],
      [[{ text: 'a' }], /posts\.jsonl:1: "id" must be/],
      [['', '[1]'], /posts\.jsonl:2: this line is not a JSON object/],
      [[{ id: 1, text: 'a', date: 'hôm qua' }], /posts\.jsonl:1: "date" must be a day/],
    ] as const) {
      const done = await run(claims, [...posts]);
      expect(done.code).toBe(1);
      expect(done.err).toMatch(says);
    }
    expect((await run([claims[0], claims[0]], [])).err).toMatch(/claims\.jsonl:2: a claim with the id "dam"/);
  });
  test('a file that is not there and a silly number of claims are answered in one sentence', async () => {
    const done = await run(claims, [], '--posts', join(dir, 'nowhere.jsonl'));
    expect([done.code, done.err]).toEqual([1, expect.stringContaining('nowhere.jsonl')]);
    await expect(run(claims, [], '--top', '0')).rejects.toThrow('a whole number from 1 to 1000');
  });
});
