import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { StatisticLine } from '../../src/publication/figures/statistics.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { Db } from '../../src/core/database/db.js';
import { RunningClocksView } from '../../src/enforcement/index.js';
import { judgedPost } from './cases-setup.js';
import { moveClock, openMailServer } from './enforcement-setup.js';
import { followed, linesOf, overviewOf, reported, type Overview, type Waiting } from './overview-setup.js';
import { PenaltyDesk } from './penalties-setup.js';
import { publish, Story } from './public-log-setup.js';

const count = (figures: Waiting[]) => Object.fromEntries(figures.map((f) => [f.name, f.count]));
const waiting = (o: Overview, name: string) => [...o.waits, ...o.late].find((f) => f.name === name)!;

describe('the overview of an office that has just opened', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  }, 60_000);
  afterAll(() => office.close());

  test('says nothing rises, nothing waits and nothing was done, and every list behind it is empty', async () => {
    const chief = await office.as('chief');
    const { rises, waits, late, done } = await overviewOf(chief);
    expect([rises, [...waits, ...late].filter((w) => w.count > 0), done.filter((d) => d.now !== 0)]).toEqual([[], [], []]);
    expect((await followed(chief)).filter((f) => f.list !== 0)).toEqual([]);
  });
  test('leads in the console to the same filter as in the API', async () => {
    const { waits, late } = await overviewOf(await office.as('chief'));
    const narrowed = (address: string) => {
      const { searchParams } = new URL(address, office.base);
      searchParams.delete('view');
      searchParams.sort();
      return searchParams.toString();
    };
    for (const w of [...waits, ...late]) expect([w.name, narrowed(w.page)]).toEqual([w.name, narrowed(w.list)]);
  });
  test('has no list of another name', async () => {
    const chief = await office.as('chief');
    expect((await chief.call('GET', '/api/overview/lists/people')).status).toBe(404);
    expect((await chief.call('GET', '/api/overview/lists/toString')).status).toBe(404);
  });
});

describe('the overview of an office at work', () => {
  let office: Office;
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  let [chief, auditor]: Caller[] = [];
  let story: Story;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    mail = await openMailServer();
    office = await openOffice({ SMTP_URL: mail.url, LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    desk = await PenaltyDesk.open(office);
    story = await Story.open(office);
    [chief, auditor] = [await office.as('chief'), await office.as('auditor')];
    await story.everything();
    const fine = await desk.served();
    await desk.pay(fine.id, (await desk.decision(fine.id)).amount!, await desk.day());
    await publish(office);
  }, 120_000);
  afterAll(async () => {
    await office.close();
    await mail.close();
  });

  test('counts what was done as the public figures do', async () => {
    const { done, period } = await overviewOf(chief);
    const { lines } = (await office.guest().call('GET', '/api/statistics')).body as unknown as { lines: StatisticLine[] };
    const published = (figure: string) =>
      lines.filter((l) => l.figure === figure && l.month === 'all').reduce((n, l) => n + (l.sum ?? l.count), 0);
    const ours = Object.fromEntries(done.map((d) => [d.figure, d.now]));
    expect(ours).toEqual(Object.fromEntries(done.map((d) => [d.figure, published(d.figure)])));
    expect(ours).toMatchObject({ 'reports-received': 2, 'takedowns-sent': 2, 'links-removed': 1, 'penalties-issued': 1 });
    expect(ours['fines-issued']).toBe((await desk.decision((await linesOf(chief, '/api/penalties'))[0].id)).amount);
    expect(period.days).toBe(7);
  });
  test('sets the period beside as many days before: what is older than both is in neither', async () => {
    const before = await overviewOf(chief);
    await moveClock(office, 7 * 24);
    const after = await overviewOf(chief);
    const figure = (o: Overview, name: string) => o.done.find((d) => d.figure === name)!;
    expect(figure(after, 'reports-received')).toMatchObject({ now: 0, before: 2, difference: -2, percent: null });
    expect(after.period.before.to < after.period.from && after.period.before.from > before.period.before.from).toBe(true);
    await moveClock(office, 14 * 24);
    expect(figure(await overviewOf(chief), 'reports-received')).toMatchObject({ now: 0, before: 0 });
  });
  test('counts each desk’s waiting work, since when the oldest waits, and how many wait too long', async () => {
    const earlier = await overviewOf(chief);
    const before = count(earlier.waits);
    const sql = office.database.owner.bind(office.database);
    await reported(office, { topic: null, reports: 1, daysAgo: 5 });
    const ready = await judgedPost(office, story.inspector.staffId);
    await sql('INSERT INTO cases.case_proposals (post_id, judgement_id, item_id) VALUES ($1, $2, $3)', [
      ready.postId,
      ready.judgementId,
      ready.itemId,
    ]);
    await sql(`INSERT INTO crawl.captures (id, post_id, address_id, url, reason) VALUES ($1, $2, $3, $4, 'second-look')`, [
      randomUUID(),
      ready.postId,
      ready.addressId,
      ready.url,
    ]);
    const { caseId } = await story.confirmed({ title: 'Vụ', reason: 'đủ' });
    const version = async () =>
      ((await story.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
    await story.inspector.call('POST', `/api/cases/${caseId}/falls`, { reason: 'chứng cứ chưa đủ', version: await version() });
    await story.inspector.call('POST', '/api/claims', {
      topic: 'y-te',
      harm: 'low',
      wordings: [{ language: 'vi', text: 'Tỏi chữa bách bệnh' }],
      truth: 'Không đúng',
      sources: [{ title: 'Thông báo', url: 'https://soyte.example/2', date: '2026-01-01' }],
      falseFrom: '2026-01-01',
    });
    await story.corrections.draft();
    await desk.drafted();
    await desk.issued();
    await desk.drawn();
    const o = await overviewOf(chief);
    const grown = Object.fromEntries(Object.entries(count(o.waits)).map(([name, n]) => [name, n - before[name]]));
    expect(grown).toMatchObject({
      triage: 1,
      'case-proposals': 1,
      looks: 1,
      captures: 0,
      falls: 1,
      claims: 1,
      'corrections-to-approve': 1,
      'decisions-to-sign': 1,
      'decisions-to-serve': 1,
      'decisions-to-number': 0,
      'records-to-decide': 1,
      'identity-requests': 0,
    });
    expect(waiting(o, 'triage').tooLong - waiting(earlier, 'triage').tooLong).toBe(1);
    expect(waiting(o, 'looks')).toMatchObject({ tooLong: 0, more: false });
    const [{ since }] = await sql<{ since: Date }>(`SELECT min(received_at) AS since FROM classify.triage_items WHERE state = 'waiting'`);
    expect(waiting(o, 'triage').since).toBe(since.toISOString());
  });
  test('shows what is late, and legal times before they end', async () => {
    const sql = office.database.owner.bind(office.database);
    const { caseId } = await story.confirmed({ title: 'Vụ trễ', reason: 'đủ' });
    await sql(
      `INSERT INTO cases.deadlines (id, case_id, what, due_at, set_by) VALUES ($1, $2, 'Trả lời', core.office_now() - interval '1 hour', $3)`,
      [randomUUID(), caseId, story.inspector.staffId],
    );
    const { recordId } = await desk.drawn();
    await desk.confirmRight(recordId, true);
    const sent = await story.sent(1);
    await sql(`UPDATE enforcement.items SET overdue = true WHERE takedown_id = $1`, [sent.id]);
    for (const handler of ['CaptureHandler', 'CaptureHandler', 'SendQueued'])
      await sql(
        `INSERT INTO core.deliveries (event_id, handler, lane, state) SELECT e.id, $1, 'quick', 'dead' FROM core.events e
         WHERE NOT EXISTS (SELECT 1 FROM core.deliveries d WHERE d.event_id = e.id AND d.handler = $1) ORDER BY e.position LIMIT 1`,
        [handler],
      );
    const o = await overviewOf(chief);
    // beside it the link of a withdrawal that no platform answered for two weeks
    expect(count(o.late)).toMatchObject({ 'case-deadlines': 1, 'links-overdue': 2 });
    expect(o.late.filter((l) => l.name === 'gave-up').map((l) => [l.count, l.label!.en])).toEqual([
      [2, '2 ordered captures not made'],
      [1, '1 requests or withdrawals not sent'],
    ]);
    const ending = async (name: string) => (await linesOf(chief, `/api/overview/lists/${name}`)).map((l) => [l.id, l.lastDay as string]);
    const { windows } = await desk.record(recordId);
    expect(await ending('decision-ending')).not.toContainEqual([recordId, windows!.decideUntil]);
    await desk.today(`${windows!.decideUntil}T02:00:00Z`);
    expect(await ending('decision-ending')).toContainEqual([recordId, windows!.decideUntil]);
    expect(await ending('limitation-ending')).toEqual([]);
    await desk.today('2027-09-01T02:00:00Z');
    expect((await ending('limitation-ending')).map(([id]) => id)).toContain(recordId);
  });
  test('shows the accused’s time to explain before it ends, and not once it was used', async () => {
    const act = { started: '2027-08-30', discovered: '2027-08-31' };
    const { recordId } = await desk.drawn({ act, subject: { kind: 'organisation' } }, 'organisation');
    const names = async () => (await linesOf(chief, '/api/overview/lists/explanation-ending')).map((l) => l.id);
    expect(await names()).not.toContain(recordId);
    const { windows } = await desk.record(recordId);
    await desk.today(`${windows!.explainUntil}T02:00:00Z`);
    expect(await names()).toContain(recordId);
    await desk.confirmRight(recordId, true);
    await desk.explain(recordId, 'waived', await desk.day());
    expect(await names()).not.toContain(recordId);
  });
  test('tells of what more is said than before, in numbers, and in percent only where they are not small', async () => {
    await reported(office, { topic: 'dien', platform: 'zalo', reports: 2, daysAgo: 8 });
    await reported(office, { topic: 'dien', platform: 'zalo', reports: 3 });
    await reported(office, { topic: 'dien', platform: 'zalo', reports: 4 });
    await reported(office, { topic: 'nuoc-sach', reports: 20, daysAgo: 9 });
    await reported(office, { topic: 'nuoc-sach', reports: 30 });
    await reported(office, { topic: 'lua-dao', reports: 5, daysAgo: 8 });
    await reported(office, { topic: 'lua-dao', reports: 1 });
    const { rises } = await overviewOf(chief);
    const rise = (kind: string, key: string) => rises.find((r) => r.kind === kind && r.key === key);
    expect(rise('topic', 'dien')).toMatchObject({
      reports: { now: 7, before: 2, difference: 5, percent: null },
      posts: { now: 2, before: 1, difference: 1, percent: null },
    });
    expect(rise('topic', 'nuoc-sach')!.reports).toMatchObject({ now: 30, before: 20, percent: 50 });
    expect(rise('platform', 'zalo')!.reports).toMatchObject({ now: 7, before: 2 });
    expect(rise('topic', 'lua-dao')).toBeUndefined();
  });
  test('tells a claim by what posts surely say, not by what was rejected', async () => {
    const [{ id, version }] = await office.database.owner<{ id: string; version: string }>(
      `SELECT id, current_version_id AS version FROM classify.claims WHERE state = 'approved' LIMIT 1`,
    );
    const match = async (strength: string, decision: string | null) => {
      const { itemId } = await reported(office, { topic: 'y-te', reports: 2 });
      await office.database.owner(
        `INSERT INTO classify.matches (item_id, claim_id, version_id, text_sha256, score, strength, stance, reasons, spans, model, decision) VALUES ($1, $2, $3, repeat('a', 64), 0.9, $4, '{}', '[]', '[]', 'm', $5)`,
        [itemId, id, version, strength, decision],
      );
    };
    await match('strong', null);
    await match('suggest', 'confirmed');
    await match('suggest', null);
    await match('strong', 'rejected');
    const rise = (await overviewOf(chief)).rises.find((r) => r.kind === 'claim' && r.key === id)!;
    expect(rise).toMatchObject({ label: expect.stringMatching(/./), reports: { now: 4 }, posts: { now: 2 } });
  });
  test('has a list behind every figure that holds exactly as many records, for the chief and for the auditor', async () => {
    for (const who of [chief, auditor]) {
      const all = await followed(who);
      expect(all.filter((f) => f.figure !== f.list)).toEqual([]);
      expect(all.filter((f) => f.figure > 0).length).toBeGreaterThan(20);
    }
  });
  test('reads the legal times of every open record, however few it reads at a time', async () => {
    const clocks = office.app.get(RunningClocksView, { strict: false });
    const ending = (atATime: number) =>
      office.app.get(Db).read((tx) => clocks.ending(tx, chief, { explanation: 400, decision: 400, limitation: 4000 }, atATime));
    const all = await ending(500);
    expect(all.length).toBeGreaterThan(3);
    for (const few of [1, 2, all.length]) expect(await ending(few)).toEqual(all);
  });
  test('neither counts nor lists for a chief what they are barred from, where something waits', async () => {
    const barred = await office.as('chief');
    const { caseId } = await story.confirmed({ title: 'Vụ có lãnh đạo', reason: 'đủ' });
    const version = async () =>
      ((await story.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
    await story.inspector.call('POST', `/api/cases/${caseId}/falls`, { reason: 'chứng cứ chưa đủ', version: await version() });
    const falls = async (who: Caller) => waiting(await overviewOf(who), 'falls').count;
    const all = await falls(chief);
    expect(await falls(barred)).toBe(all);
    await story.inspector.call('POST', `/api/cases/${caseId}/parties`, {
      kind: 'person',
      role: 'accused',
      name: 'Người liên quan',
      staffId: barred.staffId,
    });
    expect([await falls(barred), await falls(chief)]).toEqual([all - 1, all]);
    expect((await linesOf(barred, '/api/overview/lists/falls')).length).toBe(all - 1);
    expect((await followed(barred)).filter((f) => f.figure !== f.list)).toEqual([]);
    const open = new Map((await followed(chief)).map((f) => [f.name, f.figure]));
    const fewer = (await followed(barred)).filter((f) => f.figure < (open.get(f.name) ?? 0)).map((f) => f.name);
    expect(fewer).toEqual(expect.arrayContaining(['falls', 'cases-opened', 'cases-confirmed']));
  });
  test('tells of work that gave up, and what went wrong with it, only to whoever may know what it was about', async () => {
    const barred = await office.as('chief');
    const { caseId } = await story.confirmed({ title: 'Vụ có lãnh đạo', reason: 'đủ' });
    await story.inspector.call('POST', `/api/cases/${caseId}/parties`, {
      kind: 'person',
      role: 'accused',
      name: 'Người',
      staffId: barred.staffId,
    });
    const secret = 'bài của người ấy không gửi được';
    const [{ n }] = await office.database.owner<{ n: number }>(
      `WITH d AS (INSERT INTO core.deliveries (event_id, handler, lane, state, error) SELECT e.id, 'SendQueued', 'outward', 'dead', $2 FROM core.events e WHERE e.subject = $1 LIMIT 1 RETURNING id)
       SELECT count(*)::int AS n FROM d`,
      [caseId, secret],
    );
    expect(n).toBe(1);
    await office.database.owner(
      `WITH t AS (INSERT INTO cases.deadlines (id, case_id, what, due_at, set_by) VALUES (gen_random_uuid(), $1, 'hỏi lại', now(), $3) RETURNING id),
         u AS (INSERT INTO core.due (kind, ref, due_at, fired_at) SELECT 'case.deadline', t.id, now(), now() FROM t RETURNING id)
       INSERT INTO core.deliveries (due_id, handler, lane, state, error) SELECT u.id, 'SendQueued', 'outward', 'dead', $2 FROM u`,
      [caseId, secret, story.inspector.staffId],
    );
    const told = async (who: Caller) => {
      const { late } = await overviewOf(who);
      const lines = await linesOf(who, '/api/overview/lists/gave-up');
      const figures = late.filter((f) => f.name === 'gave-up').reduce((sum, f) => sum + f.count, 0);
      return { figures, lines: lines.length, text: JSON.stringify([lines, (await who.call('GET', '/api/work')).body]) };
    };
    const [all, less] = [await told(chief), await told(barred)];
    expect(all.text.split(secret)).toHaveLength(4);
    expect(less.text).not.toContain(secret);
    expect([less.figures, less.lines]).toEqual([all.figures - 2, all.lines - 2]);
  });
  test('tells since which day something waits where no hour is known', async () => {
    const { waits } = await overviewOf(chief);
    expect(waits.find((w) => w.name === 'records-to-decide')).toMatchObject({
      clock: 'day',
      since: expect.stringMatching(/T00:00:00.000Z$/),
    });
    expect(await linesOf(chief, '/api/overview/lists/records-to-decide')).toContainEqual(expect.objectContaining({ clock: 'day' }));
  });
  test('is for those who may see it, and counts no person', async () => {
    for (const role of ['inspector', 'legal', 'coordinator', 'operator', 'administrator'])
      expect((await (await office.as(role)).call('GET', '/api/overview')).status).toBe(403);
    const told = JSON.stringify(await overviewOf(chief));
    for (const { name } of await office.database.owner<{ name: string }>('SELECT name FROM core.staff')) expect(told).not.toContain(name);
  });
});
