import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { KeptAnswers } from '../../src/core/http/idempotency/kept-answers.repository.js';
import { runningKey } from '../../src/core/http/idempotency/running-key.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';

const claim = (text: string) => ({
  topic: 'y-te',
  harm: 'low',
  wordings: [{ language: 'vi', text }],
  truth: 'Không có căn cứ',
  falseFrom: '2026-01-01',
  falseTo: null,
  sources: [{ title: 'Sở Y tế', url: 'https://so-y-te.example/tin', date: '2026-02-01' }],
});
const bytes = (fill: number) => Buffer.alloc(32, fill);

describe('a request with an idempotency key', () => {
  let office: Office;
  let inspector: Caller;
  const send = (body: unknown, key?: string, who = inspector) =>
    who.call('POST', '/api/claims', body, key === undefined ? {} : { 'idempotency-key': key });
  const claims = async () => (await office.database.owner('SELECT 1 FROM classify.claims')).length;
  beforeAll(async () => {
    office = await openOffice();
    inspector = await office.as('inspector');
  }, 60_000);
  afterAll(() => office.close());

  test('sent twenty times at once makes one claim and gets one answer', async () => {
    const before = await claims();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(claim('Nước muối chữa khỏi mọi bệnh'), key)));
    expect(new Set(answers.map((a) => `${a.status} ${JSON.stringify(a.body)}`)).size).toBe(1);
    expect(answers[0].status).toBe(201);
    expect(answers.filter((a) => a.headers.get('idempotency-replayed') === 'true')).toHaveLength(19);
    expect(await claims()).toBe(before + 1);
  });
  test('is refused when the same key comes with another body', async () => {
    const key = randomUUID();
    await send(claim('Một tin sai được viết ra lần đầu'), key);
    expect(await send(claim('Một tin sai khác hẳn lần đầu'), key)).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
  });
  test('belongs to one person and one address: a colleague with the same key makes a claim of their own', async () => {
    const [before, key] = [await claims(), randomUUID()];
    const colleague = await office.as('inspector');
    await send(claim('Hai người cùng một khóa lặp'), key);
    expect((await send(claim('Hai người cùng một khóa lặp'), key, colleague)).headers.get('idempotency-replayed')).toBeNull();
    expect(await claims()).toBe(before + 2);
  });
  test('that was refused is refused again in the same words', async () => {
    const key = randomUUID();
    const [first, second] = [
      await send({ ...claim('Một tin sai thiếu nguồn'), sources: [] }, key),
      await send({ ...claim('Một tin sai thiếu nguồn'), sources: [] }, key),
    ];
    expect(first.status).toBeGreaterThanOrEqual(400);
    expect({ ...second.body, instance: '' }).toEqual({ ...first.body, instance: '' });
  });
  test('is the only kind that is remembered: without a key two equal requests are two claims', async () => {
    const before = await claims();
    await send(claim('Gửi hai lần không có khóa'));
    await send(claim('Gửi hai lần không có khóa'));
    expect(await claims()).toBe(before + 2);
  });
  test('needs a key of 1 to 200 visible characters', async () => {
    for (const key of ['x'.repeat(201), 'a b'])
      expect((await send(claim('Khóa không hợp lệ thì không nhận'), key)).body.code).toBe('idempotency-key');
  });
  test('writes a note into a case once, although it came twice', async () => {
    const { postId } = await judgedPost(office, inspector.staffId);
    const { id } = (await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string };
    const note = () =>
      inspector.call('POST', `/api/cases/${id}/notes`, { text: 'Đã gọi điện xác minh' }, { 'idempotency-key': 'ghi-chu-1' });
    const [first, second] = [await note(), await note()];
    expect([first.status, second.body]).toEqual([201, first.body]);
    expect(await office.database.owner('SELECT 1 FROM cases.notes WHERE case_id = $1', [id])).toHaveLength(1);
  });
  test('keeps no readable answer and no readable key', async () => {
    await send(claim('Câu này không được đọc thấy trong bảng'), 'khoa-de-doc-duoc');
    const rows = await office.database.owner<{ t: string }>(
      `SELECT encode(key_hash || request_hash || coalesce(answer, ''), 'escape') AS t FROM core.idempotency`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter((r) => /claimId|khoa-de|doc-duoc/.test(r.t))).toEqual([]);
  });
});

describe('a request whose server died', () => {
  let office: Office;
  let kept: KeptAnswers;
  beforeAll(async () => {
    office = await openOffice();
    kept = office.app.get(KeptAnswers);
  }, 60_000);
  afterAll(() => office.close());
  const later = (interval: string) =>
    office.database.owner(
      `UPDATE core.idempotency SET lease_until = lease_until - interval '${interval}', created_at = created_at - interval '${interval}'`,
    );
  const write = (hash: Buffer, fence: number) =>
    runningKey.run({ hash, fence }, () =>
      office.app.get(Db).tx((tx) => tx.query(`INSERT INTO core.due (kind, ref, due_at) VALUES ('trial', gen_random_uuid()::text, now())`)),
    );
  const effects = async () => (await office.database.owner(`SELECT 1 FROM core.due WHERE kind = 'trial'`)).length;

  test('before anything was written is carried out by the repetition', async () => {
    expect(await kept.claim(bytes(1), bytes(9))).toMatchObject({ state: 'mine' });
    expect(await kept.claim(bytes(1), bytes(9))).toEqual({ state: 'running' });
    await later('1 minute');
    expect(await kept.claim(bytes(1), bytes(9))).toMatchObject({ state: 'mine', key: { fence: 2 } });
  });
  test('after it took effect is not carried out again, and whoever repeats it is told so', async () => {
    await kept.claim(bytes(2), bytes(9));
    await write(bytes(2), 1);
    await later('1 minute');
    expect(await kept.claim(bytes(2), bytes(9))).toEqual({ state: 'answer-lost' });
  });
  test('leaves nothing behind when it was only slow and a repetition has taken over', async () => {
    await kept.claim(bytes(3), bytes(9));
    await later('1 minute');
    await kept.claim(bytes(3), bytes(9));
    const before = await effects();
    await expect(write(bytes(3), 1)).rejects.toMatchObject({ code: 'same-key-running' });
    expect(await effects()).toBe(before);
  });
  test('is forgotten after a day', async () => {
    await kept.claim(bytes(4), bytes(9));
    await kept.keep({ hash: bytes(4), fence: 1 }, { status: 201, value: { id: 'x' } });
    expect(await kept.claim(bytes(4), bytes(9))).toEqual({ state: 'answered', answer: { status: 201, value: { id: 'x' } } });
    await later('25 hours');
    expect(await kept.claim(bytes(4), bytes(9))).toMatchObject({ state: 'mine' });
  });
  test('or that was answered with a fault of ours is free to be sent again', async () => {
    const claimed = await kept.claim(bytes(5), bytes(9));
    await kept.release((claimed as { key: { hash: Buffer; fence: number } }).key);
    expect(await kept.claim(bytes(5), bytes(9))).toMatchObject({ state: 'mine', key: { fence: 1 } });
  });
});
