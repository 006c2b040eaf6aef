import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPublic } from '../../src/cli/public-verify.js';
import { Db } from '../../src/core/database/db.js';
import { outcomeOf } from '../../src/publication/figures/acts.js';
import { KeepStatistics } from '../../src/publication/index.js';
import type { RegisterPage } from '../../src/publication/register.view.js';
import type { Statistics } from '../../src/publication/statistics.view.js';
import { lachanIn } from '../kit/command-line.js';
import type { Office } from '../kit/office.js';
import { PenaltyDesk } from './penalties-setup.js';
import { publish } from './public-log-setup.js';

const FINE = 12_500_000;
const PROVISION = 'ND174-2026:95.1.a';
const FACTS = 'Đăng tin uống nước muối';
const SAID_OF_PEOPLE = ['Nguyễn Văn Thử', 'Trần Thị Có Mặt', FACTS, 'Khiếu nại đúng'];
const EVENTS = ['signed', 'numbered', 'served', 'paid', 'annulled', 'refunded'];

describe('what the public reads of penalties', () => {
  let office: Office;
  let desk: PenaltyDesk;
  let refunded: { id: string; act: string };
  let rewritten: { id: string; act: string };
  let never: { id: string; act: string };
  let warned: { id: string; act: string };
  const dir = mkdtempSync(join(tmpdir(), 'lachan-penalties-'));
  const log = join(dir, 'log');
  const ok = ({ status, body }: { status: number; body: object }): string => {
    if (status >= 300) throw new Error(`answered ${status} ${JSON.stringify(body)}`);
    return (body as { id: string }).id;
  };
  const named = async ({ id }: { id: string }) => {
    const [told] = (await desk.told(id, 'penalty.signed')) as { act: string }[];
    return { id, act: told.act };
  };
  const annul = async (id: string) => {
    const annulment = ok(await desk.act(id, 'annulment', { ground: 'error', reason: 'Sai đối tượng: không phải người đăng' }, desk.other));
    ok(await desk.sign(annulment, desk.second));
    ok(await desk.number(annulment));
  };
  const get = async (path: string) => (await office.guest().call('GET', path)).body;
  const text = async (path: string): Promise<string> => (await fetch(office.base + path)).text();
  const register = async (query = '') => ((await get(`/api/register${query}`)) as unknown as RegisterPage).items;
  const figures = async (name: string) =>
    ((await get('/api/statistics')) as unknown as Statistics).lines.filter((l) => l.figure === name && l.month === 'all');

  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
    const paid = await desk.served();
    ok(await desk.pay(paid.id, FINE, '2026-09-14'));
    await annul(paid.id);
    ok(await desk.act(paid.id, 'refund', { receipt: 'HT-1', on: '2026-09-14' }));
    const edited = await desk.signed({}, { subject: { kind: 'organisation', age: null } }, 'organisation');
    ok(await desk.change(edited.id, { ground: 'Viết lại cho rõ hơn' }));
    ok(await desk.sign(edited.id));
    ok(await desk.number(edited.id));
    const stopped = await desk.signed();
    await annul(stopped.id);
    const young = await desk.signed({ end: 'warning' }, { subject: { kind: 'individual', age: 15 } });
    await desk.drafted();
    [refunded, rewritten, never, warned] = await Promise.all([paid, edited, stopped, young].map(named));
    await publish(office);
  }, 120_000);
  afterAll(async () => {
    await office.close();
    rmSync(dir, { recursive: true });
  });

  test('is one random id from signing to refund, which nothing else of the house knows and the app cannot change', async () => {
    for (const event of EVENTS) {
      const told = (await desk.told(refunded.id, `penalty.${event}`)) as { act: string }[];
      expect([event, told.map((t) => t.act)]).toEqual([event, [refunded.act]]);
    }
    expect(new Set([refunded, rewritten, never, warned].flatMap(({ id, act }) => [id, act])).size).toBe(8);
    const changed = office.app.get(Db).tx((tx) => tx.query('UPDATE enforcement.penalties SET act = gen_random_uuid()'));
    await expect(changed).rejects.toMatchObject({ code: '42501' });
  });
  test('is a register of decisions as they stand after reversals; a draft is not in it', async () => {
    const items = await register('?kind=penalty');
    const fine = { end: 'fine', provision: PROVISION, topic: 'y-te', platform: 'none', day: '2026-09-14', changedDay: '2026-09-14' };
    expect(items).toHaveLength(4);
    expect(items.find((i) => i.act === refunded.act)).toMatchObject({ ...fine, subject: 'individual', amount: FINE, outcome: 'refunded' });
    expect(items.find((i) => i.act === rewritten.act)).toMatchObject({
      ...fine,
      subject: 'organisation',
      amount: 2 * FINE,
      outcome: 'issued',
    });
    expect(items.find((i) => i.act === never.act)).toMatchObject({ ...fine, amount: FINE, outcome: 'annulled' });
    expect(items.find((i) => i.act === warned.act)).toMatchObject({ end: 'warning', amount: null, outcome: 'signed' });
    expect((await register('?kind=penalty&outcome=issued')).map((i) => i.act)).toEqual([rewritten.act]);
    const pages = [await text('/register?lang=vi'), await text('/register?lang=en')];
    expect(pages[0]).toContain('Phạt tiền · 12.500.000 đồng · Cá nhân · điểm a khoản 1 Điều 95');
    expect(pages[1]).toMatch(/Fine · VND 25,000,000 · Organisation · Article 95\(1\)\(a\) of/);
    expect(pages[1]).toContain('Annulled, money given back');
    const rows = (await text('/register.csv?kind=penalty')).trim().split('\r\n');
    expect(rows.find((row) => row.includes(refunded.act))).toContain(`,fine,${PROVISION},individual,${FINE},refunded,`);
  });
  test('counts decisions by end, provision and subject, and money; what was taken back stays counted and has a line of its own', async () => {
    const by = { end: 'fine', provision: PROVISION, subject: 'individual', topic: 'y-te' };
    const money = { provision: PROVISION, subject: 'individual', topic: 'y-te' };
    const organisation = { subject: 'organisation' };
    const line = (of: Record<string, string>, count: number, sum: number | null = null) => expect.objectContaining({ by: of, count, sum });
    expect(await figures('penalties-signed')).toEqual([
      line(by, 2),
      line({ ...by, ...organisation }, 2),
      line({ ...by, end: 'warning' }, 1),
    ]);
    expect(await figures('penalties-voided')).toEqual([line({ ...by, ...organisation }, 1)]);
    expect(await figures('penalties-issued')).toEqual([line(by, 1), line({ ...by, ...organisation }, 1)]);
    for (const name of ['penalties-served', 'penalties-paid', 'penalties-annulled', 'penalties-not-issued', 'penalties-refunded'])
      expect([name, await figures(name)]).toEqual([name, [line(by, 1)]]);
    expect(await figures('fines-issued')).toEqual([line(money, 1, FINE), line({ ...money, ...organisation }, 1, 2 * FINE)]);
    for (const name of ['fines-paid', 'fines-annulled', 'fines-refunded'])
      expect([name, await figures(name)]).toEqual([name, [line(money, 1, FINE)]]);
    const page = (await text('/statistics?lang=en')).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(page).toContain('Fines annulled (VND) · takes back: Fines issued (VND) 12,500,000');
    for (const title of ['by how they ended', 'by provision', 'by whom they concern']) expect(page).toContain(`Penalty decisions ${title}`);
  });
  test('is recounted by an outsider to the same figures and the same register, and by the house without a difference', async () => {
    expect((await lachanIn(dir, ['public', 'download', office.base, log])).code).toBe(0);
    const told = await lachanIn(dir, ['public', 'verify', log, '--against', office.base, '--json']);
    expect(told.json).toMatchObject({ holds: true, differ: [] });
    const { acts, statistics } = await verifyPublic(log);
    expect(statistics.filter((l) => /^(penalties|fines)-/.test(l.figure)).length).toBeGreaterThan(20);
    const counted = [...acts.values()].map(({ items, ...act }) => {
      const { state: outcome, removed } = outcomeOf({ ...act, items });
      const { state: _, ...shown } = act;
      return { ...shown, outcome, removed };
    });
    expect(counted.sort((a, b) => b.seq - a.seq)).toEqual(await register());
    expect(await office.app.get(KeepStatistics).recount()).toMatchObject({ differed: 0 });
  });
  test('names nobody: neither the accused nor those present stand in any page, file or answer', async () => {
    const pages = ['/register', '/statistics', '/open-data'].flatMap((path) => [`${path}?lang=vi`, `${path}?lang=en`]);
    const files = [
      '/register.csv',
      '/api/register',
      '/statistics.csv',
      '/api/statistics',
      '/public-log/000001.jsonl',
      '/public-log/heads.jsonl',
    ];
    const [{ accused, facts }] = await office.database.owner<{ accused: number; facts: number }>(
      `SELECT (SELECT count(*)::int FROM cases.parties WHERE role = 'accused') AS accused,
         (SELECT count(*)::int FROM enforcement.violation_contents WHERE content::text LIKE '%' || $1 || '%') AS facts`,
      [FACTS],
    );
    expect([accused, facts]).toEqual([5, 5]);
    for (const path of [...pages, ...files]) {
      const said = await text(path);
      expect([path, said.length > 100, SAID_OF_PEOPLE.filter((secret) => said.includes(secret))]).toEqual([path, true, []]);
      for (const { id } of [refunded, rewritten, never, warned]) expect([path, said.includes(id)]).toEqual([path, false]);
    }
  });
});
