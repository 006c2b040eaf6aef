import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { madePhoto } from '../kit/made-files.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { judgedPost } from './cases-setup.js';
import { Device } from './penalties-setup.js';
import { bringFile, KeepingDesk } from './retention-setup.js';

interface Sent {
  id: string;
  evidenceId: string;
  postId: string;
  addressId: string;
}

describe('what happens while something is purged', () => {
  let office: Office;
  let inspector: Caller;
  let desk: KeepingDesk;
  let n = 0;
  const open: pg.Client[] = [];
  const sql = <T extends object>(text: string, values?: unknown[]) => office.database.owner<T>(text, values);
  const somebodyWaits = () =>
    until(
      async () => (await sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length > 0,
    );
  /** A session of its own, in a transaction until it says so. */
  const begun = async (url: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    open.push(client);
    await client.query('BEGIN');
    const commit = () => client.query('COMMIT');
    return { query: (text: string, values: unknown[]) => client.query<{ became: string }>(text, values), commit };
  };
  const itemOf = async (name: string, ref: string) => {
    await desk.sweep();
    const list = await desk.letGo(name);
    return (await desk.items(list)).find((i) => i.refId === ref)!.id;
  };
  const newest = async () =>
    (
      await sql<Sent>(
        `SELECT r.id, r.evidence_id AS "evidenceId", l.post_id AS "postId", l.address_id AS "addressId" FROM intake.reports r JOIN intake.report_posts l ON l.report_id = r.id ORDER BY r.recorded_at DESC LIMIT 1`,
      )
    )[0];
  /** What was sent in last stands as sent three years ago, judged, and in no case. */
  const aged = async () => {
    const sent = await newest();
    const [{ item }] = await sql<{ item: string }>(
      `INSERT INTO classify.triage_items (post_id, state, judged_at) VALUES ($1, 'judged', now()) ON CONFLICT (post_id) DO UPDATE SET state = 'judged' RETURNING id AS item`,
      [sent.postId],
    );
    await sql(
      `INSERT INTO classify.judgements (item_id, post_id, judgement, judged_by, judged_at) VALUES ($1, $2, 'satire', $3, now() - interval '3 years')`,
      [item, sent.postId, inspector.staffId],
    );
    await sql(`UPDATE intake.reports SET received_at = received_at - interval '3 years' WHERE id = $1`, [sent.id]);
    return sent;
  };
  const send = async (text: string, key?: string) =>
    (
      await fetch(`${office.base}/api/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
        body: JSON.stringify({ text }),
      })
    ).status;
  const address = async (id: string) =>
    (
      await sql<{ text: string | null; gone: boolean }>(
        'SELECT a.text, EXISTS (SELECT 1 FROM core.evidence_tombstones t WHERE t.evidence_id = a.evidence_id) AS gone FROM intake.addresses a WHERE a.id = $1',
        [id],
      )
    )[0];

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', LIMIT_STEP_UP_MINUTES: '60' });
    inspector = await office.as('inspector');
    const chief = await office.as('chief');
    await Device.enrol(chief);
    desk = new KeepingDesk(office, await office.as('legal'), chief);
  }, 60_000);
  afterEach(() => Promise.all(open.splice(0).map((client) => client.end())));
  afterAll(() => office.close());

  test('a file that goes at that moment becomes no exhibit of another case', async () => {
    const openCase = async () => {
      const { postId } = await judgedPost(office, inspector.staffId);
      return ((await inspector.call('POST', '/api/cases', { postId })).body as unknown as { id: string }).id;
    };
    const [one, other] = [await openCase(), await openCase()];
    const { id } = (await bringFile(office, inspector, one, await madePhoto())).body;
    const [{ evidenceId }] = await sql<{ evidenceId: string }>('SELECT evidence_id AS "evidenceId" FROM cases.exhibits WHERE id = $1', [
      id,
    ]);
    await desk.over(one, 'closed', 21);
    const item = await itemOf('file-closed-case', id);
    const purge = await begun(office.database.urls.purger);
    expect((await purge.query('SELECT retention.purge($1) AS became', [item])).rows).toEqual([{ became: 'purged' }]);
    const attached = inspector.call('POST', `/api/cases/${other}/exhibits`, { evidenceId, why: 'đối chiếu' });
    await somebodyWaits();
    await purge.commit();
    expect(await attached).toMatchObject({ status: 410, body: { code: 'purged' } });
    expect(await sql('SELECT 1 FROM cases.exhibits WHERE case_id = $1 AND evidence_id = $2', [other, evidenceId])).toEqual([]);
  });

  test.each([undefined, 'mot-lan-duy-nhat-0123456789'])(
    'a report of the same text begins anew, with text and bytes of its own (key %s)',
    async (key) => {
      const text = `Uống nước lá số ${++n} thì khỏi hẳn bệnh, không cần bác sĩ`;
      expect(await send(text)).toBe(201);
      const old = await aged();
      const item = await itemOf('report-without-case', old.id);
      const purge = await begun(office.database.urls.purger);
      await purge.query('SELECT retention.purge($1)', [item]);
      const sent = send(text, key);
      await somebodyWaits();
      await purge.commit();
      expect(await sent).toBe(201);
      const anew = await newest();
      expect([await address(old.addressId), await address(anew.addressId)]).toEqual([
        { text: null, gone: true },
        { text, gone: false },
      ]);
    },
  );

  test('the text stays of which a report that is just coming in speaks', async () => {
    const text = `Uống nước lá số ${++n} thì khỏi hẳn bệnh, không cần bác sĩ`;
    expect(await send(text)).toBe(201);
    const old = await aged();
    const item = await itemOf('report-without-case', old.id);
    const coming = await begun(office.database.urls.app);
    const [{ id }] = await sql<{ id: string }>('SELECT gen_random_uuid() AS id');
    await coming.query(`INSERT INTO intake.reports (id, channel, kind) VALUES ($1, 'web', 'text')`, [id]);
    await coming.query(`INSERT INTO intake.report_posts (report_id, post_id, address_id, reason) VALUES ($1, $2, $3, 'same-address')`, [
      id,
      old.postId,
      old.addressId,
    ]);
    const purged = desk.asPurger('SELECT retention.purge($1) AS became', [item]);
    await somebodyWaits();
    await coming.commit();
    expect((await purged).rows).toEqual([{ became: 'purged' }]);
    expect(await address(old.addressId)).toEqual({ text, gone: false });
  });
});
