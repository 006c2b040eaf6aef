import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { deliverAll } from '../kit/deliver-all.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost, retire } from './cases-setup.js';
import { Device } from './penalties-setup.js';
import { KeepingDesk } from './retention-setup.js';

const CLASS = 'source-capture';
interface Made {
  claimId: string;
  versionId: string;
  url: string;
  captureId: string;
  evidenceId: string;
  sha256: string;
}

describe('a capture of a source, when nothing rests on it any more', () => {
  let office: Office;
  let desk: KeepingDesk;
  let [inspector, chief, legal]: Caller[] = [];
  let n = 0;
  const sql = <T extends object>(text: string, values?: unknown[]) => office.database.owner<T>(text, values);
  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000', LIMIT_STEP_UP_MINUTES: '60' });
    [inspector, chief, legal] = [await office.as('inspector'), await office.as('chief'), await office.as('legal')];
    await Device.enrol(chief);
    desk = new KeepingDesk(office, legal, chief);
  }, 60_000);
  afterAll(() => office.close());

  const draft = async (urls: string[], claimId?: string) => {
    const { status, body } = await inspector.call('POST', claimId ? `/api/claims/${claimId}/versions` : '/api/claims', {
      topic: 'y-te',
      harm: 'high',
      wordings: [{ language: 'vi', text: `Uống nước lá số ${++n} chữa khỏi bệnh` }],
      truth: 'Không đúng.',
      sources: urls.map((url) => ({ title: 'Thông báo', url, date: '2026-01-01' })),
      falseFrom: '2026-01-01',
    });
    expect(status).toBe(201);
    await deliverAll(office);
    return body as unknown as { claimId: string; versionId: string };
  };
  const approve = async (versionId: string) => {
    expect((await chief.call('POST', `/api/claim-versions/${versionId}/approve`)).status).toBe(204);
    await deliverAll(office);
  };
  /** A claim in force with one source, captured 30 years ago. */
  async function claimed(url = `https://nguon-${++n}.example/bai`): Promise<Made> {
    const made = await draft([url]);
    await approve(made.versionId);
    const [evidenceId, bytes] = [randomUUID(), Buffer.from(`bản chụp ${url}`)];
    const { sha256 } = await office.app.get(EvidenceStore).put(bytes);
    await sql(
      `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) VALUES ($1, 'capture', $2, 'application/wacz+zip', $3)`,
      [evidenceId, sha256, bytes.length],
    );
    const [{ captureId }] = await sql<{ captureId: string }>(
      `UPDATE crawl.captures SET state = 'sealed', outcome = 'complete', evidence_id = $2, text = 'Lời của nguồn', ordered_at = now() - interval '30 years' WHERE url = $1 RETURNING id AS "captureId"`,
      [url, evidenceId],
    );
    return { ...made, url, captureId, evidenceId, sha256 };
  }
  /** Its claim left the registry so many years ago. */
  async function left({ claimId }: { claimId: string }, years: number): Promise<void> {
    await retire(office, claimId);
    await sql('ALTER TABLE classify.claim_retirements DISABLE TRIGGER USER');
    await sql('UPDATE classify.claim_retirements SET decided_at = now() - make_interval(years => $2) WHERE claim_id = $1', [
      claimId,
      years,
    ]);
    await sql('ALTER TABLE classify.claim_retirements ENABLE TRIGGER USER');
  }
  /** A case of a post that was judged by that version. */
  async function caseOn({ versionId }: { versionId: string }): Promise<string> {
    const post = await judgedPost(office, inspector.staffId);
    await sql('ALTER TABLE classify.judgements DISABLE TRIGGER USER');
    await sql('UPDATE classify.judgements SET claim_version_id = $2 WHERE id = $1', [post.judgementId, versionId]);
    return ((await inspector.call('POST', '/api/cases', { postId: post.postId })).body as unknown as { id: string }).id;
  }
  const due = async () => {
    await sql(`UPDATE retention.items SET state = 'kept', settled_at = now() - interval '2 years' WHERE state = 'due'`);
    await desk.sweep();
    const list = await desk.proposed(CLASS); // one of which all was kept stays open
    return list ? (await desk.items(list)).filter(({ state }) => state === 'due').map(({ refId }) => refId) : [];
  };
  const hold = async (caseId: string) => {
    const { version } = (await legal.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number };
    expect((await legal.call('POST', `/api/cases/${caseId}/holds`, { version, reason: 'Cơ quan điều tra đề nghị giữ' })).status).toBe(201);
  };

  test('is due twenty years after the last claim that named it left the registry, in whatever version and form', async () => {
    const [alone, shared, earlier, lately] = [await claimed(), await claimed(), await claimed(), await claimed()];
    await draft([`${shared.url}?utm_source=x#tren`]); // a draft names it in another form
    const next = await draft([`https://khac-${++n}.example/`], earlier.claimId);
    await approve(next.versionId); // the version in force names it no more, what rests on the one before does
    await left(lately, 19);
    expect(await due()).toEqual([]);
    for (const made of [alone, shared]) await left(made, 21);
    expect(await due()).toEqual([alone.captureId]);
    await left(earlier, 21);
    expect((await due()).sort()).toEqual([alone.captureId, earlier.captureId].sort());
    const [item] = await desk.items((await desk.proposed(CLASS))!);
    expect(item).toMatchObject({ kind: 'source', state: 'due', about: expect.stringContaining('.example') });
    await sql(`UPDATE retention.items SET state = 'kept', settled_at = now() WHERE state = 'due'`);
  });

  test('stays as long as a case of a post that says one of those claims goes on, or ended less than twenty years ago', async () => {
    const [open, closed, lately] = [await claimed(), await claimed(), await claimed()];
    const cases = [await caseOn(open), await caseOn(closed), await caseOn(lately)];
    for (const made of [open, closed, lately]) await left(made, 25);
    await desk.over(cases[1], 'closed', 21);
    await desk.over(cases[2], 'closed', 19);
    expect(await due()).toEqual([closed.captureId]);
    await sql(`UPDATE retention.items SET state = 'kept', settled_at = now() WHERE state = 'due'`);
  });

  test('stays as long as a case goes on whose post became one with a post that says one of those claims', async () => {
    const made = await claimed();
    const [own, heir, twin] = [await judgedPost(office, inspector.staffId), await judgedPost(office, inspector.staffId), await judgedPost(office, inspector.staffId)]; // prettier-ignore
    const caseId = ((await inspector.call('POST', '/api/cases', { postId: own.postId })).body as unknown as { id: string }).id;
    await desk.over(caseId, 'closed', 19);
    for (const post of [own, twin]) await sql('UPDATE intake.posts SET merged_into = $2 WHERE id = $1', [post.postId, heir.postId]);
    await left(made, 25);
    for (const says of [heir, twin]) {
      await sql('ALTER TABLE classify.judgements DISABLE TRIGGER USER');
      await sql('UPDATE classify.judgements SET claim_version_id = CASE WHEN id = $1 THEN $2::uuid END WHERE id = ANY($3)', [says.judgementId, made.versionId, [heir.judgementId, twin.judgementId]]); // prettier-ignore
      expect(await due()).toEqual([]);
    }
    await hold(caseId);
    const [{ held }] = await sql<{ held: boolean }>(`SELECT retention.on_hold('source', $1) AS held`, [made.captureId]);
    expect(held).toBe(true);
    for (const { captureId } of [made, heir, twin]) {
      const { items } = (await legal.call('GET', `/api/captures/${captureId}/custody`)).body as unknown as { items: { part: string }[] };
      expect(items.map(({ part }) => part)).toEqual(['hold']);
    }
  });

  test('stays with a claim that had it captured by hand, even where the house did not open such a link when it was written', async () => {
    const [gone, stays] = [await claimed(), await draft([`https://khac-${++n}.example/`])];
    const next = await draft([`${gone.url}?utm_source=y`], stays.claimId);
    await sql('UPDATE classify.version_sources SET link_id = NULL WHERE version_id = $1', [next.versionId]);
    const url = `${gone.url}?utm_source=y`;
    expect((await inspector.call('POST', `/api/claims/${stays.claimId}/sources/captures`, { url })).status).toBe(201);
    await left(gone, 21);
    expect(await due()).toEqual([]);
  });

  test('of a merged claim stays as long as the one that it went into', async () => {
    const [from, into] = [await claimed(), await claimed()];
    const merge = { into: into.claimId, reason: 'Hai tin là một' };
    await sql('ALTER TABLE classify.claims DISABLE TRIGGER USER');
    await sql(`UPDATE classify.claims SET state = 'merged', merged_into = $2 WHERE id = $1`, [from.claimId, merge.into]);
    await sql('ALTER TABLE classify.claims ENABLE TRIGGER USER');
    expect(await due()).toEqual([]);
    await left(into, 21);
    expect((await due()).sort()).toEqual([from.captureId, into.captureId].sort());
    await sql(`UPDATE retention.items SET state = 'kept', settled_at = now() WHERE state = 'due'`);
  });

  test('of a held case is neither proposed nor purged, and its custody tells of the hold', async () => {
    const [held, after] = [await claimed(), await claimed()];
    const [caseId, later] = [await caseOn(held), await caseOn(after)];
    for (const made of [held, after]) await left(made, 25);
    await hold(caseId);
    for (const id of [caseId, later]) await desk.over(id, 'closed', 21);
    expect(await due()).toEqual([after.captureId]);
    const list = await desk.letGo(CLASS);
    await hold(later);
    await desk.turn();
    expect(await desk.items(list)).toMatchObject([{ refId: after.captureId, state: 'refused', said: 'held' }]);
    for (const { captureId, sha256 } of [held, after]) {
      expect(desk.holdsBytes(sha256)).toBe(true);
      const { items } = (await legal.call('GET', `/api/captures/${captureId}/custody`)).body as unknown as { items: { part: string }[] };
      expect(items.map(({ part }) => part)).toEqual(['hold']);
    }
  });

  test('that was let go by two persons is purged: bytes and words go, its hash stays; a claim that names it later has it captured anew', async () => {
    const made = await claimed();
    await left(made, 21);
    expect(await due()).toEqual([made.captureId]);
    await desk.letGo(CLASS);
    await desk.turn();
    await desk.turn();
    expect(desk.holdsBytes(made.sha256)).toBe(false);
    expect((await legal.call('GET', `/api/captures/${made.captureId}`)).body).toMatchObject({ purgedAt: expect.any(String), text: null, parts: [], custody: [{ part: 'purged' }] }); // prettier-ignore
    const [grave] = await sql('SELECT kind, held FROM retention.tombstones WHERE ref_id = $1', [made.captureId]);
    expect(grave).toMatchObject({ kind: 'source', held: { parts: [expect.objectContaining({ sha256: made.sha256 })] } });
    const sources = async (claimId: string) => (await inspector.call('GET', `/api/claims/${claimId}/sources`)).body as unknown as { items: object[] }; // prettier-ignore
    expect((await sources(made.claimId)).items).toMatchObject([{ looks: 1, kept: null, latest: { id: made.captureId, purgedAt: expect.any(String) } }]); // prettier-ignore
    const next = await draft([made.url]);
    await approve(next.versionId);
    expect((await sources(next.claimId)).items).toMatchObject([{ looks: 2, latest: { state: 'ordered', purgedAt: null } }]);
  });

  test('is not due before it is known of every version what it rests on, which the worker finds out for those that came earlier', async () => {
    const [old, other] = [await claimed(), await claimed()];
    await sql('DELETE FROM classify.version_sources WHERE version_id = $1', [old.versionId]); // which may rest on whatever is due
    await left(other, 21);
    expect(await due()).toEqual([]);
    await sql(`INSERT INTO core.due (kind, ref, due_at) VALUES ('claim-sources', $1, now())`, [old.versionId]);
    await deliverAll(office);
    expect(await due()).toEqual([other.captureId]);
    const closed = await draft(['http://192.168.1.1/']);
    expect(await sql('SELECT link_id FROM classify.version_sources WHERE version_id = $1', [closed.versionId])).toEqual([
      { link_id: null },
    ]);
  });
});
