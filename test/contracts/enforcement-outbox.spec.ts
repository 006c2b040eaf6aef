import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../src/core/config.js';
import { DispatchTakedown } from '../../src/enforcement/dispatch-takedown.use-case.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { confirmedCase, moveClock, work, type File } from './enforcement-setup.js';

describe("an office without a mail server and without a platform's inbox", () => {
  let office: Office;
  let inspector: Caller, coordinator: Caller, legal: Caller, chief: Caller;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, coordinator, legal, chief] = [
      await office.as('inspector'),
      await office.as('coordinator'),
      await office.as('legal'),
      await office.as('chief'),
    ];
  }, 60_000);
  afterAll(() => office.close());

  const file = async (id: string) => (await coordinator.call('GET', `/api/takedowns/${id}`)).body as unknown as File;
  const outbox = () => join(office.app.get<Config>(CONFIG).dataDir, 'outbox');
  const approved = async (delivery = 'email') => {
    const { caseId } = await confirmedCase(office, inspector);
    const { body } = await coordinator.call('POST', '/api/takedowns', {
      caseId,
      platform: 'mang',
      delivery,
      recipient: 'phap-che@mang.example',
      legalBasis: 'nd147-24h',
      fields: { signer: 'Bà B', sources: 'Bộ Y tế' },
    });
    const { id, contentHash } = body as unknown as { id: string; contentHash: string };
    expect((await legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash })).status).toBe(200);
    return { id, caseId };
  };
  const send = async (id: string) => coordinator.call('POST', `/api/takedowns/${id}/send`, { version: (await file(id)).version });
  const fall = async (caseId: string) => {
    const version = async () => ((await inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
    await inspector.call('POST', `/api/cases/${caseId}/falls`, { reason: 'Tin đúng', version: await version() });
    expect(
      (await chief.call('POST', `/api/cases/${caseId}/falls/decision`, { decision: 'approved', version: await version() })).status,
    ).toBe(200);
  };

  test('keeps each e-mail as one file of the outbox, to the byte, however often the worker dies', async () => {
    const { id } = await approved();
    await send(id);
    await office.app.get(DispatchTakedown).leave({ takedownId: id, attempt: 1 });
    await office.database.owner('DELETE FROM enforcement.delivery_outcomes');
    await office.app.get(DispatchTakedown).leave({ takedownId: id, attempt: 1 });
    await work(office);
    const { state, deliveries } = await file(id);
    expect([state, deliveries.length]).toEqual(['sent', 1]);
    const names = readdirSync(outbox());
    expect(names).toEqual([`${id}.1.eml`]);
    expect(
      createHash('sha256')
        .update(readFileSync(join(outbox(), names[0])))
        .digest('hex'),
    ).toBe(deliveries[0].rawSha256);
  });
  test('says that the inbox is not there instead of sending', async () => {
    const { id } = await approved('inbox');
    expect((await send(id)).body).toMatchObject({ code: 'takedown-lacks', lacks: ['way-ready'] });
    expect((await file(id)).next.find((n) => n.act === 'send')).toMatchObject({ possible: false, lacks: ['way-ready'] });
  });
  test('takes note of a message that came back late, and sends it again under a new reference', async () => {
    const { id } = await approved();
    await send(id);
    await work(office);
    expect(
      (await legal.call('POST', `/api/takedowns/${id}/bounce`, { says: 'Hộp thư đã đóng', version: (await file(id)).version })).body,
    ).toMatchObject({ state: 'undeliverable' });
    await moveClock(office, 25);
    await work(office);
    expect((await file(id)).items).toMatchObject([{ state: 'awaiting', overdue: false }]);
    await send(id);
    await work(office);
    const again = await file(id);
    expect([again.state, again.deliveries.map((d) => d.attempt), again.items.length]).toEqual(['sent', [2, 1], 1]);
    expect(new Date(again.items[0].dueAt).getTime() - new Date(again.items[0].askedAt).getTime()).toBe(24 * 3_600_000);
  });
  test('whose case falls while a request is leaving drafts the withdrawal once it has left', async () => {
    const { id, caseId } = await approved();
    await send(id);
    await office.app.get(DispatchTakedown).leave({ takedownId: id, attempt: 1 });
    await fall(caseId);
    await work(office);
    expect(await file(id)).toMatchObject({ state: 'sent', withdrawal: { state: 'draft' } });
  });
  test('cannot change or delete what was written, approved, sent or answered, by its own database role', async () => {
    for (const table of [
      'takedown_contents',
      'takedown_approvals',
      'takedown_returns',
      'deliveries',
      'delivery_outcomes',
      'item_replies',
      'item_looks',
      'item_steps',
    ]) {
      const [row] = await office.database.owner<{ change: boolean; remove: boolean }>(
        `SELECT has_any_column_privilege('lachan_app', $1, 'UPDATE') AS change, has_table_privilege('lachan_app', $1, 'DELETE') AS remove`,
        [`enforcement.${table}`],
      );
      expect([table, row]).toEqual([table, { change: false, remove: false }]);
    }
  });
});
