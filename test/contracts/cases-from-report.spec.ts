import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Deliver } from '../../src/core/events/deliver.js';
import { Relay, type Ring } from '../../src/core/events/relay.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { undoIsOver } from './cases-setup.js';

const RUMOUR = 'Uống nước muối pha tỏi mỗi sáng chữa khỏi hoàn toàn bệnh sốt xuất huyết';
const CLAIM = {
  topic: 'y-te',
  harm: 'high',
  wordings: [{ language: 'vi', text: RUMOUR }],
  truth: 'Nước muối pha tỏi không chữa được sốt xuất huyết',
  sources: [{ title: 'Thông báo', url: 'https://soyte.example/1', date: '2026-01-01' }],
  falseFrom: '2020-01-01',
};

describe('from a report to a case, by the doors that people use', () => {
  let office: Office;
  let [inspector, chief, legal]: Caller[] = [];
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, chief, legal] = [await office.as('inspector'), await office.as('chief'), await office.as('legal')];
  }, 60_000);
  afterAll(() => office.close());

  const ok = async <T>(who: Caller, method: string, path: string, body?: object): Promise<T> => {
    const answer = await who.call(method, path, body);
    expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
    return answer.body as T;
  };
  /** Does everything that waits, the undo of judgements over. */
  const work = async () => {
    for (let rung: Ring[] | null = []; rung;) {
      for (const { id } of rung) await office.app.get(Deliver).run(id);
      await undoIsOver(office);
      await office.database.owner(`UPDATE core.deliveries SET available_at = clock_timestamp() WHERE state = 'waiting'`);
      rung = null;
      await office.app.get(Relay).sweep(async (rings) => {
        rung = rings;
      });
    }
  };
  const judge = async (text: string, judgement: string): Promise<string> => {
    await ok(office.guest(), 'POST', '/api/reports', { text });
    await work();
    const { items } = await ok<{ items: { id: string; firstLine: string }[] }>(inspector, 'GET', '/api/triage?state=waiting');
    const { id } = items.find((i) => text.startsWith(i.firstLine.slice(0, 20)))!;
    const { matches } = await ok<{ matches: { id: string }[] }>(inspector, 'GET', `/api/triage/${id}`);
    await ok(inspector, 'POST', `/api/triage/${id}/matches/${matches[0].id}`, { decision: 'confirmed' });
    const { item, post } = await ok<{ item: { version: number }; post: { id: string } }>(inspector, 'GET', `/api/triage/${id}`);
    await ok(inspector, 'POST', `/api/triage/${id}/judgement`, { judgement, version: item.version, reason: 'đã đọc kỹ' });
    await work();
    return post.id;
  };

  test('a reported text that repeats a known false claim is judged, proposed, opened with its evidence, confirmed and noted, and every step stands in the log', async () => {
    const { versionId } = await ok<{ versionId: string }>(inspector, 'POST', '/api/claims', CLAIM);
    await ok(chief, 'POST', `/api/claim-versions/${versionId}/approve`);
    const postId = await judge(`${RUMOUR}. Mọi người chia sẻ ngay!`, 'false-statement-of-fact');
    const { proposals } = await ok<{ proposals: { postId: string; topic: string; firstLine: string }[] }>(inspector, 'GET', '/api/work');
    expect(proposals).toMatchObject([{ postId, topic: 'y-te', firstLine: expect.stringContaining('nước muối') }]);
    const { id } = await ok<{ id: string }>(inspector, 'POST', '/api/cases', { postId });
    const file = await ok<{ version: number; exhibits: object[]; posts: object[] }>(legal, 'GET', `/api/cases/${id}`);
    expect(file.exhibits).toMatchObject([{ kind: 'submission', mediaType: expect.stringContaining('text/plain') }]);
    expect(file.posts).toMatchObject([
      { postId, judgement: { judgement: 'false-statement-of-fact', claim: { topic: 'y-te' } }, addresses: [{ kind: 'text' }] },
    ]);
    const { version } = await ok<{ version: number }>(inspector, 'POST', `/api/cases/${id}/steps`, {
      to: 'verifying',
      version: file.version,
    });
    await ok(inspector, 'POST', `/api/cases/${id}/steps`, { to: 'confirmed', version });
    const { items } = await ok<{ items: { type: string }[] }>(chief, 'GET', '/api/log?type=case');
    expect(items.map((i) => i.type)).toEqual(['case.stepped', 'case.stepped', 'case.opened', 'case.proposed']);
  });
  test('a text that repeats it as satire proposes no case', async () => {
    const postId = await judge(`Chuyện cười: ${RUMOUR}, lại còn mọc cánh bay được`, 'satire');
    expect((await ok<{ proposals: object[] }>(inspector, 'GET', '/api/work')).proposals).toEqual([]);
    expect((await inspector.call('POST', '/api/cases', { postId })).body.code).toBe('not-judged-false');
  });
});
