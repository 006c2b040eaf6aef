import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApprovalResults } from '../../src/office/reversal/approve-reversal.use-case.js';
import type { Reversal } from '../../src/office/reversal/reversal.view.js';
import type { RegisterPage } from '../../src/publication/register.view.js';
import type { Caller, Office } from '../kit/office.js';
import { publicationTable } from '../../src/publication/publication-table.js';
import { retireClaim, type Ready } from './cases-setup.js';
import { SOURCES, VI, type CorrectionFile } from './corrections-setup.js';
import { moveClock, observe, openMailServer, work, type File } from './enforcement-setup.js';
import { PenaltyDesk } from './penalties-setup.js';
import { publish } from './public-log-setup.js';

type Line = Reversal['lines'][number];

describe('a case that falls after it acted', () => {
  let office: Office;
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    mail = await openMailServer();
    desk = await PenaltyDesk.opened({ SMTP_URL: mail.url });
    office = desk.office;
  }, 60_000);
  afterAll(async () => {
    await office.close();
    await mail.close();
  });

  const file = async (id: string) => (await desk.clerk.call('GET', `/api/takedowns/${id}`)).body as unknown as File;
  const act = async (who: Caller, id: string, path: string, body: object = {}) =>
    who.call('POST', `/api/takedowns/${id}/${path}`, { version: (await file(id)).version, ...body });
  const reversal = async (caseId: string, who: Caller = desk.second) =>
    (await who.call('GET', `/api/cases/${caseId}/reversal`)).body as unknown as Reversal;
  const states = async (caseId: string) =>
    (await reversal(caseId)).lines.filter((l) => l.kind !== 'exhibits').map((l) => `${l.kind} ${l.state}`);
  const draftOf = (r: Reversal, kind: string) => r.lines.find((l) => l.draft?.kind === kind)!.draft!;
  type Drafts = { kind: string; id: string; contentHash: string }[];
  const ask = (who: Caller, caseId: string, drafts: Drafts) => {
    const approvals = drafts.map(({ kind, id, contentHash }) => ({ kind, id, contentHash }));
    return who.call('POST', `/api/cases/${caseId}/reversal/approvals`, { approvals });
  };
  const approve = async (who: Caller, caseId: string, drafts: Drafts) => {
    const { status, body } = await ask(who, caseId, drafts);
    expect(status).toBe(200);
    return (body as unknown as ApprovalResults).results.map((r) => [r.kind, r.result, r.code]);
  };
  const turnedAway = async (who: Caller, caseId: string, drafts: Drafts) => (await ask(who, caseId, drafts)).status === 403;
  const sent = async (caseId: string, platform = 'mang') => {
    const made = await desk.clerk.call('POST', '/api/takedowns', {
      ...{ caseId, platform, delivery: 'email', recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' },
      fields: { signer: 'Bà B', sources: 'Bộ Y tế' },
    });
    expect(made.status).toBe(201);
    const id = made.body.id as string;
    expect((await desk.legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash: (await file(id)).contentHash })).status).toBe(200);
    expect((await act(desk.clerk, id, 'send')).status).toBe(200);
    await work(office);
    return id;
  };
  const claimOf = async (caseId: string): Promise<string> =>
    (await desk.inspector.call('GET', `/api/cases/${caseId}`)).body.posts[0]['judgement']['claim']['claimId'];
  /** A correction of the claim that the case rests on, which the public reads. */
  const published = async (caseId: string): Promise<string> => {
    const id = (await desk.inspector.call('POST', '/api/corrections', { claimId: await claimOf(caseId) })).body.id as string;
    const read = async () => (await desk.inspector.call('GET', `/api/corrections/${id}`)).body as unknown as CorrectionFile;
    await desk.inspector.call('PUT', `/api/corrections/${id}`, { version: (await read()).version, vi: VI, sources: SOURCES });
    const { version, contentHash } = await read();
    expect((await desk.legal.call('POST', `/api/corrections/${id}/publish`, { version, contentHash })).status).toBe(200);
    return id;
  };
  const postOf = async (caseId: string): Promise<Ready> => {
    const [row] = await office.database.owner<Ready>(
      `SELECT l.post_id AS "postId", a.id AS "addressId", a.url, (SELECT j.id FROM classify.judgements j WHERE j.post_id = l.post_id) AS "judgementId" FROM cases.case_posts l JOIN intake.addresses a ON a.post_id = l.post_id WHERE l.case_id = $1`,
      [caseId],
    );
    return row;
  };
  const fall = async (caseId: string) => {
    const version = async () => ((await desk.inspector.call('GET', `/api/cases/${caseId}`)).body as unknown as { version: number }).version;
    const reason = 'bài đăng hóa ra là châm biếm';
    await desk.inspector.call('POST', `/api/cases/${caseId}/falls`, { reason, version: await version() });
    const body = { decision: 'approved', version: await version() };
    expect((await desk.second.call('POST', `/api/cases/${caseId}/falls/decision`, body)).status).toBe(200);
    await work(office);
  };
  const figures = async () => {
    await publish(office);
    const rows = await office.database.owner<{ figure: string; n: number }>(
      'SELECT figure, sum(count)::int AS n FROM publication.cells GROUP BY 1',
    );
    const n = (figure: string) => rows.find((r) => r.figure === figure)?.n ?? 0;
    return {
      fallen: n('cases-fallen'),
      withdrawn: n('takedowns-withdrawn'),
      annulled: n('penalties-annulled'),
      refunded: n('penalties-refunded'),
    };
  };
  const register = async (act: string) =>
    ((await office.guest().call('GET', '/api/register')).body as unknown as RegisterPage).items.find((i) => i.act === act)?.outcome;

  test('says before what the fall will do, then undoes request, link, fine and correction, each step by its own person', async () => {
    const made = await desk.served();
    const { caseId } = made;
    const takedownId = await sent(caseId);
    const post = await postOf(caseId);
    const correctionId = await published(caseId);
    await moveClock(office, 25);
    await observe(office, post, 'gone');
    await moveClock(office, 25);
    await observe(office, post, 'gone');
    await desk.pay(made.id, 12_500_000, '2026-09-14');
    await publish(office);
    const [{ act: penaltyAct }] = await office.database.owner<{ act: string }>('SELECT act FROM enforcement.penalties WHERE id = $1', [
      made.id,
    ]);
    expect(await register(takedownId)).toBe('removed');

    const before = await reversal(caseId);
    expect([before.fell, before.waiting]).toEqual([false, 0]);
    expect(await states(caseId)).toEqual([
      ...['takedown will-withdraw', 'links will-ask-back', 'penalty will-annul', 'refund will-refund', 'correction will-look-again'],
      ...['register shown', 'register shown', 'register shown'],
    ]);

    const start = await figures();
    await fall(caseId);
    expect(await states(caseId)).toEqual([
      ...[
        'takedown withdrawal-drafted',
        'links not-asked-back',
        'penalty annulment-drafted',
        'refund refund-after-annulment',
        'correction look-again',
      ],
      ...['register still-shown', 'register still-shown', 'register still-shown'],
    ]);
    expect((await figures()).fallen).toBe(start.fallen + 1);

    const shown = await reversal(caseId);
    expect(shown.waiting).toBe(2);
    const drafts = shown.lines.flatMap((l: Line) => l.draft ?? []);
    // whoever signed the decision does not take it back, and whoever may not sign signs nothing
    expect(await approve(desk.signer, caseId, [draftOf(shown, 'annulment')])).toEqual([['annulment', 'refused', 'own-signature']]);
    expect(await approve(desk.legal, caseId, [draftOf(shown, 'annulment')])).toEqual([['annulment', 'refused', 'second-factor-needed']]);
    expect(await turnedAway(desk.clerk, caseId, drafts)).toBe(true);
    // a changed one is refused, the rest go on
    const { version } = await file(draftOf(shown, 'withdrawal').id);
    const reworded = { version, fields: { signer: 'Bà B', reason: 'Bài đăng là châm biếm' } };
    expect((await desk.clerk.call('PUT', `/api/takedowns/${draftOf(shown, 'withdrawal').id}`, reworded)).status).toBe(200);
    expect(await approve(desk.second, caseId, drafts)).toEqual([
      ['withdrawal', 'refused', 'content-changed'],
      ['annulment', 'approved', null],
    ]);
    const again = (await reversal(caseId)).lines.flatMap((l: Line) => l.draft ?? []);
    expect(await approve(desk.second, caseId, again)).toEqual([
      ['withdrawal', 'approved', null],
      ['annulment', 'already', null],
    ]);
    expect(await states(caseId)).toEqual(expect.arrayContaining(['takedown withdrawal-approved', 'penalty annulment-signed']));

    const withdrawalId = draftOf(shown, 'withdrawal').id;
    expect((await act(desk.clerk, withdrawalId, 'send')).status).toBe(200);
    await work(office);
    expect(mail.mails.at(-1)!.toString()).toContain('phap-che@mang.example');
    expect((await desk.number(draftOf(shown, 'annulment').id)).status).toBe(200);
    expect(await states(caseId)).toEqual(
      expect.arrayContaining(['takedown withdrawn', 'links asked-back', 'penalty annulment-issued', 'refund refund-due']),
    );
    // the house looks by itself whether the link is back
    await observe(office, post, 'unclear');
    await moveClock(office, 25);
    await work(office);
    expect((await file(withdrawalId)).items[0].looks.map((l) => (l as unknown as { why: string }).why)).toEqual(['restoration']);
    await observe(office, post, 'present');
    expect(await states(caseId)).toContain('links seen-back');

    expect((await desk.serve(draftOf(shown, 'annulment').id, await desk.day())).status).toBe(200);
    expect((await desk.act(made.id, 'refund', { receipt: 'HT-77', on: await desk.day() })).status).toBe(200);
    const kept = (await desk.legal.call('GET', `/api/corrections/${correctionId}`)).body as unknown as CorrectionFile;
    expect(kept.lookAgain).toBe(true);
    const keeping = { version: kept.version, contentHash: kept.contentHash, reason: 'Tin được đính chính vẫn sai' };
    expect((await desk.inspector.call('POST', `/api/corrections/${correctionId}/keep`, keeping)).body.code).toBe('forbidden');
    expect((await desk.legal.call('POST', `/api/corrections/${correctionId}/keep`, keeping)).status).toBe(200);
    expect((await desk.legal.call('POST', `/api/corrections/${correctionId}/keep`, keeping)).body.code).toBe('stale');

    const end = await figures();
    expect(end).toEqual({
      fallen: start.fallen + 1,
      withdrawn: start.withdrawn + 1,
      annulled: start.annulled + 1,
      refunded: start.refunded + 1,
    });
    expect([await register(takedownId), await register(penaltyAct), await register(correctionId)]).toEqual([
      'withdrawn',
      'refunded',
      'published',
    ]);
    expect(await reversal(caseId)).toMatchObject({ waiting: 0, open: 0 });
    expect(await states(caseId)).toEqual([
      ...['takedown withdrawn', 'links seen-back', 'penalty annulled', 'refund refunded', 'correction correction-stands'],
      ...['register shown-taken-back', 'register shown-taken-back', 'register still-shown'],
    ]);
    expect((await reversal(caseId)).lines.filter((l) => l.kind === 'register').map((l) => [l.was, l.now])).toEqual([
      ['removed', 'withdrawn'],
      ['paid', 'refunded'],
      ['published', 'published'],
    ]);
  }, 120_000);

  test('whose claim left the registry as well has its correction proposed to be withdrawn by the house, and nobody who wrote it lets it stand', async () => {
    const { caseId } = await desk.accused();
    const correctionId = await published(caseId);
    await retireClaim(office, await postOf(caseId));
    expect(await states(caseId)).toContain('correction will-propose-withdrawal');
    await fall(caseId);
    const shown = await reversal(caseId);
    expect(shown.lines.find((l) => l.kind === 'correction')).toMatchObject({
      state: 'withdrawal-proposed',
      next: { right: 'correction.approve' },
    });
    const why = async (id: string) =>
      (
        await office.database.owner<{ reason: string }>('SELECT reason FROM publication.correction_withdrawals WHERE correction_id = $1', [
          id,
        ])
      ).map((w) => w.reason);
    expect(await why(correctionId)).toEqual([publicationTable.claim_fell_reason.retired]);
    const over = (await desk.accused()).caseId;
    const expired = await published(over);
    await office.database.owner(
      `UPDATE classify.claim_versions SET false_to = '2026-09-01' WHERE id = (SELECT k.current_version_id FROM classify.claims k JOIN publication.corrections c ON c.claim_id = k.id WHERE c.id = $1)`,
      [expired],
    );
    await retireClaim(office, await postOf(over));
    await fall(over);
    expect(await why(expired)).toEqual([publicationTable.claim_fell_reason.expired]);
    const draft = draftOf(shown, 'correction');
    expect(await turnedAway(desk.inspector, caseId, [draft])).toBe(true);
    const forged = { ...draft, contentHash: '0'.repeat(64) };
    expect(await approve(desk.second, caseId, [forged])).toEqual([['correction', 'refused', 'content-changed']]);
    expect(await approve(desk.second, caseId, [draft])).toEqual([['correction', 'approved', null]]);
    expect(await approve(desk.second, caseId, [draft])).toEqual([['correction', 'already', null]]);
    await publish(office);
    expect([await register(correctionId), (await office.guest().call('GET', `/dinh-chinh/${correctionId}`)).status]).toEqual([
      'withdrawn',
      410,
    ]);
  }, 60_000);

  test('approves nothing of another case, and is not there for whoever is barred from it', async () => {
    const one = await desk.signed();
    await fall(one.caseId);
    const other = await desk.accused();
    const draft = draftOf(await reversal(one.caseId), 'annulment');
    expect(await approve(desk.second, other.caseId, [draft])).toEqual([['annulment', 'refused', 'missing']]);
    const barred = await office.as('chief');
    const party = { kind: 'person', role: 'witness', name: 'Người Làm Chứng', staffId: barred.staffId };
    expect((await desk.inspector.call('POST', `/api/cases/${other.caseId}/parties`, party)).status).toBe(201);
    expect((await barred.call('GET', `/api/cases/${other.caseId}/reversal`)).status).toBe(404);
    const tried = await barred.call('POST', `/api/cases/${other.caseId}/reversal/approvals`, {
      approvals: [{ kind: draft.kind, id: draft.id, contentHash: draft.contentHash }],
    });
    expect(tried.status).toBe(404);
    const fresh = await office.as('chief');
    await desk.title(fresh, 'department-director', '2025-07-01');
    expect(await approve(fresh, one.caseId, [draft])).toEqual([['annulment', 'refused', 'second-factor-needed']]);
    const shownAt = (moment: string) =>
      office.database.owner(
        `UPDATE core.sessions SET second_factor_at = ${moment} WHERE account_id IN (SELECT id FROM core.accounts WHERE staff_id = $1)`,
        [desk.second.staffId],
      );
    await shownAt(`clock_timestamp() - interval '2 hours'`);
    expect(await approve(desk.second, one.caseId, [draft])).toEqual([['annulment', 'refused', 'step-up-needed']]);
    expect((await desk.decision(draft.id)).state).toBe('draft');
    await shownAt('clock_timestamp()');
    expect(await approve(desk.second, one.caseId, [draft])).toEqual([['annulment', 'approved', null]]);
  }, 60_000);
});
