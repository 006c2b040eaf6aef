import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lachanIn } from '../kit/command-line.js';

const HONEST = 'It learns source and style, not truth: never a ground for anything.';

describe('lachan train style and lachan classify', () => {
  let dir: string;
  const lachan = (args: string[], input?: string) => lachanIn(dir, args, {}, { input });
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'văn phong '));
    const lines = Array.from({ length: 40 }, (_, i) =>
      i % 2 ? `${i},"Sở Y tế: ghi nhận ${i * 3} ca, ""ổn định""",real` : `${i},TRỜI ƠI chia sẻ ngay kẻo xoá lần ${i}!!!,fake`,
    );
    mkdirSync(join(dir, 'constraint'));
    writeFileSync(join(dir, 'constraint', 'Constraint_Train.csv'), ['id,tweet,label', ...lines].join('\r\n'));
    writeFileSync(join(dir, 'constraint', 'Constraint_Val.csv'), 'id,tweet,label\n1,x,other\n');
    writeFileSync(
      join(dir, 'lines.jsonl'),
      lines
        .map((line, id) => JSON.stringify({ id, text: line.split(',').slice(1, -1).join(','), label: line.split(',').at(-1) }))
        .join('\n'),
    );
    expect(await lachan(['train', 'style', '--data', 'constraint', '--out', 'style.json'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining(HONEST),
    });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('the model says on what it was trained, by which command, how well it does and what it is not; the same seed gives the same bytes', async () => {
    const { card, note, labels } = JSON.parse(read('style.json')) as {
      card: { trained_on: string[]; figures: object };
      note: string;
      labels: string[];
    };
    expect([note, labels]).toEqual([HONEST, ['fake', 'real']]);
    expect(card).toEqual({
      trained_on: ['Constraint_Train.csv'], // of a folder the files that are named after training
      command: 'lachan train style --data constraint --folds 5 --seed 1',
      seed: 1,
      figures: expect.objectContaining({ 'posts fake': 20, 'posts real': 20, 'F1, cross-validated': 1 }),
    });
    await lachan(['train', 'style', '--data', 'constraint', '--out', 'again.json']);
    expect(read('again.json')).toBe(read('style.json'));
    const other = await lachan(['train', 'style', '--data', 'lines.jsonl', '--out', 'lines.json', '--json']);
    expect(other.json).toMatchObject({ note: HONEST, figures: { 'posts fake': 20 } });
  });
  test('classify writes a line for each post in their order, names broken lines and goes on', async () => {
    const posts =
      '\ufeff{"id": 7, "text": "TRỜI ƠI chia sẻ ngay!!!"}\r\n{"id": \r\n\r\n{"id": "b", "text": "Sở Y tế: ghi nhận 12 ca"}\n{"text": "không tên"}';
    writeFileSync(join(dir, 'posts.jsonl'), posts);
    const { code, json, err } = await lachan([
      'classify',
      '--model',
      'style.json',
      '--posts',
      'posts.jsonl',
      '--out',
      'said.jsonl',
      '--json',
    ]);
    expect([code, json]).toMatchObject([1, { posts: 2, broken: 2, 'labelled fake': 1, 'labelled real': 1, note: HONEST }]);
    expect(err).toMatch(/^posts\.jsonl:2: this line is not JSON.*\nposts\.jsonl:5: "id" must be a text or a number\n$/);
    const said = read('said.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { post: unknown; label: string; score: number });
    expect(said.map(({ post, label }) => [post, label])).toEqual([
      [7, 'fake'],
      ['b', 'real'],
    ]);
    for (const { score } of said) expect(score).toBeGreaterThan(0.5);
    const piped = await lachan(['classify', '--model', 'style.json', '--posts', '-', '--out', '-'], posts);
    expect([piped.out, piped.err.includes(HONEST)]).toEqual([read('said.jsonl'), true]);
  });
  test('classify --words shows what drives the model, with its card', async () => {
    const { code, out } = await lachan(['classify', '--model', 'style.json', '--words', '30']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Trained on Constraint_Train\.csv by: lachan train style --data constraint/)]);
    expect(out).toMatch(/Speaks for fake:\n(.*\n)*.* {2}in capitals/);
    expect(out.trim().split('\n').at(-1)).toBe(HONEST);
  });
  test.each([
    ['one.csv', 'text,label\na,x\nb,x\n', /one\.csv: two labels are needed, there are 1: x/],
    ['few.csv', 'text,label\na,x\nb,y\n', /few\.csv: 5 different posts of each label are needed/],
    ['head.csv', 'words,label\na,x\n', /head\.csv:1: the columns "text" \(or "tweet"\) and "label" are needed/],
    ['short.csv', 'text,label\n"a\nb",x\nc\n', /short\.csv:4: 2 columns are needed, there are 1/],
    ['no.jsonl', '{"text": "a", "label": " "}', /no\.jsonl:1: there is no label/],
  ])('what teaches nothing is refused: %s', async (name, text, says) => {
    writeFileSync(join(dir, name), text);
    const { code, err } = await lachan(['train', 'style', '--data', name, '--out', 'none.json']);
    expect([code > 0, err]).toEqual([true, expect.stringMatching(says)]);
  });
  test('no model of style comes with the house, and another model is refused', async () => {
    expect((await lachan(['classify', '--model', 'style', '--words', '3'])).err).toMatch(/^There is no file .*config\/style\.model\.json/);
    writeFileSync(join(dir, 'matcher.json'), '{"kind": "matcher"}');
    expect((await lachan(['classify', '--model', 'matcher.json', '--words', '3'])).err).toContain('this is no model of style');
    expect(await lachan(['classify', '--model', 'style.json'])).toMatchObject({
      code: 64,
      err: '--posts and --out are needed, or --words\n',
    });
  });
});
