import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cell, csv } from '../web/src/parts/csv.js';
import { fill } from '../web/src/text/fill.js';
import { fieldOf, momentOf, stampOf } from '../web/src/parts/zone-time.js';

describe('a table that leaves the console', () => {
  test('holds no formula: what begins like one is text, also behind blanks', () => {
    expect(['=1+1', '+84', '-2', '@SUM(A1)', ' =1', '\tx', 'https://a/=b', 'a-b'].map((v) => cell(v))).toEqual([
      "'=1+1",
      "'+84",
      "'-2",
      "'@SUM(A1)",
      "' =1",
      "'\tx",
      'https://a/=b',
      'a-b',
    ]);
    expect(cell('=HYPERLINK("http://x","y")')).toBe(`"'=HYPERLINK(""http://x"",""y"")"`);
  });
  test('keeps numbers as numbers, and commas, quotes and lines inside their cell', () => {
    expect(
      csv(
        [
          ['a', (line) => line.a],
          ['b, "c"\nd', (line) => line.b],
        ],
        [
          { a: -3, b: null },
          { a: undefined, b: '0\n' },
        ],
      ),
    ).toBe('\uFEFFa,"b, ""c""\nd"\r\n-3,\r\n,"0\n"\r\n');
  });
  test('says of each moment on which clock it was read', () => {
    expect(stampOf('2026-11-25T17:03:22.500Z', 'Asia/Ho_Chi_Minh')).toBe('2026-11-26T00:03:22+07:00');
    expect(stampOf('2026-07-01T00:00:00Z', 'America/St_Johns')).toBe('2026-06-30T21:30:00-02:30');
    expect(stampOf('2026-11-25T17:03:22Z', 'UTC')).toBe('2026-11-25T17:03:22+00:00');
  });
});

describe('a text of the console', () => {
  test('says one post and two posts', () => {
    const text = '{n} {n|post|posts} of {name}';
    expect([1, '1', 0, 2].map((n) => fill(text, { n, name: 'An' }))).toEqual([
      '1 post of An',
      '1 post of An',
      '0 posts of An',
      '2 posts of An',
    ]);
  });
  test('counts no English thing in the plural alone', () => {
    const texts = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'web', 'texts', 'en.json'), 'utf8')) as Record<string, string>;
    const begins = (text: string) =>
      /(?:^|[.(;:] |^Of |^Show |^Hide |^Show all )\{(n|times|reports|posts)\} (?!more |older |earlier )[a-z]+s\b/.test(text);
    expect(Object.entries(texts).filter(([, text]) => begins(text) || /^\{n\} (?:more|older|earlier) [a-z]+s\b/.test(text))).toEqual([]);
  });
});

describe('what opens without the texts of the desks', () => {
  const source = join(import.meta.dirname, '..', 'web', 'src');
  const [first, desks] = ['vi.json', 'vi.desks.json'].map(
    (name) => JSON.parse(readFileSync(join(source, '..', 'texts', name), 'utf8')) as Record<string, string>,
  );
  /** The files that come with these, by their static imports. */
  const reached = (entries: string[]): string[] => {
    const found = new Set<string>();
    for (const todo = [...entries]; todo.length > 0;) {
      const file = todo.pop()!;
      if (found.has(file)) continue;
      found.add(file);
      for (const [, path] of readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type)[^;]*?from '(\.[^']+)\.js';/gm))
        todo.push(...['.ts', '.tsx'].map((ending) => join(file, '..', path + ending)).filter((f) => existsSync(f)));
    }
    return [...found];
  };
  test('says nothing that only the desks bring', () => {
    const files = reached([join(source, 'main.tsx'), join(source, 'rooms/triage/triage.tsx')]);
    expect(files.length).toBeGreaterThan(50);
    const said = files.flatMap((f) => [...readFileSync(f, 'utf8').matchAll(/'([a-z]+(?:\.[A-Za-z-]+)+)'/g)].map(([, key]) => key));
    expect(said.filter((key) => key in first).length).toBeGreaterThan(100);
    expect([...new Set(said.filter((key) => key in desks))]).toEqual([]);
  });
});

describe('a moment typed into a form', () => {
  test('is one of the office clock, wherever the browser stands', () => {
    expect(momentOf('2026-11-25T14:00', 'Asia/Ho_Chi_Minh')).toBe('2026-11-25T07:00:00.000Z');
    expect(momentOf('2026-07-01T00:30', 'Europe/Berlin')).toBe('2026-06-30T22:30:00.000Z');
    expect(fieldOf(Date.parse('2026-11-25T07:00:00Z'), 'Asia/Ho_Chi_Minh')).toBe('2026-11-25T14:00');
  });
});

describe('a password', () => {
  test('is typed where its eye speaks the language of the reader', () => {
    const source = join(import.meta.dirname, '..', 'web/src');
    const bare = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.tsx'))
      .filter((f) => /<PasswordInput\b/.test(readFileSync(join(source, f), 'utf8')));
    expect(bare).toEqual([join('parts', 'password-field.tsx')]);
  });
});

describe('the styles of the component library', () => {
  test('are loaded for each component that the console uses', () => {
    const root = join(import.meta.dirname, '..');
    const files = readdirSync(join(root, 'web/src'), { recursive: true, encoding: 'utf8' });
    const sheet = ['mantine.css', 'parts/desks.css'].map((f) => readFileSync(join(root, 'web/src', f), 'utf8')).join('');
    const sources = files.filter((f) => f.endsWith('.tsx'));
    const used = sources.flatMap((f) =>
      [...readFileSync(join(root, 'web/src', f), 'utf8').matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names]) =>
        names.split(',').map((n) => n.trim()),
      ),
    );
    const styled = [...new Set(used)].filter((n) => existsSync(join(root, `node_modules/@mantine/core/styles/${n}.css`)));
    expect(styled.length).toBeGreaterThan(10);
    expect(styled.filter((n) => !sheet.includes(`/${n}.css`))).toEqual([]);
  });
});

describe('a long text', () => {
  const root = join(import.meta.dirname, '..', 'web/src');
  const source = (file: string) => readFileSync(join(root, file), 'utf8');
  test('stands open where a person decides about it', () => {
    for (const file of ['rooms/claims/claim-content.tsx', 'rooms/claims/propose-retirement.tsx']) {
      expect([file, source(file).match(/<ClaimTruth [^>]*/g)]).toEqual([file, [expect.stringMatching(/ whole /)]]);
      expect(source(file)).not.toContain('<Long');
    }
  });
  test('of a violation record is folded where it is read only', () => {
    const shown = (file: string) =>
      source(file)
        .match(/<RecordText [^>]*/g)
        ?.map((tag) => tag.includes('said={folded}'));
    expect([shown('rooms/violation.tsx'), shown('rooms/penalties/record-next.tsx'), shown('rooms/penalty-new.tsx')]).toEqual([
      [true],
      [false],
      [false],
    ]);
  });
  test('is quoted within its fold, so that its marks stand at its first and last letter', () => {
    const outside = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((f) => f.endsWith('.tsx'))
      .filter((f) => /<q\b[^>]*>\s*<Long/.test(source(f)));
    expect(outside).toEqual([]);
  });
  test('takes no room from the button beside it', () => {
    expect(source('parts/desks.css')).toMatch(/\.lacks :is\(svg, button\) \{\s*flex: none;/);
  });
});
