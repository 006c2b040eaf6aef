import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { BoundPosts1764000001230 } from '../../migrations/1764000001230-bound-posts.js';
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
  const opened = async ({ postId }: { postId: string }): Promise<string> =>
    (await inspector.call('POST', '/api/cases', { postId })).body.id;
  const closed = async (caseId: string) => {
    for (const to of ['verifying', 'dismissed', 'closed'])
      expect((await act(inspector, caseId, 'steps', { to, reason: 'đã xem xét' })).status).toBe(200);
  };
  const name = (caseId: string, { staffId }: Caller) =>
    act(inspector, caseId, 'parties', { kind: 'person', role: 'witness', name: 'Người chứng kiến', staffId });
  const lift = (caseId: string, partyId: string) => act(chief, caseId, `parties/${partyId}/bar-lift`, { reason: 'trùng tên người khác' });
  const answers = (who: Caller, ...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await who.call('GET', `/api/${path}`)).status));

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

  test('is free of all that followed once the bar is lifted: of a later case about the post, and of what else stands in it', async () => {
    const someone = await office.as('inspector');
    const [one, two, three] = [await post(), await post(), await post()];
    const first = await opened(one);
    const { body: party } = await name(first, someone);
    await closed(first);
    const second = await opened(one);
    expect((await act(inspector, second, 'posts', { postId: two.postId })).status).toBe(201);
    await closed(second);
    const third = await opened(two);
    expect((await act(inspector, third, 'posts', { postId: three.postId })).status).toBe(201);
    const doors = [first, second, third].map((id) => `cases/${id}`).concat([one, two, three].map((p) => `triage/${p.itemId}`));
    expect(await answers(someone, ...doors)).toEqual(doors.map(() => 404));
    expect((await lift(first, party.id)).status).toBe(200);
    expect(await answers(someone, ...doors)).toEqual(doors.map(() => 200));
  });
  test('is barred from what was split off a post for as long as from the post, and no longer', async () => {
    const someone = await office.as('inspector');
    const ready = await post();
    const id = await opened(ready);
    const parties = [(await name(id, someone)).body.id, (await name(id, someone)).body.id];
    for (let i = 0; i < 2; i++) expect((await office.guest().call('POST', '/api/reports', { url: ready.url })).status).toBe(201);
    const [{ reportId }] = await office.database.owner<{ reportId: string }>(
      'SELECT report_id AS "reportId" FROM intake.report_posts WHERE post_id = $1 LIMIT 1',
      [ready.postId],
    );
    const split = await inspector.call('POST', `/api/triage/${ready.itemId}/split`, { reportId, reason: 'nói về bài khác' });
    expect(split.status).toBe(200);
    const doors = [ready.postId, split.body['postId']].map((postId) => `posts/${postId}/captures`);
    expect(await answers(inspector, ...doors)).toEqual([200, 200]);
    for (const [partyId, after] of [
      [parties[0], 404],
      [parties[1], 200],
    ] as const) {
      expect(await answers(someone, ...doors)).toEqual([404, 404]);
      expect((await lift(id, partyId)).status).toBe(200);
      expect(await answers(someone, ...doors)).toEqual([after, after]);
    }
  });
  test('is freed of what earlier lifts had left, when the house is brought up to date', async () => {
    const [someone, other] = [await office.as('inspector'), await office.as('inspector')];
    const [named, left] = [await post(), await post()];
    const id = await opened(named);
    const { body: party } = await name(id, someone);
    await name(id, other);
    const bar = (staffId: string) =>
      office.database.owner('INSERT INTO core.bars (staff_id, post_id) VALUES ($1, $2)', [staffId, left.postId]);
    expect((await lift(id, party.id)).status).toBe(200);
    await bar(someone.staffId);
    const [migration, db] = [
      new BoundPosts1764000001230(),
      { query: (sql: string) => office.database.owner(sql) } as unknown as QueryRunner,
    ];
    await migration.down(db);
    await migration.up(db);
    expect(await answers(someone, `triage/${named.itemId}`, `triage/${left.itemId}`)).toEqual([200, 200]);
    expect(await answers(other, `triage/${named.itemId}`)).toEqual([404]);
  });
});
