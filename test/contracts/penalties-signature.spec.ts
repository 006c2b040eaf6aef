import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ChangeTitle } from '../../src/core/identity/change-title.use-case.js';
import type { Caller, Office } from '../kit/office.js';
import { Device, PenaltyDesk } from './penalties-setup.js';

describe('the signature on a decision', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());
  const reason = 'Người ký đã thôi chức';

  test('carries no number once the title that it was made by is over; it is voided without a changed word, and made anew', async () => {
    const leaving = await office.as('chief');
    await Device.enrol(leaving);
    const { id: titleId } = await desk.title(leaving, 'department-director', '2025-07-01');
    const made = await desk.drafted();
    expect((await desk.sign(made.id, leaving)).status).toBe(200);
    const { contentHash } = await desk.decision(made.id);
    const admin = await office.as('administrator');
    await office.app.get(ChangeTitle).end({ staffId: admin.staffId }, leaving.staffId, titleId);
    expect((await desk.number(made.id)).body).toMatchObject({ code: 'penalty-lacks', lacks: ['signer-entitled'] });

    for (const who of [desk.clerk, desk.signer])
      expect((await desk.act(made.id, 'void', { reason }, who)).body).toMatchObject({ status: 403, code: 'forbidden' });
    const offered = async (who = desk.legal) => (await desk.decision(made.id, who)).next.some((n) => n.act === 'void-signature');
    expect([await offered(), await offered(leaving), await offered(desk.signer)]).toEqual([true, true, false]);
    expect((await desk.act(made.id, 'void', { reason }, desk.legal)).body).toMatchObject({ state: 'draft', contentHash });
    const versions = (await desk.decision(made.id)).versions.map((v) => v.signedBy !== null);
    expect(versions).toEqual([false, true]);
    expect((await desk.act(made.id, 'void', { reason }, desk.legal)).body.code).toBe('no-such-step');

    expect((await desk.sign(made.id, leaving)).body).toMatchObject({ lacks: ['competent-title'] });
    expect((await desk.sign(made.id)).status).toBe(200);
    expect((await desk.number(made.id)).status).toBe(200);
    expect((await desk.act(made.id, 'void', { reason }, desk.legal)).body.code).toBe('already-issued');
  });

  test('is taken back by whoever made it, who may sign it again', async () => {
    const made = await desk.signed();
    expect((await desk.act(made.id, 'void', { reason }, desk.signer)).body).toMatchObject({ state: 'draft' });
    expect(await desk.told(made.id, 'penalty.voided')).toMatchObject([{ end: 'fine' }]);
    expect((await desk.sign(made.id)).status).toBe(200);
  });

  test('on an annulment counts by the same title', async () => {
    const made = await desk.issued();
    const leaving = await office.as('chief');
    await Device.enrol(leaving);
    const { id: titleId } = await desk.title(leaving, 'department-director', '2025-07-01');
    const annulment = (await desk.act(made.id, 'annulment', { ground: 'error', reason: 'Có sai sót' }, desk.other)).body as unknown as {
      id: string;
    };
    expect((await desk.sign(annulment.id, leaving)).status).toBe(200);
    const admin = await office.as('administrator');
    await office.app.get(ChangeTitle).end({ staffId: admin.staffId }, leaving.staffId, titleId);
    expect((await desk.number(annulment.id)).body).toMatchObject({ lacks: ['signer-entitled'] });
    await desk.act(annulment.id, 'void', { reason }, desk.other);
    expect((await desk.sign(annulment.id, desk.second)).status).toBe(200);
    expect((await desk.number(annulment.id)).status).toBe(200);
  });

  test('is taken back by nobody who wrote it, wrote the record under it or signed it, and the button says so', async () => {
    const recorder = await office.as('inspector', 'legal');
    await desk.title(recorder, 'inspector', '2020-01-01');
    const signer = await office.as('legal', 'chief');
    await Device.enrol(signer);
    await desk.title(signer, 'department-director', '2025-07-01');
    const made = await desk.accused();
    const { id: recordId } = (await desk.draftRecord(made, {}, recorder)).body as unknown as { id: string };
    for (const role of ['recorder', 'accused']) await desk.present(recordId, role);
    await desk.draw(recordId, recorder);
    await desk.confirmRight(recordId, true);
    await desk.explain(recordId, 'waived', '2026-09-14');
    const { id } = (await desk.draftDecision(recordId)).body as unknown as { id: string };
    expect((await desk.sign(id, signer)).status).toBe(200);
    const annul = (who: Caller) => desk.act(id, 'annulment', { ground: 'error', reason: 'Sai thủ tục' }, who);
    for (const who of [recorder, desk.legal, signer]) {
      const button = (await desk.decision(id, who)).next.find((n) => n.act === 'draft-annulment');
      expect([button, (await annul(who)).body]).toMatchObject([{ possible: false, ownWork: true }, { code: 'own-signature' }]);
    }
    const { id: annulment } = (await annul(desk.other)).body as unknown as { id: string };
    expect((await desk.decision(annulment, recorder)).next.find((n) => n.act === 'change')).toMatchObject({
      possible: false,
      ownWork: true,
    });
    const past = office.database.owner(
      `INSERT INTO enforcement.penalty_signatures (content_id, penalty_id, sha256, signed_by, title_id, signed_on)
       SELECT c.id, c.penalty_id, c.sha256, t.staff_id, t.id, '2026-09-14' FROM enforcement.penalty_contents c, core.staff_titles t WHERE c.penalty_id = $1 AND t.staff_id = $2`,
      [annulment, recorder.staffId],
    );
    await expect(past).rejects.toThrow('nobody annuls what they signed or wrote');
  });
});
