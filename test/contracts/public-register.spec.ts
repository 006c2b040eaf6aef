import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Statistics } from '../../src/publication/statistics.view.js';
import type { RegisterPage } from '../../src/publication/register.view.js';
import { statisticsTable } from '../../src/publication/statistics-table.js';
import { openOffice, type Office } from '../kit/office.js';
import { openMailServer } from './enforcement-setup.js';
import { append, publish, Story } from './public-log-setup.js';

const dictionary = parse(readFileSync(join(import.meta.dirname, '..', '..', 'config', 'open-data.yaml'), 'utf8')) as Record<string, object>;
const PAGES = ['/statistics', '/register', '/open-data'];
const shown = (html: string): string =>
  html
    .replace(/<style[^]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('what the public reads of acts and figures', () => {
  let office: Office;
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  let story: Story;
  let acts: Awaited<ReturnType<Story['everything']>>;
  const get = async (path: string) => {
    const { status, body, headers } = await office.guest().call('GET', path);
    return { status, text: body.text as string, headers };
  };
  const register = async (query = '') => (await office.guest().call('GET', `/api/register${query}`)).body as unknown as RegisterPage;
  beforeAll(async () => {
    mail = await openMailServer();
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', SMTP_URL: mail.url });
  }, 60_000);
  afterAll(async () => {
    await office.close();
    await mail.close();
    delete process.env.SMTP_URL;
  });

  test('says on every page that nothing is published yet', async () => {
    for (const path of PAGES) {
      const { status, text } = await get(`${path}?lang=vi`);
      expect([path, status, shown(text).includes('Chưa có gì được công bố.')]).toEqual([path, 200, true]);
    }
    expect(await register()).toEqual({ asOf: 0, items: [], nextAfter: null });
    story = await Story.open(office);
    acts = await story.everything();
  }, 120_000);
  test('is a register in which each act stands as it is now, what was taken back included', async () => {
    const { asOf, items } = await register();
    const of = (act: string) => items.find((i) => i.act === act);
    expect(asOf).toBe(((await office.guest().call('GET', '/api/statistics')).body as unknown as Statistics).asOf.seq);
    expect(items.map((i) => i.seq)).toEqual(items.map((i) => i.seq).sort((a, b) => b - a));
    expect(of(acts.one)).toMatchObject({
      kind: 'takedown',
      platform: 'mang',
      topic: 'y-te',
      basis: 'nd147-24h',
      asked: 2,
      removed: 1,
      outcome: 'partly-removed',
    });
    expect(of(acts.taken)).toMatchObject({ kind: 'takedown', outcome: 'withdrawn' });
    expect([acts.correction, acts.edited, acts.gone].map((id) => of(id)?.outcome)).toEqual(['published', 'changed', 'withdrawn']);
    expect(items).toHaveLength(5);
    const page = shown((await get('/register?lang=en')).text);
    for (const says of ['Partly removed', '1 of 2 links verified removed', 'Withdrawn', 'Changed', 'Health']) expect(page).toContain(says);
  });
  test('is a register that can be filtered and paged without a gap or a repetition', async () => {
    expect((await register('?kind=correction&outcome=withdrawn')).items.map((i) => i.act)).toEqual([acts.gone]);
    const [{ day }] = (await register()).items;
    expect((await register(`?month=${day.slice(0, 7)}&topic=y-te`)).items.length).toBeGreaterThan(0);
    expect((await register('?month=2001-01')).items).toEqual([]);
    expect((await office.guest().call('GET', '/api/register?kind=%27')).status).toBe(400);
    expect((await get('/register?kind=&platform=&topic=&outcome=&month=')).status).toBe(200);
    const [first, rest] = [await register('?limit=2'), await register()];
    const second = await register(`?limit=2&after=${first.nextAfter}`);
    expect([...first.items, ...second.items]).toEqual(rest.items.slice(0, 4));
  });
  test('is CSV whose every column stands in the data dictionary, and on its page', async () => {
    const open = (await get('/open-data?lang=en')).text;
    for (const [path, group] of [
      ['/register.csv', 'register'],
      ['/statistics.csv', 'statistics'],
    ]) {
      const { text, headers } = await get(path);
      expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const columns = text.split('\r\n')[0].split(',');
      expect([...columns].sort()).toEqual(Object.keys(dictionary[group]).sort());
      for (const column of columns) expect(open).toContain(`<code>${column}</code>`);
      expect(text.trim().split('\r\n').length).toBeGreaterThan(4);
    }
    expect(Object.keys((await register()).items[0]).sort()).toEqual(Object.keys(dictionary.register).sort());
    const { headers } = await get('/register.csv?limit=2&kind=correction');
    expect(headers.get('link')).toMatch(/^<\/register\.csv\?kind=correction&limit=2&after=\d+>; rel="next"$/);
  });
  test('is a page of figures by month and in all, with each reversal on a line of its own', async () => {
    const all = shown((await get('/statistics?lang=en')).text);
    expect(all).toMatch(/Takedown requests sent 2 /);
    expect(all).toMatch(/Takedown requests withdrawn after sending · takes back: Takedown requests sent 1 /);
    expect(all).toMatch(/Hours from asking to verified removal \(median\) 50/);
    const { lines } = (await office.guest().call('GET', '/api/statistics')).body as unknown as { lines: { month: string }[] };
    const month = lines.map((l) => l.month).find((m) => m !== 'all')!;
    const one = (await get(`/statistics?month=${month}&lang=vi`)).text;
    expect(one).toContain(`<option value="${month}" selected=""`);
    expect(shown((await get('/statistics?month=2001-01&lang=en')).text)).toMatch(/Takedown requests sent 0 /);
    expect((await get('/statistics?month=2001-13')).status).toBe(400);
  });
  test('hides small cells of what only the office parts hold, in the answer and on the page', async () => {
    const { breakdowns } = (await office.guest().call('GET', '/api/statistics')).body as unknown as {
      breakdowns: { count: number | null }[];
    };
    expect(breakdowns.length).toBeGreaterThan(0);
    for (const { count } of breakdowns) expect(count === null || count === 0 || count >= statisticsTable.smallest_cell).toBe(true);
    expect(shown((await get('/statistics?lang=en')).text)).toMatch(/In more detail .*hidden/);
  });
  test('stays within the month of the office’s zone, and grows as the log does', async () => {
    const count = async () =>
      (
        (await office.guest().call('GET', '/api/statistics')).body as unknown as {
          lines: { figure: string; month: string; count: number }[];
        }
      ).lines
        .filter((l) => l.figure === 'cases-fallen' && l.month === 'all')
        .reduce((n, l) => n + l.count, 0);
    const before = await count();
    await append(office, { type: 'case.fell', v: 1, public: {}, office: { caseId: 'c', proposalId: 'p' } });
    expect(await count()).toBe(before);
    await publish(office);
    expect(await count()).toBe(before + 1);
  });
  test('needs no scripts, and can be kept by caches by language', async () => {
    for (const path of PAGES) {
      const { text, headers } = await get(path);
      expect([path, text.match(/<script/g), headers.get('cache-control'), headers.get('vary')]).toEqual([
        path,
        null,
        'public, max-age=60',
        expect.stringMatching(/Accept-Language.*Cookie/),
      ]);
      expect(text).toContain('<meta name="viewport"');
    }
    expect((await get('/')).text).toContain('href="/statistics"');
  });
  test('shows the commands by which anybody verifies it, for this office', async () => {
    expect((await get('/open-data')).text).toMatch(
      /npx lachan public download http:\/\/localhost:\d+ \.\/log<[^]*npx lachan public verify \.\/log --against http/,
    );
  });
});
