import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { Restorations1764000001125 } from '../../migrations/1764000001125-restorations.js';
import { takedownTable } from '../../src/enforcement/enforcement-table.js';
import type { Work } from '../../src/office/my-work/work.js';
import type { Reversal } from '../../src/office/reversal/reversal.view.js';
import type { Caller, Office } from '../kit/office.js';
import type { Ready } from './cases-setup.js';
import { confirmedCase, moveClock, observe, openTakedownOffice, work, type File, type FileItem } from './enforcement-setup.js';

describe('a withdrawal that left', () => {
  let house: Awaited<ReturnType<typeof openTakedownOffice>>;
  let office: Office;
  let inspector: Caller, coordinator: Caller, legal: Caller, chief: Caller;
  beforeAll(async () => {
    house = await openTakedownOffice();
    ({ office, inspector, coordinator, legal, chief } = house);
  }, 60_000);
  afterAll(() => house.close());

  const file = async (id: string) => (await coordinator.call('GET', `/api/takedowns/${id}`)).body as unknown as File;
  const send = async (id: string) => {
    const { contentHash } = await file(id);
    expect((await legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash })).status).toBe(200);
    expect((await coordinator.call('POST', `/api/takedowns/${id}/send`, { version: (await file(id)).version })).status).toBe(200);
    await work(office);
  };
  const reply = (id: string, item: FileItem, body: object, who = coordinator) =>
    who.call('POST', `/api/takedowns/${id}/items/${item.id}/reply`, { version: item.version, ...body });
  const version = async (caseId: string) =>
    ((await inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
  const linksOf = async (caseId: string) =>
    ((await chief.call('GET', `/api/cases/${caseId}/reversal`)).body as unknown as Reversal).lines
      .filter((l) => l.kind === 'links')
      .map((l) => [l.state, l.n, l.of, l.id, l.next?.right ?? null]);

  /** A case whose request took posts away, and which fell; its withdrawal has left. */
  const withdrawn = async (delivery: 'email' | 'inbox', posts = 1) => {
    const made = await confirmedCase(office, inspector, posts);
    const { body } = await coordinator.call('POST', '/api/takedowns', {
      ...{ caseId: made.caseId, platform: 'mang', delivery, recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' },
      fields: { signer: 'Bà B', sources: 'Bộ Y tế' },
    });
    const id = body.id as string;
    await send(id);
    for (const item of (await file(id)).items) expect((await reply(id, item, { reply: 'removed-claimed' })).status).toBe(200);
    await inspector.call('POST', `/api/cases/${made.caseId}/falls`, { reason: 'Tin đúng', version: await version(made.caseId) });
    const decision = { decision: 'approved', version: await version(made.caseId) };
    expect((await chief.call('POST', `/api/cases/${made.caseId}/falls/decision`, decision)).status).toBe(200);
    await work(office);
    const withdrawalId = (await file(id)).withdrawal!.id;
    await send(withdrawalId);
    return { ...made, id, withdrawalId };
  };
  const states = async (id: string) => (await file(id)).items.map((i) => i.state);
  const seen = (post: Ready, observation: string) => observe(office, post, observation);

  test('that left before links could be asked back is given its links, and the looks that were planned', async () => {
    const { id, withdrawalId, posts } = await withdrawn('inbox');
    const owner = office.database.owner.bind(office.database);
    // as it was then: the looks were planned for the links of the request
    await owner(
      `UPDATE core.due d SET ref = replace(d.ref, b.id::text, i.id::text) FROM enforcement.items b JOIN enforcement.items i ON i.takedown_id = $1 AND i.address_id = b.address_id
       WHERE b.takedown_id = $2 AND d.fired_at IS NULL AND d.ref LIKE b.id::text || ':restoration:%'`,
      [id, withdrawalId],
    );
    await owner(
      `DELETE FROM core.due WHERE fired_at IS NULL AND (kind = 'takedown.poll' AND ref = $1 OR kind = 'takedown.overdue' AND ref IN (SELECT i.id::text FROM enforcement.items i JOIN enforcement.takedowns t ON t.id = i.takedown_id WHERE t.kind = 'withdrawal'))`,
      [withdrawalId],
    );
    await owner('DELETE FROM enforcement.items WHERE takedown_id = $1', [withdrawalId]);
    const migration = new Restorations1764000001125();
    const db = { query: (sql: string) => owner(sql) } as unknown as QueryRunner;
    await migration.down(db);
    await migration.up(db);
    const [item] = (await file(withdrawalId)).items;
    expect(item).toMatchObject({ state: 'asked-back', overdue: false, url: posts[0].url });
    expect(item.plannedLooks).toHaveLength(3);
    expect(new Date(item.dueAt).getTime() - new Date(item.askedAt).getTime()).toBe(72 * 3_600_000);
    house.inbox.answers.set(posts[0].addressId, { state: 'refused', reply: 'Không', repliedAt: '2026-11-26T00:00:00Z' });
    await moveClock(office, 73);
    await work(office);
    expect(await file(withdrawalId)).toMatchObject({
      items: [{ state: 'restoration-refused', looks: [{ why: 'restoration' }] }],
    });
  }, 60_000);

  test('waits for each of its links: the platform answers in its inbox, and only a look restores the link', async () => {
    const { id, withdrawalId, caseId, posts } = await withdrawn('inbox');
    const asked = await file(withdrawalId);
    expect(asked).toMatchObject({
      kind: 'withdrawal',
      state: 'sent',
      rollUp: 'open',
      items: [{ state: 'asked-back', overdue: false, replies: [] }],
    });
    expect(asked.items[0].next.map((n) => n.to)).toEqual([
      ...['restoration-claimed', 'restoration-refused', 'restoration-partial'],
      'asked-back',
    ]);
    expect(asked.items[0].plannedLooks).toHaveLength(3);
    expect(await linksOf(caseId)).toEqual([['asked-back', 0, 1, withdrawalId, 'takedown.send']]);

    house.inbox.answers.set(posts[0].addressId, { state: 'restored', reply: 'Đã khôi phục bài', repliedAt: '2026-11-26T00:00:00Z' });
    await moveClock(office, 0.1);
    await work(office);
    const said = await file(withdrawalId);
    expect(said).toMatchObject({
      rollUp: 'restoration-claimed',
      items: [{ state: 'restoration-claimed', replies: [{ reply: 'restoration-claimed', text: 'Đã khôi phục bài', recordedBy: null }] }],
    });
    // it is looked at at once, by the machinery that every look uses
    expect(said.items[0].looks.map((l) => (l as unknown as { why: string }).why)).toEqual(['claim']);
    expect(await file(id)).toMatchObject({ state: 'withdrawn', withdrawal: { state: 'sent', rollUp: 'restoration-claimed' } });
    expect(await linksOf(caseId)).toEqual([['said-back', 0, 1, withdrawalId, null]]);
    // the inbox says it again, and nothing is told twice
    await moveClock(office, 0.1);
    await work(office);
    expect((await file(withdrawalId)).items[0].replies).toHaveLength(1);

    for (const unproved of ['gone', 'private', 'login-wall', 'unclear']) await seen(posts[0], unproved);
    expect(await states(withdrawalId)).toEqual(['restoration-claimed']);
    await seen(posts[0], 'present');
    const end = await file(withdrawalId);
    expect(end).toMatchObject({
      rollUp: 'restored',
      items: [{ state: 'restored', next: [], steps: [{ to: 'restoration-claimed' }, { to: 'restored' }] }],
    });
    expect(end.items[0].steps[1].captures).toHaveLength(1);
    expect(await linksOf(caseId)).toEqual([['seen-back', 1, 1, withdrawalId, null]]);
    expect((await reply(withdrawalId, end.items[0], { reply: 'restoration-refused' })).body.code).toBe('no-such-step');
    const look = await coordinator.call('POST', `/api/takedowns/${withdrawalId}/items/${end.items[0].id}/look`, {});
    expect(look.body.code).toBe('no-such-step');
    // what was planned is not looked at any more
    await moveClock(office, 200);
    await work(office);
    expect((await file(withdrawalId)).items[0]).toMatchObject({ state: 'restored', overdue: false, looks: [{ why: 'claim' }] });
  }, 60_000);

  test('is answered by hand with day, words and paper, by whoever records answers; a wrong entry is put right by the next', async () => {
    const { withdrawalId, caseId } = await withdrawn('email', 2);
    const [{ exhibitId }] = await office.database.owner<{ exhibitId: string }>(
      'SELECT id AS "exhibitId" FROM cases.exhibits WHERE case_id = $1 LIMIT 1',
      [caseId],
    );
    const [one, two] = (await file(withdrawalId)).items;

    for (const who of [inspector, legal, chief])
      expect((await reply(withdrawalId, one, { reply: 'restoration-claimed' }, who)).status).toBe(403);
    const refused = async (body: object) => (await reply(withdrawalId, one, body)).body.code;
    expect(await refused({ reply: 'removed-claimed' })).toBe('no-such-step');
    expect(await refused({ reply: 'restored' })).toBe('invalid');
    expect(await refused({ reply: 'restoration-claimed', exhibitId: one.id })).toBe('foreign-exhibit');
    expect(await refused({ reply: 'restoration-claimed', receivedAt: '2020-01-01T00:00:00Z' })).toBe('reply-time');
    expect(await refused({ reply: 'restoration-claimed', version: 99 })).toBe('stale');

    const answer = { reply: 'restoration-refused', text: 'Bài vi phạm quy định của chúng tôi', exhibitId };
    expect((await reply(withdrawalId, one, answer)).body).toMatchObject({ state: 'restoration-refused', version: one.version + 1 });
    expect((await reply(withdrawalId, two, { reply: 'restoration-partial' })).status).toBe(200);
    const read = await file(withdrawalId);
    expect(read.rollUp).toBe('restoration-partial');
    expect(read.items.find((i) => i.id === one.id)!.replies).toEqual([
      expect.objectContaining({ reply: 'restoration-refused', text: answer.text, exhibitId, recordedBy: expect.any(String) }),
    ]);
    expect(await linksOf(caseId)).toEqual([['refused-back', 0, 2, withdrawalId, null]]);

    const wrong = read.items.find((i) => i.id === one.id)!;
    // a refusal is not the end: the platform may answer anew, and the house may look
    expect(wrong.next.map((n) => `${n.act} ${n.to}`)).toEqual([
      'reply restoration-claimed',
      'reply restoration-partial',
      'look restoration-refused',
    ]);
    expect((await reply(withdrawalId, wrong, { reply: 'restoration-claimed' })).status).toBe(200);
    const right = (await file(withdrawalId)).items.find((i) => i.id === one.id)!;
    expect([right.state, right.replies.map((r) => r.reply)]).toEqual([
      'restoration-claimed',
      ['restoration-refused', 'restoration-claimed'],
    ]);
    expect(await linksOf(caseId)).toEqual([['said-back', 0, 2, withdrawalId, null]]);

    const look = (who: Caller) => who.call('POST', `/api/takedowns/${withdrawalId}/items/${one.id}/look`, {});
    expect([(await look(legal)).status, (await look(coordinator)).status]).toEqual([403, 201]);

    const events = await office.database.owner<{ office: string; public: string; type: string }>(
      `SELECT type, office::text AS office, public::text AS public FROM core.events WHERE subject = $1::text AND type LIKE 'item.%' ORDER BY position`,
      [withdrawalId],
    );
    expect(events.map((e) => e.type)).toEqual(Array<string>(3).fill('item.restoration-replied'));
    for (const e of events) {
      expect(e.office + e.public).not.toContain('vi phạm');
      expect(e.office + e.public).not.toContain('http');
      expect(e.public).not.toContain(withdrawalId);
    }
  }, 60_000);

  test('that nobody answers is late where late requests are, and is looked at; that it is late is no figure of removals', async () => {
    const { withdrawalId, posts } = await withdrawn('email');
    const late = async () => {
      const { body } = await coordinator.call('GET', '/api/work');
      return JSON.stringify((body as unknown as { late?: unknown }).late ?? body).includes(withdrawalId);
    };
    await moveClock(office, 25);
    await work(office);
    await seen(posts[0], 'gone');
    expect(await file(withdrawalId)).toMatchObject({ overdue: 0, items: [{ state: 'asked-back', overdue: false }] });
    expect(await late()).toBe(false);
    await moveClock(office, 48);
    await work(office);
    const now = await file(withdrawalId);
    expect(now).toMatchObject({ overdue: 1, rollUp: 'open', items: [{ state: 'asked-back', overdue: true }] });
    expect(now.items[0].looks.map((l) => (l as unknown as { why: string }).why)).toEqual(['restoration', 'restoration']);
    expect(await late()).toBe(true);
    const board = (await coordinator.call('GET', '/api/takedowns/items?overdue=true&state=asked-back')).body as unknown as {
      items: FileItem[];
    };
    expect(board.items.map((i) => i.id)).toContain(now.items[0].id);
    const told = await office.database.owner<{ type: string }>(
      `SELECT type FROM core.events WHERE subject = $1::text AND type LIKE 'item.%'`,
      [withdrawalId],
    );
    expect(told.map((e) => e.type)).toEqual(['item.restoration-overdue']);
    await seen(posts[0], 'present');
    expect(await file(withdrawalId)).toMatchObject({ overdue: 0, rollUp: 'restored' });
    expect(await late()).toBe(false);
  }, 60_000);

  test('that nobody answers in its inbox is asked about for so many days; then the desk says so, until an answer is recorded', async () => {
    const { withdrawalId } = await withdrawn('inbox');
    const polls = () =>
      office.database.owner(`SELECT 1 FROM core.due WHERE kind = 'takedown.poll' AND ref = $1 AND fired_at IS NULL`, [withdrawalId]);
    const lateLine = async () =>
      ((await coordinator.call('GET', '/api/work')).body as unknown as Work).late.find((l) => l.takedownId === withdrawalId);
    await moveClock(office, (takedownTable.poll_days - 1) * 24);
    await work(office);
    expect(await polls()).toHaveLength(1);
    expect(await lateLine()).toMatchObject({ nobodyAnswers: false });
    expect(await file(withdrawalId)).toMatchObject({ overdue: 1, nobodyAnswers: false });
    await moveClock(office, 24);
    await work(office);
    expect(await polls()).toHaveLength(0);
    expect(await lateLine()).toMatchObject({ nobodyAnswers: true });
    const told = await file(withdrawalId);
    expect(told).toMatchObject({ state: 'sent', overdue: 1, nobodyAnswers: true });
    expect((await reply(withdrawalId, told.items[0], { reply: 'restoration-refused' })).status).toBe(200);
    expect(await file(withdrawalId)).toMatchObject({ nobodyAnswers: false });
    expect(await lateLine()).toBeUndefined();
  }, 60_000);

  test('that came back and leaves again asks for its links anew', async () => {
    const { withdrawalId } = await withdrawn('email');
    const [item] = (await file(withdrawalId)).items;
    expect((await reply(withdrawalId, item, { reply: 'restoration-claimed' })).status).toBe(200);
    const bounce = { says: '550 mailbox closed', version: (await file(withdrawalId)).version };
    expect((await legal.call('POST', `/api/takedowns/${withdrawalId}/bounce`, bounce)).status).toBe(200);
    const [waiting] = (await file(withdrawalId)).items;
    expect(waiting.next).toEqual([]);
    expect((await reply(withdrawalId, waiting, { reply: 'restoration-refused' })).body.code).toBe('no-such-step');
    expect(
      (await coordinator.call('POST', `/api/takedowns/${withdrawalId}/send`, { version: (await file(withdrawalId)).version })).status,
    ).toBe(200);
    await work(office);
    expect(await file(withdrawalId)).toMatchObject({ state: 'sent', items: [{ id: item.id, state: 'asked-back' }] });
  }, 60_000);
});
