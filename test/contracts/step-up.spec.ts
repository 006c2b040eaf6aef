import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { Device, PenaltyDesk } from './penalties-setup.js';

describe('signing', () => {
  let office: Office;
  let desk: PenaltyDesk;
  let signer: Caller;
  let device: Device;
  let decision: string;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    desk = await PenaltyDesk.open(office);
    signer = await office.as('chief');
    await desk.title(signer, 'department-director', '2025-07-01');
    decision = (await desk.drafted()).id;
  }, 60_000);
  afterAll(() => office.close());
  const shownAgo = (seconds: number) =>
    office.database.owner(
      `UPDATE core.sessions SET second_factor_at = clock_timestamp() - make_interval(secs => $2) WHERE account_id IN (SELECT id FROM core.accounts WHERE staff_id = $1)`,
      [signer.staffId, seconds],
    );

  test('is not for somebody without a second factor', async () => {
    expect((await desk.sign(decision, signer)).body.code).toBe('second-factor-needed');
    expect((await signer.call('POST', '/api/session/step-up', { code: '000000' })).body.code).toBe('second-factor-needed');
    device = await Device.enrol(signer);
  });
  test('asks for a second factor that was shown in the last five minutes', async () => {
    await shownAgo(301);
    expect((await desk.sign(decision, signer)).body).toMatchObject({ status: 403, code: 'step-up-needed', minutes: 5 });
    expect((await desk.decision(decision)).state).toBe('draft');
  });
  test('is refused after a wrong code, which stands on the log', async () => {
    const wrong = String((Number(device.code()) + 1) % 1_000_000).padStart(6, '0');
    expect((await device.show(wrong)).body.code).toBe('wrong-code');
    expect((await desk.sign(decision, signer)).body.code).toBe('step-up-needed');
    const log = await office.database.owner('SELECT 1 FROM core.events WHERE type = $1 AND subject = $2', [
      'session.step-up-refused',
      signer.staffId,
    ]);
    expect(log).toHaveLength(1);
  });
  test('counts a code once: the code that opened it opens it no second time', async () => {
    const code = device.code(1);
    expect((await device.show(code)).status).toBe(204);
    await shownAgo(301);
    expect((await device.show(code)).body.code).toBe('wrong-code');
    expect((await desk.sign(decision, signer)).body.code).toBe('step-up-needed');
  });
  test('goes through while what was shown is fresh, and other acts never ask', async () => {
    await shownAgo(290);
    expect((await desk.sign(decision, signer)).body).toMatchObject({ state: 'signed' });
    await shownAgo(4000);
    expect((await signer.call('GET', `/api/penalties/${decision}`)).status).toBe(200);
  });
  test('cannot be opened by guessing: after ten codes it waits', async () => {
    const codes = [];
    for (let i = 0; i < 11; i++) codes.push((await device.show('000000')).body.code as string);
    expect(codes.at(-1)).toBe('too-many');
  });
});
