import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { openOffice, type Office } from '../kit/office.js';
import { until } from '../kit/until.js';
import { retire } from './cases-setup.js';
import { CorrectionDesk, SOURCES, VI } from './corrections-setup.js';

describe('a correction', () => {
  let office: Office;
  let desk: CorrectionDesk;
  const page = async (id: string) => office.guest().call('GET', `/dinh-chinh/${id}?lang=vi`);
  const waitsForLock = async () =>
    (await office.database.owner(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length >
    0;
  const text = async (id: string) => (await page(id)).body.text as string;
  beforeAll(async () => {
    office = await openOffice();
    desk = await CorrectionDesk.open(office);
  }, 60_000);
  afterAll(() => office.close());

  test('is filled in from its claim, and its headline is a blank that nobody can approve', async () => {
    const { id } = (await desk.inspector.call('POST', '/api/corrections', { claimId: await desk.claim() })).body;
    const file = await desk.file(id);
    expect(file.content).toMatchObject({ vi: { ...VI, title: '' }, en: null, sources: SOURCES });
    expect(file.blanks).toEqual(['vi.title']);
    expect((await desk.act(desk.legal, id, 'publish')).body).toMatchObject({ status: 422, code: 'blank-left', blanks: ['vi.title'] });
    await desk.write(id, { truth: 'Sự thật là [...]' });
    expect((await desk.act(desk.legal, id, 'publish')).body).toMatchObject({ code: 'blank-left', blanks: ['vi.truth'] });
    await desk.write(id, {}, { en: { title: 'Salt water', said: 'It cures', truth: ' ' } });
    expect((await desk.act(desk.legal, id, 'publish')).body).toMatchObject({ code: 'blank-left', blanks: ['en.truth'] });
    expect((await page(id)).status).toBe(404);
  });
  test('is worded in the form of one, never in a list, and in words that somebody can see', async () => {
    const id = await desk.draft();
    for (const wrong of [[], [[]], [VI], {}, 'lời', null]) {
      expect([wrong, (await desk.write(id, {}, { vi: wrong })).status]).toEqual([wrong, 400]);
      if (wrong !== null) expect([wrong, (await desk.write(id, {}, { en: wrong })).status]).toEqual([wrong, 400]);
      expect([wrong, (await desk.write(id, {}, { sources: [wrong] })).status]).toEqual([wrong, 400]);
    }
    await desk.write(id, { title: '\u200b', said: '\u2800', truth: '\u3164' }, { sources: [{ ...SOURCES[0], title: '\u200b' }] });
    expect((await desk.file(id)).blanks).toEqual(['vi.said', 'vi.title', 'vi.truth', 'sources.0']);
    expect((await desk.act(desk.legal, id, 'publish')).body).toMatchObject({ code: 'blank-left' });
  });
  test('names a source by its own address, not by one that looks like another', async () => {
    const id = await desk.draft();
    const url = 'https://www.gov.vn@evil.example/x';
    expect((await desk.write(id, {}, { sources: [{ ...SOURCES[0], url }] })).status).toBe(400);
  });
  test('is not published on a claim that is retired at the same moment', async () => {
    const id = await desk.draft();
    const retirement = new pg.Client({ connectionString: office.database.urls.app });
    await retirement.connect();
    await retirement.query('BEGIN');
    await retirement.query(
      `INSERT INTO classify.claim_retirements (claim_id, reason, proposed_by, agreed, decided_by, decided_at)
       SELECT claim_id, 'Nguồn đã rút lại', $2, true, $3, now() FROM publication.corrections WHERE id = $1`,
      [id, desk.inspector.staffId, desk.chief.staffId],
    );
    await retirement.query(
      `UPDATE classify.claims SET state = 'retired', version = version + 1 WHERE id = (SELECT claim_id FROM publication.corrections WHERE id = $1)`,
      [id],
    );
    const publishing = desk.act(desk.legal, id, 'publish');
    await until(waitsForLock).finally(() => retirement.query('COMMIT').then(() => retirement.end()));
    expect((await publishing).body).toMatchObject({ code: 'correction-lacks', lacks: ['claim-in-force'] });
  });
  test('needs a source', async () => {
    const id = await desk.draft({}, { sources: [] });
    expect((await desk.act(desk.legal, id, 'publish')).body).toMatchObject({ status: 422, code: 'correction-lacks', lacks: ['source'] });
  });
  test('is made of a claim in force, and a claim has one', async () => {
    const { claimId } = (
      await desk.inspector.call('POST', '/api/claims', {
        topic: 'y-te',
        harm: 'low',
        wordings: [{ language: 'vi', text: VI.said }],
        truth: 'Sai',
        sources: [{ ...SOURCES[0], date: '2026-01-01' }],
        falseFrom: '2026-01-01',
      })
    ).body;
    expect((await desk.inspector.call('POST', '/api/corrections', { claimId })).body).toMatchObject({ code: 'claim-not-in-force' });
    const inForce = await desk.claim();
    const { id } = (await desk.inspector.call('POST', '/api/corrections', { claimId: inForce })).body;
    expect((await desk.legal.call('POST', '/api/corrections', { claimId: inForce })).body).toMatchObject({
      status: 409,
      code: 'correction-exists',
      correctionId: id,
    });
  });
  test('is published by a second person: nobody approves what they wrote, through whichever account, nor without the right', async () => {
    const id = await desk.draft();
    await desk.write(id, { title: 'Pháp chế sửa' }, {}, desk.legal);
    expect((await desk.act(desk.legal, id, 'publish')).body).toMatchObject({ status: 403, code: 'own-draft' });
    const secondAccount = await office.as('legal');
    await office.database.owner('UPDATE core.accounts SET staff_id = $1 WHERE staff_id = $2', [desk.legal.staffId, secondAccount.staffId]);
    expect((await desk.act(secondAccount, id, 'publish')).body).toMatchObject({ status: 403, code: 'own-draft' });
    expect((await desk.act(desk.inspector, id, 'publish')).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await desk.act(desk.chief, id, 'publish')).body).toMatchObject({ state: 'published' });
    expect(await text(id)).toContain('Pháp chế sửa');
  });
  test('that is edited has no approval any more: the public reads the approved version until the next one is approved', async () => {
    const id = await desk.published({ title: 'Bản thứ nhất' });
    const { contentHash, version } = await desk.file(id);
    expect((await desk.write(id, { title: 'Bản thứ hai' })).body).toMatchObject({ state: 'draft' });
    expect(await text(id)).toContain('Bản thứ nhất');
    expect(await text(id)).not.toContain('Bản thứ hai');
    expect((await desk.chief.call('POST', `/api/corrections/${id}/publish`, { version, contentHash })).body).toMatchObject({
      code: 'stale',
    });
    const now = (await desk.file(id)).version;
    expect((await desk.chief.call('POST', `/api/corrections/${id}/publish`, { version: now, contentHash })).body).toMatchObject({
      status: 409,
      code: 'content-changed',
    });
    await desk.act(desk.legal, id, 'publish');
    expect(await text(id)).toContain('Bản thứ hai');
    expect((await desk.file(id)).versions.map((v) => v.approvedBy !== null)).toEqual([true, true, false]);
  });
  test('is changed by nobody who read an older version', async () => {
    const id = await desk.draft();
    const { version } = await desk.file(id);
    await desk.write(id, { title: 'Người khác đã sửa' });
    const late = await desk.legal.call('PUT', `/api/corrections/${id}`, { version, vi: VI, sources: SOURCES });
    expect(late.body).toMatchObject({ status: 409, code: 'stale', current: { version: version + 1 } });
  });
  test('that is sent back waits for a new version', async () => {
    const id = await desk.draft();
    expect((await desk.act(desk.legal, id, 'return', { reason: 'Thiếu số liệu' })).status).toBe(200);
    expect((await desk.act(desk.chief, id, 'publish')).body).toMatchObject({ code: 'correction-lacks', lacks: ['new-version'] });
    expect((await desk.file(id)).versions[0].returnReason).toBe('Thiếu số liệu');
    await desk.write(id, { truth: 'Mười hai mẫu đều đạt.' });
    expect((await desk.act(desk.legal, id, 'publish')).status).toBe(200);
  });
  test('that is published is sent back by nobody: an edit alone makes it a draft', async () => {
    const id = await desk.published();
    expect((await desk.act(desk.legal, id, 'return', { reason: 'Thiếu số liệu' })).body.code).toBe('no-such-step');
    expect((await desk.file(id)).state).toBe('published');
  });
  test('is withdrawn with a reason by two people, and its page says so and no longer what it said', async () => {
    const id = await desk.published({ truth: 'Một câu sẽ rút' });
    expect((await desk.act(desk.legal, id, 'withdrawal/decision', { agreed: true })).body).toMatchObject({ code: 'correction-lacks' });
    expect((await desk.act(desk.legal, id, 'withdrawal', { reason: 'Nguồn đã đổi số liệu' })).status).toBe(200);
    expect((await desk.act(desk.legal, id, 'withdrawal', { reason: 'Lần nữa' })).body).toMatchObject({ code: 'withdrawal-open' });
    expect((await desk.act(desk.legal, id, 'withdrawal/decision', { agreed: true })).body).toMatchObject({
      status: 403,
      code: 'own-draft',
    });
    expect((await desk.act(desk.chief, id, 'withdrawal/decision', { agreed: false })).body).toMatchObject({ state: 'published' });
    expect((await page(id)).status).toBe(200);
    await desk.act(desk.inspector, id, 'withdrawal', { reason: 'Nguồn đã đổi số liệu' });
    expect((await desk.act(desk.chief, id, 'withdrawal/decision', { agreed: true })).body).toMatchObject({ state: 'withdrawn' });
    const { status, body } = await page(id);
    expect([status, body.text]).toEqual([410, expect.stringContaining('Nguồn đã đổi số liệu')]);
    expect(body.text).not.toMatch(/Một câu sẽ rút|ld\+json/);
    expect((await desk.write(id)).body).toMatchObject({ status: 409, code: 'no-such-step' });
    const feed = (await office.guest().call('GET', '/dinh-chinh/feed.xml')).body.text as string;
    expect(feed).toContain(`Đã rút: ${VI.title}`);
  });
  test('is to be looked at again when its claim changes or is retired, and cannot be approved on an old claim', async () => {
    const claimId = await desk.claim();
    const { id } = (await desk.inspector.call('POST', '/api/corrections', { claimId })).body;
    await desk.write(id);
    await desk.act(desk.legal, id, 'publish');
    const marked = async () => {
      const { items } = (await desk.inspector.call('GET', `/api/corrections?lookAgain=true&claimId=${claimId}`)).body as unknown as {
        items: object[];
      };
      return [(await desk.file(id)).lookAgain, items.length];
    };
    expect(await marked()).toEqual([false, 0]);
    await desk.write(id, { title: 'Soạn trước khi tin sai đổi' });
    await desk.changeClaim(claimId);
    expect(await marked()).toEqual([true, 1]);
    expect((await desk.act(desk.legal, id, 'publish')).body).toMatchObject({ code: 'correction-lacks', lacks: ['claim-in-force'] });
    await desk.write(id, { title: 'Soạn sau khi tin sai đổi' });
    expect((await desk.act(desk.legal, id, 'publish')).status).toBe(200);
    expect(await marked()).toEqual([false, 0]);
    await retire(office, claimId);
    expect(await marked()).toEqual([true, 1]);
  });
  test('waits on the desk of whoever may decide, and of nobody who wrote it', async () => {
    const id = await desk.draft();
    const waits = async (by: typeof desk.legal, list: 'corrections' | 'toCorrect') => {
      const work = (await by.call('GET', '/api/work')).body as unknown as Record<string, { correctionId: string; why: string }[]> & {
        approvals: Record<string, { correctionId: string; why: string }[]>;
      };
      return (work.approvals[list] ?? work[list]).filter((line) => line.correctionId === id).map((line) => line.why);
    };
    expect([await waits(desk.legal, 'corrections'), await waits(desk.inspector, 'corrections')]).toEqual([['publish'], []]);
    await desk.act(desk.legal, id, 'return', { reason: 'Thiếu số liệu' });
    expect([await waits(desk.legal, 'corrections'), await waits(desk.inspector, 'toCorrect')]).toEqual([[], ['returned']]);
    await desk.write(id, { title: 'Pháp chế viết lại' }, {}, desk.legal);
    expect([await waits(desk.legal, 'corrections'), await waits(desk.chief, 'corrections')]).toEqual([[], ['publish']]);
    const { body } = await desk.inspector.call('POST', '/api/search', { q: 'Pháp chế viết lại' });
    expect(body.items).toMatchObject([{ kind: 'correction', id }]);
  });
  test('tells each person what they may do next, and what that still lacks', async () => {
    const id = await desk.draft();
    const acts = async (by: typeof desk.legal) => (await desk.file(id, by)).next.map((n) => [n.act, n.possible]);
    expect(await acts(desk.inspector)).toEqual([
      ['change', true],
      ['propose-withdrawal', true],
    ]);
    expect(await acts(desk.chief)).toEqual([
      ['publish', true],
      ['return', true],
      ['propose-withdrawal', true],
    ]);
    await desk.write(id, {}, { sources: [] }, desk.legal);
    const publish = (await desk.file(id, desk.legal)).next.find((n) => n.act === 'publish');
    expect(publish).toMatchObject({ possible: false, ownWork: true, lacks: ['source'] });
    expect(await acts(await office.as('auditor'))).toEqual([]);
  });
});
