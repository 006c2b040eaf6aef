import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { judgedPost } from './cases-setup.js';

describe('who is barred as party to a case', () => {
  let office: Office;
  let inspector: Caller;
  let chief: Caller;
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, chief] = [await office.as('inspector'), await office.as('chief')];
  }, 60_000);
  afterAll(() => office.close());

  const post = () => judgedPost(office, inspector.staffId);
  const act = async (who: Caller, caseId: string, path: string, body: object) => {
    const { version } = (await inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number };
    return who.call('POST', `/api/cases/${caseId}/${path}`, { version, ...body });
  };
  const opened = async ({ postId }: { postId: string }): Promise<string> => (await inspector.call('POST', '/api/cases', { postId })).body.id;
  const closed = async (caseId: string) => {
    for (const to of ['verifying', 'dismissed', 'closed'])
      expect((await act(inspector, caseId, 'steps', { to, reason: 'đã xem xét' })).status).toBe(200);
  };
  const name = (caseId: string, { staffId }: Caller) =>
    act(inspector, caseId, 'parties', { kind: 'person', role: 'witness', name: 'Người chứng kiến', staffId });
  const lift = (caseId: string, partyId: string) => act(chief, caseId, `parties/${partyId}/bar-lift`, { reason: 'trùng tên người khác' });
  const answers = (who: Caller, ...paths: string[]) => Promise.all(paths.map(async (path) => (await who.call('GET', `/api/${path}`)).status));

  test('stays barred when one case lifts the bar at the moment at which another names them', async () => {
    const someone = await office.as('inspector');
    const ready = await post();
    const first = await opened(ready);
    const { body: party } = await name(first, someone);
    await closed(first);
    const second = await opened(ready);

    const holder = new pg.Client({ connectionString: office.database.urls.owner });
    await holder.connect();
    const waiting = async (n: number) => {
      const [row] = await office.database.owner<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return row.n >= n;
    };
    // the log takes nothing: neither act can commit before the other has come as far
    await holder.query('BEGIN; LOCK TABLE core.events IN SHARE MODE');
    const naming = name(second, someone);
    await until(() => waiting(1));
    const lifting = lift(first, party.id);
    await until(() => waiting(2));
    await holder.query('COMMIT');
    await holder.end();
    expect([(await naming).status, (await lifting).status]).toEqual([201, 200]);
    expect(await answers(someone, `cases/${second}`, `triage/${ready.itemId}`)).toEqual([404, 404]);
  });
});
