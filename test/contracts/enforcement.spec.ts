import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { Db } from '../../src/core/database/db.js';
import { EvidenceStore } from '../../src/core/evidence/store.js';
import { DispatchTakedown } from '../../src/enforcement/dispatch-takedown.use-case.js';
import { GroundRepository } from '../../src/enforcement/ground.repository.js';
import type { Caller, Office } from '../kit/office.js';
import { judgeAgain, retireClaim } from './cases-setup.js';
import { confirmedCase, moveClock, observe, openTakedownOffice, stepCase, work, type File } from './enforcement-setup.js';

interface Board {
  items: { url: string; next: { to: string }[] }[];
  nextCursor: string | null;
  total: number;
}
/** The next bytes are kept only when somebody says so. */
function slowStore(office: Office) {
  const store = office.app.get(EvidenceStore);
  const put = store.put.bind(store);
  let [arrived, goOn] = [() => {}, () => {}];
  const asked = new Promise<void>((r) => {
    arrived = r;
  });
  const gate = new Promise<void>((r) => {
    goOn = r;
  });
  store.put = async (source) => {
    store.put = put;
    arrived();
    await gate;
    return put(source);
  };
  return { asked, goOn };
}
const SIGNER = { signer: 'Phó Giám đốc Nguyễn Văn A' };

describe('takedown requests', () => {
  let house: Awaited<ReturnType<typeof openTakedownOffice>>;
  let office: Office;
  let inspector: Caller, coordinator: Caller, legal: Caller, chief: Caller;
  beforeAll(async () => {
    house = await openTakedownOffice();
    ({ office, inspector, coordinator, legal, chief } = house);
  }, 60_000);
  afterAll(() => house.close());

  const file = async (id: string, who = coordinator) => (await who.call('GET', `/api/takedowns/${id}`)).body as unknown as File;
  const draft = (caseId: string, more: object = {}, who = coordinator) =>
    who.call('POST', '/api/takedowns', {
      caseId,
      platform: 'mang',
      delivery: 'email',
      recipient: 'phap-che@mang.example',
      legalBasis: 'nd147-24h',
      fields: SIGNER,
      ...more,
    });
  const drafted = async (more: object = {}, posts = 1) => {
    const made = await confirmedCase(office, inspector, posts);
    const { status, body } = await draft(made.caseId, more);
    expect([status, body]).toEqual([201, expect.anything()]);
    return { ...made, takedown: await file((body as unknown as { id: string }).id) };
  };
  const act = async (who: Caller, id: string, path: string, body: object = {}) =>
    who.call('POST', `/api/takedowns/${id}/${path}`, { version: (await file(id)).version, ...body });
  const approve = async (id: string, who = legal) =>
    who.call('POST', `/api/takedowns/${id}/approve`, { contentHash: (await file(id)).contentHash });
  const change = async (id: string, body: object, who = coordinator) =>
    who.call('PUT', `/api/takedowns/${id}`, { version: (await file(id)).version, ...body });
  const sent = async (more: object = {}, posts = 1) => {
    const made = await drafted(more, posts);
    expect((await approve(made.takedown.id)).status).toBe(200);
    expect((await act(coordinator, made.takedown.id, 'send')).status).toBe(200);
    await work(office);
    const takedown = await file(made.takedown.id);
    expect([takedown.state, takedown.deliveries]).toEqual(['sent', expect.anything()]);
    return { ...made, takedown };
  };

  describe('a draft', () => {
    test('takes exact links, evidence and reasons from the case', async () => {
      const { takedown, posts } = await drafted({}, 2);
      expect(takedown).toMatchObject({ state: 'draft', kind: 'removal', reference: expect.stringMatching(/^\d{4}-\d{6}\/YCG-1$/) });
      expect(takedown.content.items.map((i) => i.url).sort()).toEqual(posts.map((p) => p.url).sort());
      for (const { url, evidence } of takedown.content.items) {
        expect(takedown.content.body).toContain(url);
        expect(takedown.content.body).toContain(evidence[0].sha256);
      }
      expect(takedown.content.body).toContain('Không đúng');
      expect(takedown.content.body).toContain('147/2024');
    });
    test('is told of what the public was shown before what a member was, and quotes nothing that nobody can say was shown', async () => {
      const made = await confirmedCase(office, inspector);
      const [{ postId, url }] = made.posts;
      const sql = office.database.owner.bind(office.database);
      const [{ id: addressId }] = await sql<{ id: string }>(`SELECT id FROM intake.addresses WHERE post_id = $1 AND kind = 'url'`, [
        postId,
      ]);
      await sql(
        `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ('van-phong', 'desktop', 'mang', '{mang.example}', 'x', $1)`,
        [inspector.staffId],
      );
      const captured = async (visitor: string, text: string, ago: string) => {
        const [id, evidenceId] = [randomUUID(), randomUUID()];
        await sql(
          `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes, sealed_at) VALUES ($1, 'capture', $2, 'application/wacz+zip', 9, clock_timestamp() - $3::interval)`,
          [evidenceId, createHash('sha256').update(id).digest('hex'), ago],
        );
        await sql(
          `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, platform, visitor, text, ground, ended_at)
           VALUES ($1, $2, $3, $4, 'report', 'sealed', 'complete', $5, 'mang', $6, $7, '{"rule":"post-found"}', clock_timestamp() - $8::interval)`,
          [id, postId, addressId, url, evidenceId, visitor, text, ago],
        );
        return { id, evidenceId };
      };
      const known = async () => {
        const [{ sealed, quote, quoteSession, authorSession }] = await office.app
          .get(Db)
          .read((tx) => office.app.get(GroundRepository).links(tx, made.caseId));
        return [sealed?.evidenceId, sealed?.session, quote, quoteSession, authorSession];
      };
      const judged = (id: string, text: string) =>
        sql('UPDATE classify.triage_items SET capture_id = $2, text = $3 WHERE post_id = $1', [postId, id, text]);
      await sql(`UPDATE crawl.captures SET text = NULL, ended_at = clock_timestamp() - interval '2 hours' WHERE address_id = $1`, [
        addressId,
      ]);
      const member = await captured('van-phong', 'chữ cho thành viên', '0');
      await judged(member.id, 'chữ cho thành viên');
      expect(await known()).toEqual([member.evidenceId, 'van-phong', 'chữ cho thành viên', 'van-phong', null]);
      const seen = await captured('desktop', 'chữ cho mọi người', '1 hour');
      expect(await known()).toEqual([seen.evidenceId, null, 'chữ cho mọi người', null, null]);
      await sql(`UPDATE crawl.captures SET ground = '{"rule":"post-found","laidOut":false}' WHERE address_id = $1`, [addressId]);
      await judged(seen.id, 'chữ chưa ai thấy');
      expect(await known()).toEqual([seen.evidenceId, null, null, null, null]);
    });
    test('is told of a sealed capture of a second link, takes it as an exhibit, and takes the new evidence in', async () => {
      const made = await confirmedCase(office, inspector);
      const [{ postId }] = made.posts;
      const [addressId, evidenceId] = [randomUUID(), randomUUID()];
      const url = `https://mang.example/s/${addressId}`;
      await office.database.owner(`INSERT INTO intake.addresses (id, post_id, kind, value, url) VALUES ($1, $2, 'url', $3, $3)`, [
        addressId,
        postId,
        url,
      ]);
      await office.database.owner(
        `INSERT INTO core.evidence_items (id, kind, sha256, media_type, bytes) VALUES ($1, 'capture', $2, 'application/wacz+zip', 9)`,
        [evidenceId, createHash('sha256').update(url).digest('hex')],
      );
      await office.database.owner(
        `INSERT INTO crawl.captures (id, post_id, address_id, url, reason, state, outcome, evidence_id, platform) VALUES ($1, $2, $3, $4, 'report', 'sealed', 'complete', $5, 'mang')`,
        [randomUUID(), postId, addressId, url, evidenceId],
      );
      const link = async () =>
        (
          (await coordinator.call('GET', `/api/takedowns/prefill?caseId=${made.caseId}`)).body as unknown as {
            links: { addressId: string; evidence: object[]; sealed: { evidenceId: string } | null }[];
          }
        ).links.find((l) => l.addressId === addressId)!;
      expect(await link()).toMatchObject({ evidence: [], sealed: { evidenceId } });
      const { id } = (await draft(made.caseId, { fields: { ...SIGNER, sources: 'Bộ Y tế' } })).body as unknown as { id: string };
      expect((await file(id, legal)).next.find((n) => n.act === 'approve')!.lacks).toEqual(['sealed-evidence']);
      const attach = (who: Caller) => who.call('POST', `/api/cases/${made.caseId}/exhibits`, { evidenceId, why: 'bản chụp của đường dẫn' });
      expect((await attach(legal)).status).toBe(403);
      expect((await attach(coordinator)).status).toBe(201);
      expect(await link()).toMatchObject({ evidence: [{ evidenceId }], sealed: null });
      expect((await change(id, {})).status).toBe(200);
      expect((await file(id)).content.items.map((i) => i.evidence.length)).toEqual([1, 1]);
      expect((await approve(id)).status).toBe(200);
    });
    test('says of a link that is added why it is false too, beside what a person wrote', async () => {
      const made = await confirmedCase(office, inspector, 2);
      const [salt, money] = made.posts;
      const truth = 'Không có khoản hỗ trợ nào.';
      const sources = [{ title: 'Bộ Tài chính', url: 'https://mof.example/1', date: '2026-11-20' }];
      await office.database.owner(
        'UPDATE classify.claim_versions SET truth = $2, sources = $3 WHERE id = (SELECT claim_version_id FROM classify.judgements WHERE id = $1)',
        [money.judgementId, truth, JSON.stringify(sources)],
      );
      const items = (...posts: { addressId: string }[]) => posts.map(({ addressId }) => ({ addressId }));
      const fields = { ...SIGNER, sources: 'Bộ Y tế' };
      const { id } = (await draft(made.caseId, { fields, items: items(salt) })).body as unknown as { id: string };
      const said = async () => (await file(id)).blanks.filter((b) => ['why_false', 'sources'].includes(b.name)).map((b) => b.value);
      expect(await said()).toEqual(['Không đúng', 'Bộ Y tế']);
      const further = 'Bộ Y tế; Bộ Tài chính (https://mof.example/1, 20/11/2026)';
      expect((await change(id, { items: items(salt, money) })).status).toBe(200);
      expect(await said()).toEqual([`Không đúng ${truth}`, further]);
      expect((await change(id, { items: items(salt), fields: { why_false: 'Bộ Y tế đã bác bỏ.' } })).status).toBe(200);
      expect((await change(id, { items: items(salt, money) })).status).toBe(200);
      expect(await said()).toEqual([`Bộ Y tế đã bác bỏ. ${truth}`, further]);
      expect((await file(id)).content.body).toContain(`Bộ Y tế đã bác bỏ. ${truth}`);
      expect((await change(id, { fields: { why_false: 'Hai bộ đã bác bỏ.' } })).status).toBe(200);
      expect((await said())[0]).toBe('Hai bộ đã bác bỏ.');
      expect((await change(id, { fields: { why_false: '' } })).status).toBe(200);
      expect((await said())[0]).toBe(`Không đúng ${truth}`);
    });
    test('with a blank is not approved, and the blank is named', async () => {
      const { takedown } = await drafted({ fields: {} });
      expect(takedown.blanks.filter((b) => b.open).map((b) => b.name)).toEqual(['sources', 'signer']);
      expect((await approve(takedown.id)).body).toMatchObject({ code: 'blank-left', blanks: ['sources', 'signer'] });
      expect((await file(takedown.id, legal)).next.find((n) => n.act === 'approve')).toMatchObject({
        possible: false,
        lacks: ['no-blank'],
      });
    });
    test('asks for no link of another case, no other spelling of a link, and no link twice', async () => {
      const [one, other] = [await confirmedCase(office, inspector), await confirmedCase(office, inspector)];
      expect((await draft(one.caseId, { items: [{ addressId: other.posts[0].addressId }] })).body.code).toBe('foreign-link');
      expect((await draft(one.caseId, { items: [{ addressId: one.posts[0].addressId, url: 'https://mang.example/' }] })).body.code).toBe(
        'foreign-link',
      );
      const both = await Promise.all([draft(one.caseId), draft(one.caseId)]);
      expect(both.map((b) => b.status).sort()).toEqual([201, 409]);
      expect(both.find((b) => b.status === 409)!.body).toMatchObject({ code: 'already-asked', reference: expect.any(String) });
    });
    test('is refused for a platform that its links do not belong to, and for a recipient that cannot be reached', async () => {
      const { caseId, posts } = await confirmedCase(office, inspector);
      expect((await draft(caseId, { platform: 'youtube', items: [{ addressId: posts[0].addressId }] })).body.code).toBe('other-platform');
      expect((await draft(caseId, { recipient: 'không phải thư' })).body.code).toBe('bad-recipient');
      expect((await draft(caseId, { fields: { so_thich: 'x' } })).body.code).toBe('invalid');
    });
    test('shows beforehand the very text that will leave', async () => {
      const { takedown } = await drafted();
      const preview = (await legal.call('GET', `/api/takedowns/${takedown.id}/preview`)).body;
      expect(preview).toMatchObject({
        contentHash: takedown.contentHash,
        approved: false,
        subject: takedown.content.subject,
        body: takedown.content.body,
      });
    });
    test('offers what can be chosen', async () => {
      const { caseId, posts } = await confirmedCase(office, inspector);
      const choices = (await coordinator.call('GET', `/api/takedowns/prefill?caseId=${caseId}`)).body as unknown as {
        links: { url: string; exact: boolean }[];
        bases: { key: string }[];
      };
      expect(choices.links).toMatchObject([{ url: posts[0].url, exact: true, platform: 'mang', asked: null }]);
      expect(choices.bases.map((b) => b.key)).toEqual(['nd147-24h']);
    });
    test('is told which links another request asks for, and need not wait for whoever is drafting just now', async () => {
      const { caseId, posts, takedown } = await drafted({}, 2);
      const [asked, free] = posts;
      expect((await change(takedown.id, { items: [{ addressId: asked.addressId }] })).status).toBe(200);
      const answer = await office.app.get(Db).tx(async (tx) => {
        await tx.query(`SELECT pg_advisory_xact_lock(hashtext('takedown of ' || $1))`, [asked.addressId]);
        const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), 5_000).unref());
        return Promise.race([coordinator.call('GET', `/api/takedowns/prefill?caseId=${caseId}`), late]);
      });
      const links = (answer?.body as unknown as { links: { addressId: string; asked: object | null }[] } | undefined)?.links ?? [];
      expect(new Map(links.map((l) => [l.addressId, l.asked]))).toEqual(
        new Map([
          [asked.addressId, { id: takedown.id, reference: takedown.reference }],
          [free.addressId, null],
        ]),
      );
    }, 20_000);
    test('writes days and moments as letters do, on the clock of the office', async () => {
      const made = await confirmedCase(office, inspector);
      await office.database.owner(
        `UPDATE classify.claim_versions SET sources = '[{"title":"Thông báo","url":"https://soyte.example/1","date":"2026-11-01"}]' WHERE id = (SELECT claim_version_id FROM classify.judgements WHERE id = $1)`,
        [made.posts[0].judgementId],
      );
      const { id } = (await draft(made.caseId)).body as unknown as { id: string };
      const { body } = (await file(id)).content;
      expect(body).toContain('Thông báo (https://soyte.example/1, 01/11/2026)');
      expect(body).toMatch(/niêm phong lúc \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}, SHA-256/);
      expect(body).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    });
  });

  describe('an approval', () => {
    const ready = () => drafted({ fields: { ...SIGNER, sources: 'Thông cáo của Bộ Y tế' } });
    test('is given by a second person to exactly one content', async () => {
      const { takedown } = await ready();
      expect((await legal.call('POST', `/api/takedowns/${takedown.id}/approve`, { contentHash: 'a'.repeat(64) })).body.code).toBe(
        'content-changed',
      );
      expect((await approve(takedown.id)).body).toMatchObject({ state: 'approved' });
      expect((await file(takedown.id)).contents).toMatchObject([
        { number: 1, sha256: takedown.contentHash, approvedBy: expect.any(String) },
      ]);
    });
    test('is never given by somebody who wrote any of it, whatever their rights', async () => {
      const both = await office.as('coordinator', 'legal');
      const { caseId } = await confirmedCase(office, inspector);
      const { body } = await draft(caseId, { fields: { ...SIGNER, sources: 'Bộ Y tế' } }, both);
      const { id, contentHash } = body as unknown as { id: string; contentHash: string };
      expect((await both.call('POST', `/api/takedowns/${id}/approve`, { contentHash })).body.code).toBe('own-draft');
      expect((await file(id, both)).next.find((n) => n.act === 'approve')).toMatchObject({ possible: false, ownWork: true });
      expect((await change(id, { fields: { signer: 'Bà B' } })).status).toBe(200);
      expect((await approve(id, both)).body.code).toBe('own-draft');
      const [content] = await office.database.owner<{ id: string; sha256: string }>(
        'SELECT id, sha256 FROM enforcement.takedown_contents WHERE takedown_id = $1 ORDER BY number DESC LIMIT 1',
        [id],
      );
      await expect(
        office.database.owner(
          'INSERT INTO enforcement.takedown_approvals (id, takedown_id, content_id, sha256, approved_by) VALUES (gen_random_uuid(), $1, $2, $3, $4)',
          [id, content.id, content.sha256, both.staffId],
        ),
      ).rejects.toThrow('nobody approves what they wrote');
    });
    test('is void when a word changes, and the older reader is told what changed', async () => {
      const { takedown } = await ready();
      await approve(takedown.id);
      const stale = (await file(takedown.id)).version;
      expect((await change(takedown.id, { fields: { signer: 'Bà B' } })).body).toMatchObject({ state: 'draft' });
      expect((await act(coordinator, takedown.id, 'send')).body.code).toBe('no-such-step');
      const late = await coordinator.call('POST', `/api/takedowns/${takedown.id}/send`, { version: stale });
      expect(late).toMatchObject({
        status: 409,
        body: { code: 'stale', current: { state: 'draft', contentNumber: 2, changed: ['body', 'fields'] } },
      });
      expect((await legal.call('POST', `/api/takedowns/${takedown.id}/approve`, { contentHash: takedown.contentHash })).body.code).toBe(
        'content-changed',
      );
    });
    test('needs a confirmed case, a legal basis in force and open to this office, and sealed evidence', async () => {
      const { takedown } = await drafted({ legalBasis: 'csl2018-24h', fields: { ...SIGNER, sources: 'Bộ Y tế' } });
      expect((await approve(takedown.id)).body).toMatchObject({ code: 'takedown-lacks', lacks: ['legal-basis'] });
      const early = await confirmedCase(office, inspector);
      await stepCase(inspector, early.caseId, 'closed');
      const { body } = await draft(early.caseId, { fields: { ...SIGNER, sources: 'Bộ Y tế' } });
      expect((await approve((body as unknown as File).id)).body).toMatchObject({ lacks: ['case-confirmed'] });
      const bare = await confirmedCase(office, inspector);
      await office.database.owner('UPDATE cases.exhibits SET address_id = NULL WHERE case_id = $1', [bare.caseId]);
      const unsealed = (await draft(bare.caseId, { fields: { ...SIGNER, sources: 'Bộ Y tế' } })).body as unknown as File;
      expect((await approve(unsealed.id)).body).toMatchObject({ lacks: ['sealed-evidence'] });
    });
    test('is not drafted where the case has no link of that platform', async () => {
      const { caseId } = await confirmedCase(office, inspector);
      expect((await draft(caseId, { platform: 'facebook', fields: {} })).body).toMatchObject({
        code: 'takedown-lacks',
        lacks: ['exact-urls'],
      });
    });
    test('is neither drafted nor approved nor sent for a post that is no longer judged false', async () => {
      const [rejudged, retired] = [await ready(), await ready()];
      for (const { takedown } of [rejudged, retired]) await approve(takedown.id);
      await judgeAgain(office, rejudged.posts[0], 'satire', inspector.staffId);
      await retireClaim(office, retired.posts[0]);
      for (const { takedown, caseId } of [rejudged, retired]) {
        expect((await act(coordinator, takedown.id, 'send')).body).toMatchObject({ code: 'takedown-lacks', lacks: ['judged-false'] });
        expect((await file(takedown.id)).next.find((n) => n.act === 'send')).toMatchObject({ possible: false, lacks: ['judged-false'] });
        expect((await change(takedown.id, { fields: { signer: 'Bà Trần Thị B' } })).status).toBe(200);
        expect((await approve(takedown.id)).body).toMatchObject({ lacks: ['judged-false'] });
        await act(coordinator, takedown.id, 'withdraw', { reason: 'Mất căn cứ' });
        expect((await draft(caseId)).body).toMatchObject({ code: 'takedown-lacks', lacks: ['judged-false'] });
        expect((await coordinator.call('GET', `/api/takedowns/prefill?caseId=${caseId}`)).body).toMatchObject({
          links: [{ stands: false }],
        });
      }
    });
    test('is of the office’s own text: nobody writes another, and words of one’s own fill a blank only if somebody can read them', async () => {
      const { takedown, caseId } = await ready();
      const body = 'Đề nghị gỡ toàn bộ trang này {{ signer }} {{Signer}} {{signer2}}, xem https://mang.example/ai-do';
      expect((await change(takedown.id, { body })).status).toBe(400);
      expect((await draft(caseId, { body })).status).toBe(400);
      for (const signer of [
        '\u200B',
        '\u2060 \u200D',
        'Ông {{ Signer }}',
        'Ông ｛signer｝',
        'Xem https://mang.example/ai-do',
        'x'.repeat(201),
        'A\nB C D',
      ])
        expect([signer, (await change(takedown.id, { fields: { signer } })).body]).toMatchObject([
          signer,
          { code: 'invalid', errors: [{ path: 'fields.signer' }] },
        ]);
      expect((await file(takedown.id)).contentHash).toBe(takedown.contentHash);
      expect((await change(takedown.id, { recipient: '\u200B\u200B\u200B', delivery: 'manual' })).body.code).toBe('bad-recipient');
      expect((await change(takedown.id, { fields: { signer: 'Bà\u200B Ｂình' } })).status).toBe(200);
      const { content } = await file(takedown.id);
      expect(content.body).toMatch(/Người ký: Bà Bình$/);
      expect(content.body.match(/https?:\S+/g)).toEqual(content.items.map((i) => i.url));
    });
  });

  describe('sending', () => {
    const READY = { fields: { ...SIGNER, sources: 'Thông cáo của Bộ Y tế' } };
    test('leaves ten seconds later, and can be called back until then', async () => {
      const { takedown } = await drafted(READY);
      await approve(takedown.id);
      const before = house.mail.mails.length;
      expect((await act(coordinator, takedown.id, 'send')).body).toMatchObject({ state: 'sending', leavesAt: expect.any(String) });
      await work(office, { now: false });
      expect((await coordinator.call('DELETE', `/api/takedowns/${takedown.id}/send`)).body).toMatchObject({ state: 'approved' });
      await work(office);
      expect([(await file(takedown.id)).state, house.mail.mails.length]).toEqual(['approved', before]);
      await act(coordinator, takedown.id, 'send');
      await work(office);
      expect([(await file(takedown.id)).state, house.mail.mails.length]).toEqual(['sent', before + 1]);
      expect((await coordinator.call('DELETE', `/api/takedowns/${takedown.id}/send`)).body.code).toBe('already-leaving');
    });
    test('is not approved once more while it is about to leave, not even by somebody who may call it back', async () => {
      const { takedown } = await drafted(READY);
      await approve(takedown.id);
      await act(coordinator, takedown.id, 'send');
      const both = await office.as('coordinator', 'legal');
      expect(await approve(takedown.id, both)).toMatchObject({
        status: 409,
        body: { code: 'no-such-step', current: { state: 'sending' } },
      });
      expect((await coordinator.call('DELETE', `/api/takedowns/${takedown.id}/send`)).body).toMatchObject({ state: 'approved' });
    });
    test('by e-mail keeps to the byte what the other server took, with its answer as proof', async () => {
      const { takedown } = await sent(READY);
      const raw = house.mail.mails.at(-1)!;
      expect(takedown.deliveries).toMatchObject([
        { outcome: 'delivered', proof: { by: 'smtp', messageId: `<${takedown.id}.1@lachan.localhost>` } },
      ]);
      expect(createHash('sha256').update(raw).digest('hex')).toBe(takedown.deliveries[0].rawSha256);
      const kept = await fetch(`${office.base}/api/takedowns/${takedown.id}/deliveries/${takedown.deliveries[0].id}/raw`, {
        headers: { cookie: coordinator.cookie },
      });
      expect(kept.headers.get('content-disposition')).toContain('attachment');
      expect(raw.equals(Buffer.from(await kept.arrayBuffer()))).toBe(true);
      expect(raw.toString('latin1')).toMatch(new RegExp(`^X-Content-Sha256:\\s+${takedown.contentHash}\\r$`, 'im'));
    });
    test('is refused without approval, and changing is refused afterwards', async () => {
      const { takedown } = await drafted(READY);
      expect((await act(coordinator, takedown.id, 'send')).body.code).toBe('no-such-step');
      const gone = await sent(READY);
      expect((await change(gone.takedown.id, { fields: { signer: 'Bà B' } })).body.code).toBe('already-sent');
      await expect(
        office.database.owner(
          `INSERT INTO enforcement.deliveries (id, takedown_id, attempt, content_id, way, recipient, reference, evidence_id)
        SELECT gen_random_uuid(), t.id, 1, c.id, 'email', 'x', 'x', (SELECT id FROM core.evidence_items LIMIT 1) FROM enforcement.takedowns t JOIN enforcement.takedown_contents c ON c.takedown_id = t.id WHERE t.id = $1`,
          [takedown.id],
        ),
      ).rejects.toThrow('nothing leaves that was not approved');
    });
    test('ordered five times at once leaves once', async () => {
      const { takedown } = await drafted(READY);
      await approve(takedown.id);
      const { version } = await file(takedown.id);
      const before = house.mail.mails.length;
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => coordinator.call('POST', `/api/takedowns/${takedown.id}/send`, { version })),
      );
      expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409]);
      await work(office);
      expect([house.mail.mails.length, (await file(takedown.id)).deliveries.length]).toEqual([before + 1, 1]);
    });
    test('to a mailbox that refuses shows the bounce; it can be corrected, approved again and sent again', async () => {
      const { takedown } = await drafted({ ...READY, recipient: 'nobody@mang.example' });
      await approve(takedown.id);
      await act(coordinator, takedown.id, 'send');
      await work(office);
      const bounced = await file(takedown.id);
      expect(bounced).toMatchObject({
        state: 'undeliverable',
        items: [],
        deliveries: [{ outcome: 'bounced', says: expect.stringContaining('550') }],
      });
      expect((await change(takedown.id, { recipient: 'phap-che@mang.example' })).body).toMatchObject({ state: 'draft' });
      await approve(takedown.id);
      await act(coordinator, takedown.id, 'send');
      await work(office);
      expect(await file(takedown.id)).toMatchObject({
        state: 'sent',
        deliveries: [
          { attempt: 2, outcome: 'delivered' },
          { attempt: 1, outcome: 'bounced' },
        ],
      });
    });
    test('is tried again when the other side is busy, and counts as undeliverable in the end', async () => {
      const { takedown } = await drafted({ ...READY, recipient: 'later@mang.example' });
      await approve(takedown.id);
      await act(coordinator, takedown.id, 'send');
      await work(office);
      expect(await file(takedown.id)).toMatchObject({
        state: 'sending',
        deliveries: [{ outcome: null, tries: [{ says: expect.stringContaining('451') }] }],
      });
      expect((await coordinator.call('DELETE', `/api/takedowns/${takedown.id}/send`)).body.code).toBe('already-leaving');
      for (let i = 0; i < 4; i++) await work(office);
      const ended = await file(takedown.id);
      expect([ended.state, ended.deliveries[0].tries.length]).toEqual(['undeliverable', 5]);
    });
    test('to an inbox is one ticket, also when the worker dies between handing over and writing it down', async () => {
      const { takedown } = await drafted({ ...READY, delivery: 'inbox', recipient: 'Hộp thư' });
      await approve(takedown.id);
      await act(coordinator, takedown.id, 'send');
      const order = { takedownId: takedown.id, attempt: 1 };
      const [before, posts] = [house.inbox.tickets.length, house.inbox.posts()];
      await office.app.get(DispatchTakedown).leave(order);
      expect([(await file(takedown.id)).state, house.inbox.tickets.length]).toEqual(['sending', before + 1]);
      await work(office);
      const after = await file(takedown.id);
      expect([after.state, house.inbox.tickets.length, house.inbox.posts()]).toEqual(['sent', before + 1, posts + 1]);
      expect(after.deliveries).toMatchObject([{ outcome: 'delivered', proof: { ticket: house.inbox.tickets.at(-1)!.ticket } }]);
      expect(house.inbox.tickets.at(-1)!.body).toMatchObject({ sha256: after.contentHash, items: [{ url: after.items[0].url }] });
    });
    test('to an inbox gives no second ticket when not even the answer was written down', async () => {
      const { takedown } = await drafted({ ...READY, delivery: 'inbox', recipient: 'Hộp thư' });
      await approve(takedown.id);
      await act(coordinator, takedown.id, 'send');
      await office.app.get(DispatchTakedown).leave({ takedownId: takedown.id, attempt: 1 });
      await office.database.owner(
        'DELETE FROM enforcement.delivery_outcomes WHERE delivery_id IN (SELECT id FROM enforcement.deliveries WHERE takedown_id = $1)',
        [takedown.id],
      );
      const before = house.inbox.tickets.length;
      await work(office);
      expect([(await file(takedown.id)).state, house.inbox.tickets.length]).toEqual(['sent', before]);
    });
    test('by hand needs every line of the list ticked and a proof', async () => {
      const { takedown } = await drafted({ ...READY, delivery: 'manual', recipient: 'Biểu mẫu của nền tảng' });
      await approve(takedown.id);
      expect((await file(takedown.id)).next.map((n) => n.act)).toContain('send-by-hand');
      expect((await act(coordinator, takedown.id, 'send', { checklist: ['same-text'], proof: 'mã 12' })).body).toMatchObject({
        code: 'checklist-open',
        open: ['every-link', 'right-recipient', 'receipt-kept'],
      });
      const all = ['same-text', 'every-link', 'right-recipient', 'receipt-kept'];
      expect((await act(coordinator, takedown.id, 'send', { checklist: all, proof: '' })).body.code).toBe('checklist-open');
      expect((await act(coordinator, takedown.id, 'send', { checklist: all, proof: 'mã tiếp nhận 12' })).body).toMatchObject({
        state: 'sent',
      });
      expect((await file(takedown.id)).deliveries).toMatchObject([
        { outcome: 'delivered', proof: { by: 'hand', note: 'mã tiếp nhận 12' } },
      ]);
    });
    test('by hand keeps what left before its delivery is written down, and holds nobody up meanwhile', async () => {
      const { takedown } = await drafted({ ...READY, delivery: 'manual', recipient: 'Biểu mẫu của nền tảng' });
      await approve(takedown.id);
      const checklist = ['same-text', 'every-link', 'right-recipient', 'receipt-kept'];
      const slow = slowStore(office);
      const sending = act(coordinator, takedown.id, 'send', { checklist, proof: 'mã tiếp nhận 13' });
      await slow.asked;
      await office.database.owner('SELECT 1 FROM enforcement.takedowns WHERE id = $1 FOR UPDATE NOWAIT', [takedown.id]);
      expect((await act(coordinator, takedown.id, 'withdraw', { reason: 'Nền tảng đã tự gỡ bài' })).status).toBe(200);
      slow.goOn();
      expect(await sending).toMatchObject({ status: 409, body: { code: 'stale', current: { state: 'withdrawn' } } });
      expect(await file(takedown.id)).toMatchObject({ state: 'withdrawn', deliveries: [] });
    });
    test('is held at the door, and says why, when a post is judged otherwise after it was ordered, also between two tries', async () => {
      const [first, later] = [await drafted(READY), await drafted({ ...READY, recipient: 'later@mang.example' })];
      for (const { takedown } of [first, later]) {
        await approve(takedown.id);
        await act(coordinator, takedown.id, 'send');
      }
      await judgeAgain(office, first.posts[0], 'satire', inspector.staffId);
      const before = house.mail.mails.length;
      await work(office);
      expect(await file(first.takedown.id)).toMatchObject({ state: 'approved', held: { lacks: ['judged-false'] }, deliveries: [] });
      expect((await file(later.takedown.id)).state).toBe('sending');
      await judgeAgain(office, later.posts[0], 'opinion', inspector.staffId);
      await work(office);
      expect(await file(later.takedown.id)).toMatchObject({
        state: 'undeliverable',
        held: { lacks: ['judged-false'] },
        deliveries: [{ outcome: 'bounced', says: expect.stringContaining('judged-false'), tries: [{}] }],
      });
      expect(house.mail.mails.length).toBe(before);
    });
    test('is held when what it rested on fell away in the meantime', async () => {
      const { takedown, caseId } = await drafted(READY);
      await approve(takedown.id);
      await act(coordinator, takedown.id, 'send');
      await stepCase(inspector, caseId, 'closed');
      const before = house.mail.mails.length;
      await work(office);
      expect([(await file(takedown.id)).state, house.mail.mails.length]).toEqual(['approved', before]);
    });
  });

  describe('an item', () => {
    const READY = { fields: { ...SIGNER, sources: 'Thông cáo của Bộ Y tế' } };
    test('is verified removed by two looks a day apart on the office clock, and not by one', async () => {
      const { takedown, posts } = await sent(READY);
      await moveClock(office, 1);
      await observe(office, posts[0], 'gone');
      await moveClock(office, 23);
      await observe(office, posts[0], 'gone');
      expect((await file(takedown.id)).items[0].state).toBe('awaiting');
      await observe(office, posts[0], 'login-wall');
      await moveClock(office, 1.01);
      await observe(office, posts[0], 'gone');
      const proved = await file(takedown.id);
      expect(proved).toMatchObject({
        rollUp: 'removed',
        items: [
          {
            state: 'verified-removed',
            overdue: false,
            steps: [{ to: 'verified-removed', captures: [expect.any(String), expect.any(String)] }],
          },
        ],
      });
      await moveClock(office, 48);
      await observe(office, posts[0], 'present');
      expect(await file(takedown.id)).toMatchObject({ rollUp: 'open', items: [{ state: 'reappeared' }] });
    });
    test('is partly done when one of two links is removed, and overdue when nobody answers in time', async () => {
      const { takedown, posts } = await sent(READY, 2);
      for (const hours of [1, 25]) {
        await moveClock(office, hours);
        await observe(office, posts[0], 'gone');
      }
      await work(office);
      const seen = await file(takedown.id);
      expect(seen).toMatchObject({ rollUp: 'partly', overdue: 1 });
      expect(seen.items.find((i) => i.addressId === posts[1].addressId)).toMatchObject({ state: 'awaiting', overdue: true });
      const board = (
        await coordinator.call('GET', `/api/takedowns/items?overdue=true&caseId=${(seen as unknown as { caseId: string }).caseId}`)
      ).body as unknown as { items: object[] };
      expect(board.items).toMatchObject([{ url: posts[1].url, overdue: true }]);
      const caseOf = `caseId=${(seen as unknown as { caseId: string }).caseId}`;
      const whole = (query: string, who = coordinator) =>
        who.call('GET', `/api/takedowns/items?${caseOf}&${query}`).then(({ body }) => body as unknown as Board);
      expect(await whole('state=awaiting')).toMatchObject({ total: 1, overdue: 1, states: { awaiting: 1, 'verified-removed': 1 } });
      expect((await whole('overdue=false')).total).toBe(1);
      const urls = posts.map((p) => p.url).sort();
      expect((await whole('sort=url')).items.map((i) => i.url)).toEqual(urls);
      const first = await whole('sort=due-last&limit=1');
      const second = await whole(`sort=due-last&limit=1&cursor=${first.nextCursor}`);
      expect([...first.items, ...second.items].map((i) => i.url).sort()).toEqual(urls);
      expect(second.nextCursor).toBeNull();
      expect((await whole('state=awaiting')).items[0].next.map((n) => n.to)).toEqual([
        'removed-claimed',
        'refused',
        'restricted',
        'awaiting',
      ]);
      expect((await whole('state=awaiting', legal)).items[0].next).toEqual([]);
      const list = (await coordinator.call('GET', '/api/takedowns?overdue=true&platform=mang&state=sent&limit=100')).body as unknown as {
        items: { id: string }[];
      };
      expect(list.items.map((i) => i.id)).toContain(takedown.id);
    });
    test('is answered link by link, and a reply never proves a removal', async () => {
      const { takedown, posts } = await sent(READY, 2);
      const [one, two] = posts.map((p) => takedown.items.find((i) => i.addressId === p.addressId)!);
      expect(
        (
          await coordinator.call('POST', `/api/takedowns/${takedown.id}/items/${one.id}/reply`, {
            reply: 'removed-claimed',
            text: 'Đã gỡ',
            version: one.version,
          })
        ).body,
      ).toMatchObject({ state: 'removed-claimed' });
      expect(
        (await coordinator.call('POST', `/api/takedowns/${takedown.id}/items/${two.id}/reply`, { reply: 'refused', text: 'Không vi phạm' }))
          .body,
      ).toMatchObject({ state: 'refused' });
      expect(
        (await coordinator.call('POST', `/api/takedowns/${takedown.id}/items/${two.id}/reply`, { reply: 'verified-removed' })).status,
      ).toBe(400);
      expect(
        (
          await coordinator.call('POST', `/api/takedowns/${takedown.id}/items/${two.id}/reply`, {
            reply: 'restricted',
            receivedAt: '2099-01-01T00:00:00Z',
          })
        ).body.code,
      ).toBe('reply-time');
      await work(office);
      expect(await file(takedown.id)).toMatchObject({ rollUp: 'open', overdue: 0 });
      await observe(office, posts[0], 'present');
      expect((await file(takedown.id)).items.find((i) => i.id === one.id)!.state).toBe('reappeared');
      for (const hours of [1, 25]) {
        await moveClock(office, hours);
        await observe(office, posts[1], 'gone');
      }
      expect((await file(takedown.id)).items.find((i) => i.id === two.id)!.state).toBe('verified-removed');
    });
    test('is looked at again by schedule and when somebody asks, and joins a look that is under way', async () => {
      const { takedown } = await sent(READY);
      expect(takedown.items[0].plannedLooks).toHaveLength(8);
      const asked = await coordinator.call('POST', `/api/takedowns/${takedown.id}/items/${takedown.items[0].id}/look`);
      expect(asked.status).toBe(201);
      await moveClock(office, 50);
      await work(office);
      const {
        items: [item],
      } = await file(takedown.id);
      expect(item.looks.map((l) => l.captureId)).toEqual([asked.body.captureId]);
      expect(item.plannedLooks).toHaveLength(5);
    });
    test('takes the answers of the inbox once, however often it is asked', async () => {
      const { takedown, posts } = await sent({ ...READY, delivery: 'inbox', recipient: 'Hộp thư' }, 2);
      house.inbox.answers.set(posts[0].addressId, { state: 'removed', reply: 'Đã gỡ', repliedAt: '2026-11-24T00:00:00Z' });
      house.inbox.answers.set(posts[1].addressId, { state: 'refused', reply: 'Không vi phạm', repliedAt: '2026-11-24T00:00:00Z' });
      for (let i = 0; i < 3; i++) {
        await moveClock(office, 0.1);
        await work(office);
      }
      const { items } = await file(takedown.id);
      expect(items.find((i) => i.addressId === posts[0].addressId)).toMatchObject({
        state: 'removed-claimed',
        replies: [{ reply: 'removed-claimed', text: 'Đã gỡ' }],
      });
      expect(items.find((i) => i.addressId === posts[1].addressId)).toMatchObject({ state: 'refused', replies: [{ reply: 'refused' }] });
    });
  });

  describe('withdrawing', () => {
    const READY = { fields: { ...SIGNER, sources: 'Thông cáo của Bộ Y tế' } };
    const fall = async (caseId: string) => {
      const version = async () => ((await inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
      await inspector.call('POST', `/api/cases/${caseId}/falls`, { reason: 'Tin được xác nhận là đúng', version: await version() });
      const { status } = await chief.call('POST', `/api/cases/${caseId}/falls/decision`, {
        decision: 'approved',
        version: await version(),
      });
      expect(status).toBe(200);
      await work(office);
    };
    test('what has not left is cancelled at once when the case falls', async () => {
      for (const until of ['draft', 'approved', 'sending']) {
        const { takedown, caseId } = await drafted(READY);
        if (until !== 'draft') await approve(takedown.id);
        const before = house.mail.mails.length;
        if (until === 'sending') await act(coordinator, takedown.id, 'send');
        await office.database.owner(
          `UPDATE core.deliveries SET available_at = 'infinity' WHERE state = 'waiting' AND handler = 'SendQueued'`,
        );
        const version = async () => ((await inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
        await inspector.call('POST', `/api/cases/${caseId}/falls`, { reason: 'Tin đúng', version: await version() });
        await chief.call('POST', `/api/cases/${caseId}/falls/decision`, { decision: 'approved', version: await version() });
        await work(office, { now: false });
        expect((await file(takedown.id)).state).toBe('withdrawn');
        await work(office);
        expect([(await file(takedown.id)).state, house.mail.mails.length]).toEqual(['withdrawn', before]);
      }
    });
    test('what was sent gets a withdrawal drafted, which a second person approves and which ends it once it was sent', async () => {
      const { takedown, caseId, posts } = await sent(READY);
      await fall(caseId);
      const { withdrawal, state } = await file(takedown.id);
      expect([state, withdrawal]).toEqual(['sent', { id: expect.any(String), state: 'draft', rollUp: 'none' }]);
      const letter = await file(withdrawal!.id);
      expect(letter).toMatchObject({ kind: 'withdrawal', state: 'draft', content: { items: [{ url: posts[0].url }] } });
      expect(letter.content.body).toContain(takedown.reference);
      expect(letter.content.body).toContain('Vụ việc làm căn cứ đã bị hủy');
      expect(letter.blanks.map((b) => b.value)).toContain(SIGNER.signer);
      expect((await change(letter.id, { fields: { ...SIGNER, reason: 'Tin được xác nhận là đúng' } })).status).toBe(200);
      expect((await approve(letter.id)).status).toBe(200);
      await act(coordinator, letter.id, 'send');
      await work(office);
      expect((await file(letter.id)).state).toBe('sent');
      expect(await file(takedown.id)).toMatchObject({ state: 'withdrawn', items: [{ state: 'withdrawn' }] });
    });
    test('takes a second person, also when a message that was taken is said to have come back', async () => {
      const both = await office.as('coordinator', 'legal');
      const { takedown, posts } = await sent(READY);
      const out = await drafted(READY);
      await approve(out.takedown.id);
      await act(both, out.takedown.id, 'send');
      await work(office);
      expect((await act(coordinator, takedown.id, 'bounce', { says: 'Hộp thư đã đóng' })).status).toBe(403);
      expect((await file(takedown.id)).next.map((n) => n.act)).not.toContain('note-bounce');
      expect((await act(both, out.takedown.id, 'bounce', { says: 'Hộp thư đã đóng' })).body.code).toBe('own-sending');
      expect((await act(legal, takedown.id, 'bounce', { says: '\u200B\u200B\u200B' })).status).toBe(400);
      expect((await act(legal, takedown.id, 'bounce', { says: '550 mailbox closed' })).body).toMatchObject({ state: 'undeliverable' });
      const withdrawn = await act(coordinator, takedown.id, 'withdraw', { reason: 'Một mình rút' });
      expect(withdrawn.body).toMatchObject({ state: 'undeliverable', withdrawalId: expect.any(String) });
      expect((await act(coordinator, takedown.id, 'send')).body).toMatchObject({ code: 'takedown-lacks', lacks: ['no-withdrawal'] });
      const letter = await file(withdrawn.body.withdrawalId);
      expect(letter).toMatchObject({ state: 'draft', content: { items: [{ url: posts[0].url }] } });
      await change(letter.id, { fields: SIGNER });
      expect((await approve(letter.id)).status).toBe(200);
      await act(coordinator, letter.id, 'send');
      await work(office);
      expect((await file(takedown.id)).state).toBe('withdrawn');
    });
    test('that came back after it had left leaves again, and what it withdrew stays withdrawn', async () => {
      const { takedown } = await sent(READY);
      const { body } = await act(coordinator, takedown.id, 'withdraw', { reason: 'Nhầm đường dẫn' });
      const { withdrawalId } = body as unknown as { withdrawalId: string };
      await change(withdrawalId, { fields: SIGNER });
      await approve(withdrawalId);
      for (let attempt = 1; attempt <= 2; attempt++) {
        await act(coordinator, withdrawalId, 'send');
        await work(office);
        expect([attempt, (await file(withdrawalId)).state, (await file(takedown.id)).state]).toEqual([attempt, 'sent', 'withdrawn']);
        if (attempt === 1) await act(legal, withdrawalId, 'bounce', { says: '550 mailbox closed' });
      }
    });
    test('names every link that was ever sent, whatever the newest version says', async () => {
      const { takedown, posts } = await sent(READY, 2);
      await act(legal, takedown.id, 'bounce', { says: '550 mailbox closed' });
      expect((await change(takedown.id, { items: [{ addressId: posts[0].addressId }] })).status).toBe(200);
      const { body } = await act(coordinator, takedown.id, 'withdraw', { reason: 'Nhầm đường dẫn' });
      const letter = await file(body.withdrawalId);
      expect(letter.content.items.map((i) => i.url).sort()).toEqual(posts.map((p) => p.url).sort());
    });
    test('after a bounce that a second person noted, the same approved content leaves again as the next attempt', async () => {
      const { takedown } = await sent(READY);
      await act(legal, takedown.id, 'bounce', { says: '550 mailbox closed' });
      expect((await act(coordinator, takedown.id, 'send')).status).toBe(200);
      await work(office);
      expect(await file(takedown.id)).toMatchObject({
        state: 'sent',
        contentHash: takedown.contentHash,
        deliveries: [
          { attempt: 2, outcome: 'delivered' },
          { attempt: 1, outcome: 'delivered' },
        ],
      });
    });
    test('by a person cancels a draft with a reason, and drafts one withdrawal of what was sent', async () => {
      const { takedown } = await drafted(READY);
      expect((await act(coordinator, takedown.id, 'withdraw', { reason: 'Nhầm nền tảng' })).body).toMatchObject({ state: 'withdrawn' });
      const out = await sent(READY);
      const first = await act(coordinator, out.takedown.id, 'withdraw', { reason: 'Nhầm đường dẫn' });
      expect(first.body).toMatchObject({ state: 'sent', withdrawalId: expect.any(String) });
      expect((await act(coordinator, out.takedown.id, 'withdraw', { reason: 'Nhầm đường dẫn' })).body.code).toBe('withdrawal-exists');
    });
  });

  test('somebody who is a party to the case finds none of its requests', async () => {
    const { takedown, caseId } = await drafted();
    const barred = await office.as('coordinator', 'legal');
    await inspector.call('POST', `/api/cases/${caseId}/parties`, {
      kind: 'person',
      role: 'accused',
      name: 'Chính họ',
      staffId: barred.staffId,
    });
    const item = '00000000-0000-4000-8000-000000000000';
    const calls: [string, string, object?][] = [
      ['GET', ''],
      ['GET', '/preview'],
      ['PUT', '', { version: 1 }],
      ['POST', '/approve', { contentHash: takedown.contentHash }],
      ['POST', '/send', { version: 1 }],
      ['DELETE', '/send'],
      ['POST', '/withdraw', { reason: 'một lý do', version: 1 }],
      ['POST', `/items/${item}/look`],
      ['POST', `/items/${item}/reply`, { reply: 'refused' }],
      ['GET', `/deliveries/${item}/raw`],
    ];
    for (const [method, path, body] of calls)
      expect([path, (await barred.call(method, `/api/takedowns/${takedown.id}${path}`, body)).status]).toEqual([path, 404]);
    const list = (await barred.call('GET', '/api/takedowns?limit=100')).body as unknown as { items: { id: string }[] };
    expect(list.items.map((i) => i.id)).not.toContain(takedown.id);
    expect((await barred.call('GET', `/api/takedowns/prefill?caseId=${caseId}`)).status).toBe(404);
    expect((await draft(caseId, {}, barred)).status).toBe(404);
  });

  test('no link, name or word of a request stands in the log', async () => {
    const rows = await office.database.owner<{ office: string; public: string }>(
      `SELECT office::text AS office, public::text AS public FROM core.events WHERE type LIKE 'takedown.%' OR type LIKE 'item.%'`,
    );
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) for (const part of [row.office, row.public]) expect(part).not.toMatch(/https?:|mang\.example|Nguyễn|\/YCG-/);
  });

  test('every delivery that was tried ended, none is dead', async () => {
    expect(await office.database.owner(`SELECT handler, error FROM core.deliveries WHERE state = 'dead' AND lane <> 'capture'`)).toEqual(
      [],
    );
  });
});
