import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Office } from '../kit/office.js';
import { PenaltyDesk } from './penalties-setup.js';

interface Preview {
  asks: { ask: string }[];
  acts: { readings: { reading: string; candidates: { provision: string; fine: { amount: number | null } }[] }[] }[];
}
type Choices = Record<'actTypes' | 'circumstances' | 'referralSigns', { key: string; label: { vi: string; en: string } }[]>;
type Waiting = Record<
  'toRecord' | 'toDraw' | 'toDecide' | 'toSign' | 'toSignLater' | 'toServe' | 'toCollect',
  { why?: string; caseId: string; id?: string; lacks?: string[]; from?: string | null }[]
>;

describe('what staff see of the law of fines before anything is written', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());
  const FACTS = {
    subject: { kind: 'individual', age: 30 },
    act: { types: ['false-info-social'], where: 'social-network', started: '2026-06-20', discovered: '2026-07-05' },
  };
  const preview = (body: object) => desk.inspector.call('POST', '/api/penalty-law/previews', body);

  test('every choice has its words in both languages', async () => {
    const { body } = await desk.legal.call('GET', '/api/penalty-law');
    const { actTypes, circumstances, referralSigns } = body as unknown as Choices;
    const all = [...actTypes, ...circumstances, ...referralSigns];
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((c) => !c.label.vi || !c.label.en)).toEqual([]);
    expect(circumstances.map((c) => c.key)).toContain('mitigating:2');
  });
  test('an open question stands with every result that its answers have', async () => {
    const { asks, acts } = (await preview(FACTS)).body as unknown as Preview;
    expect(asks.map((a) => a.ask)).toContain('ended-or-ongoing');
    expect(acts[0].readings.map((r) => [r.reading, r.candidates[0].provision])).toEqual([
      ['ended', 'ND15-2020:101.1.a'],
      ['ongoing', 'ND174-2026:95.1.a'],
    ]);
  });
  test('once answered, one result stands, and facts that cannot be are refused by the name of their field', async () => {
    const answered = { ...FACTS, act: { ...FACTS.act, status: { answer: 'ongoing' } } };
    const { asks, acts } = (await preview({ ...answered, circumstances: ['mitigating:1', 'mitigating:2'] })).body as unknown as Preview;
    expect([asks, acts[0].readings.map((r) => r.candidates[0].fine.amount)]).toEqual([[], [10_000_000]]);
    const wrong = (await preview({ ...FACTS, act: { ...FACTS.act, discovered: '2026-06-01' } })).body as { errors?: { path: string }[] };
    expect(wrong.errors!.map((e) => e.path)).toEqual(['act.discovered']);
  });
  test('each step of the way waits on the desk of whoever takes it, and of nobody who may not', async () => {
    const work = async (who: typeof desk.legal) =>
      ((await who.call('GET', '/api/work')).body as unknown as { penalties: Waiting }).penalties;
    const why = async (who: typeof desk.legal, list: keyof Waiting, caseId: string) =>
      (await work(who))[list].filter((w) => (w.caseId ?? w.id) === caseId).map((w) => w.why ?? 'record');
    const made = await desk.accused();
    expect(await why(desk.inspector, 'toRecord', made.caseId)).toEqual(['record']);
    const { id } = (await desk.draftRecord(made)).body as unknown as { id: string };
    expect([await why(desk.inspector, 'toRecord', made.caseId), await why(desk.inspector, 'toDraw', made.caseId)]).toEqual([[], ['draw']]);
    for (const role of ['recorder', 'accused']) await desk.present(id, role);
    await desk.draw(id);
    expect(await why(desk.legal, 'toDecide', made.caseId)).toEqual(['confirm-right']);
    const { right } = (await desk.record(id)).content.explanation!;
    await desk.confirmRight(id, right);
    expect(await why(desk.legal, 'toDecide', made.caseId)).toEqual(['decide']);
    if (right) await desk.explain(id, 'waived', await desk.day());
    const penaltyId = ((await desk.draftDecision(id)).body as unknown as { id: string }).id;
    expect([await why(desk.signer, 'toSign', made.caseId), await why(desk.legal, 'toSign', made.caseId)]).toEqual([['sign'], []]);
    expect((await desk.signer.call('GET', '/api/counts')).body).toMatchObject({ penalties: 1 });
    await desk.sign(penaltyId);
    expect(await why(desk.clerk, 'toServe', made.caseId)).toEqual(['number']);
    await desk.number(penaltyId);
    expect(await why(desk.clerk, 'toServe', made.caseId)).toEqual(['serve']);
    expect((await desk.serve(penaltyId, await desk.day())).status).toBe(200);
    expect(await work(desk.clerk)).toMatchObject({ toServe: [], toCollect: [] });
  });
  test('a draft that cannot be signed yet stands apart, with what it lacks and from when, and no counter tells of it', async () => {
    const told = async (who: typeof desk.signer, caseId: string) => {
      const { toSign, toSignLater } = ((await who.call('GET', '/api/work')).body as unknown as { penalties: Waiting }).penalties;
      const of = (list: Waiting['toSign']) => list.filter((w) => w.caseId === caseId);
      const { penalties } = (await who.call('GET', '/api/counts')).body as unknown as { penalties: number };
      return { now: of(toSign).length, later: of(toSignLater).map(({ lacks, from }) => ({ lacks, from })), penalties };
    };
    const { penalties } = await told(desk.signer, desk.office.base);
    const made = await desk.drawn();
    const id = ((await desk.draftDecision(made.recordId)).body as unknown as { id: string }).id;
    const until = (await desk.record(made.recordId)).windows!.explainUntil!;
    const from = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
    const both = ['right-confirmed', 'explained'];
    expect(await desk.lacks(id, 'sign')).toEqual(both);
    expect(await told(desk.signer, made.caseId)).toEqual({ now: 0, later: [{ lacks: both, from }], penalties });
    await desk.confirmRight(made.recordId, true);
    await desk.explain(made.recordId, 'waived', await desk.day());
    expect(await told(desk.signer, made.caseId)).toEqual({ now: 1, later: [], penalties: penalties + 1 });
    const untitled = await office.as('chief');
    const apart = { now: 0, later: [{ lacks: ['competent-title'], from: null }], penalties: 0 };
    expect(await told(untitled, made.caseId)).toEqual(apart);
  });
  test('the list of decisions is read by amount and by due day, page by page, without losing a line', async () => {
    await desk.served();
    await desk.drafted({
      circumstances: [
        { code: 'mitigating:1', ground: 'tự gỡ bài' },
        { code: 'mitigating:2', ground: 'thành thật hối lỗi' },
      ],
    });
    for (const sort of ['amount', 'due', 'newest']) {
      const read = async (query: string) =>
        (await desk.legal.call('GET', `/api/penalties?sort=${sort}${query}`)).body as unknown as {
          items: { id: string }[];
          nextCursor: string;
        };
      const whole = (await read('')).items.map((i) => i.id);
      const paged: string[] = [];
      for (let cursor = ''; ;) {
        const { items, nextCursor } = await read(`&limit=1${cursor}`);
        paged.push(...items.map((i) => i.id));
        if (!nextCursor) break;
        cursor = `&cursor=${nextCursor}`;
      }
      expect([sort, whole.length >= 3, paged]).toEqual([sort, true, whole]);
    }
  });
});
