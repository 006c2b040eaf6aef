import { act, because, type Act } from '../act.js';
import { SIGNERS, TITLED, type Person } from '../people.js';
import { annulmentOf, count, liveOf, standsFalse, type Penalty, type Violation, type World } from '../world.js';
import { afterWorkingDays, daysAfter } from '../working-days.js';
import { voided } from './violations.js';

/** Decree 174/2026, Article 95: half of 20 to 30 million for a person; the middle where nothing speaks for or against. */
export const FRAME = { min: 10_000_000, max: 15_000_000, middle: 12_500_000 };
let written = 0;

interface Wording {
  name: string;
  body: Record<string, unknown>;
  sound: boolean;
  amount: number | null;
}
const circumstances = (...codes: number[]) => ({
  circumstances: codes.map((n) => ({ code: `mitigating:${n}`, ground: 'thành thật hối lỗi' })),
});
const amount = (value: number) => ({ amount: { value, reason: 'lần đầu vi phạm' } });
/** What legal staff may write, and whether the law bears it. */
const WORDINGS: Wording[] = [
  { name: 'fine', body: {}, sound: true, amount: FRAME.middle },
  { name: 'fine', body: circumstances(1, 2), sound: true, amount: FRAME.min },
  { name: 'fine', body: { ...circumstances(2), ...amount(11_000_000) }, sound: true, amount: 11_000_000 },
  { name: 'fine', body: circumstances(2), sound: false, amount: null },
  { name: 'fine', body: { ...circumstances(2), ...amount(9_000_000) }, sound: false, amount: null },
  { name: 'fine', body: amount(14_000_000), sound: false, amount: null },
  { name: 'fine', body: amount(20_000_000), sound: false, amount: null },
  { name: 'fine', body: { measures: [] }, sound: false, amount: null },
  { name: 'none', body: { end: 'none', measures: [] }, sound: true, amount: null },
];
const decision = (v: Violation, { body }: Wording) => ({
  ...{ end: 'fine', ground: `Hành vi đã được chứng minh, ${++written}`, measures: [{ key: 'forced-removal', days: 5 }], ...body },
  answers: heard(v).map((e) => ({ explanationId: e.id, answer: 'Đã xem xét' })),
});
const heard = (v: Violation) => v.explanations.filter((e) => e.kind === 'written' || e.kind === 'heard');

/** Decisions on a record and annulments of them, from the draft to the money. */
export const penaltyActs = (w: World): Act[] => [
  ...drafts(w),
  ...w.penalties.flatMap((p) => [...writing(w, p), ...signing(w, p), ...money(w, p), ...annulling(w, p)]),
];

const drafts = (w: World): Act[] =>
  w.violations.flatMap((of) =>
    WORDINGS.map((wording, i) => {
      const body = decision(of, wording);
      return act({
        name: `penalty draft ${wording.name}`,
        duty: 'draft a penalty',
        path: '/api/penalties',
        body: { violationId: of.id, ...body },
        forbids: () =>
          because(
            [of.state !== 'drawn', 'it is not drawn up'],
            [of.of.state !== 'confirmed', 'the case is not confirmed'],
            [liveOf(w, of) !== undefined, 'there is one'],
          ),
        log: ['penalty.drafted'],
        done: ({ id, state, version, contentHash }, by) =>
          void w.penalties.push({
            ...{
              kind: 'penalty',
              id,
              state,
              version,
              contentHash,
              of,
              annuls: null,
              end: wording.name,
              sound: wording.sound,
              amount: wording.amount,
            },
            ...{ answered: new Set(heard(of).map((e) => e.id)), writers: new Set([by]), signers: new Set(), signed: false },
            ...{ number: null, servedOn: null, paid: 0 },
          }),
        single: true,
        weight: liveOf(w, of) ? 0.02 : i === 0 ? 1.5 : 0.15,
      });
    }),
  );

function writing(w: World, p: Penalty): Act[] {
  const edit = (
    name: string,
    path: string,
    body: Record<string, unknown>,
    forbids: Act['forbids'],
    learn: () => void,
    weight: number,
  ): Act =>
    act({
      name,
      duty: 'draft a penalty',
      method: 'PUT',
      path,
      body: { ...body, version: p.version },
      forbids: (who) => because([!['draft', 'signed'].includes(p.state), 'no such step']) ?? forbids(who),
      log: p.state === 'signed' ? [`${kindOf(p)}.voided`, `${kindOf(p)}.changed`] : [`${kindOf(p)}.changed`],
      done: ({ state, version, contentHash }, by) => {
        if (p.state === 'signed') voided(w, p);
        p.writers.add(by);
        learn();
        Object.assign(p, { state, version, contentHash, signed: false });
      },
      of: p,
      weight,
    });
  const edits = p.annuls
    ? [
        edit(
          'annulment edit',
          `/api/penalties/${p.id}/annulment`,
          { reason: `Có sai sót ${++written}` },
          (who) => handsOn(p.annuls!, who),
          () => undefined,
          0.2,
        ),
      ]
    : WORDINGS.map((wording, i) => {
        const learn = () =>
          Object.assign(p, {
            end: wording.name,
            sound: wording.sound,
            amount: wording.amount,
            answered: new Set(heard(p.of).map((e) => e.id)),
          });
        return edit(
          'penalty edit',
          `/api/penalties/${p.id}`,
          decision(p.of, wording),
          () => null,
          learn,
          i < 3 && !signable(w, p) ? 0.4 : 0.06,
        );
      });
  return [
    ...edits,
    act({
      name: `${kindOf(p)} cancel`,
      duty: 'draft a penalty',
      path: `/api/penalties/${p.id}/cancel`,
      body: { reason: 'Soạn nhầm', version: p.version },
      forbids: () => because([p.state !== 'draft', 'no such step']),
      log: [`${kindOf(p)}.cancelled`],
      done: ({ state, version }) => void Object.assign(p, { state, version }),
      of: p,
      weight: 0.1,
    }),
  ];
}

const kindOf = (p: Penalty) => (p.annuls ? 'annulment' : 'penalty');
const handsOn = (p: Penalty, who: Person) => because([p.writers.has(who) || p.signers.has(who), 'they had a hand in it']);

/** Why the decision cannot be signed or issued now, whoever wanted to. `unsure` near the edge of a window that is counted in months. */
function lacking(w: World, p: Penalty): string | null | 'unsure' {
  const v = p.of;
  if (p.annuls) return because([['draft', 'cancelled', 'annulled', 'refunded'].includes(p.annuls.state), 'nothing to annul']);
  if (v.state !== 'drawn') return 'the record is not drawn up';
  const unanswered: [boolean, string] = [heard(v).some((e) => !p.answered.has(e.id)), 'an explanation is not answered'];
  if (p.end === 'none') return because(unanswered);
  const missing = because(
    [v.of.state !== 'confirmed', 'the case is not confirmed'],
    [!standsFalse(v.of.post), 'not judged false'],
    [!p.sound, 'the figures do not follow'],
    [!v.rightConfirmed, 'the right is not confirmed'],
    unanswered,
    [!explained(w, v), 'an explanation is waited for'],
  );
  if (missing) return missing;
  if (heard(v).length === 0) return because([w.today > afterWorkingDays(v.drawnOn!, 7), 'too late']);
  return w.today <= daysAfter(v.drawnOn!, 28) ? null : w.today > daysAfter(v.drawnOn!, 35) ? 'too late' : 'unsure';
}
function explained(w: World, v: Violation): boolean {
  const asked = v.explanations.findLastIndex((e) => e.kind === 'hearing-requested');
  const waits = asked >= 0 && !v.explanations.slice(asked + 1).some((e) => ['heard', 'waived'].includes(e.kind));
  const spoke = v.explanations.some((e) => ['written', 'heard', 'waived'].includes(e.kind));
  return !waits && (spoke || w.today > afterWorkingDays(v.drawnOn!, 5));
}
const signable = (w: World, p: Penalty) => lacking(w, p) === null;

function signing(w: World, p: Penalty): Act[] {
  const lacks = lacking(w, p);
  const own = new Set([...p.writers, ...p.of.writers, ...(p.annuls ? [...p.annuls.signers] : [])]);
  return [
    act({
      name: `${kindOf(p)} sign`,
      duty: 'sign a penalty',
      path: `/api/penalties/${p.id}/sign`,
      body: { contentHash: p.contentHash, version: p.version },
      forbids: (who) =>
        because(
          [!SIGNERS.includes(who) || !w.shown.has(who), 'no second factor was shown'],
          [p.state !== 'draft', 'no such step'],
          [own.has(who), 'own work'],
          [!TITLED.includes(who), 'no title covers it'],
          [lacks !== null && lacks !== 'unsure', `${lacks}`],
        ),
      unsure: lacks === 'unsure',
      log: [`${kindOf(p)}.signed`],
      done: ({ state, version }, by) => {
        Object.assign(p, { state, version, signed: true });
        p.signers.add(by);
        if (!p.annuls) count(w, 'penalties-signed');
      },
      of: p,
      weight: 3,
    }),
    act({
      name: `${kindOf(p)} number`,
      duty: 'issue a penalty',
      path: `/api/penalties/${p.id}/number`,
      body: { version: p.version },
      forbids: () =>
        because(
          [p.state !== 'signed', 'no such step'],
          [annulmentOf(w, p) !== undefined, 'it is being annulled'],
          [lacks !== null && lacks !== 'unsure', `${lacks}`],
        ),
      unsure: lacks === 'unsure',
      log: p.annuls ? ['annulment.numbered', 'penalty.annulled'] : ['penalty.numbered'],
      done: ({ state, version, number }) => {
        Object.assign(p, { state, version, number });
        if (p.annuls) annulled(w, p.annuls);
        else issued(w, p);
      },
      of: p,
      weight: 2,
    }),
  ];
}

function issued(w: World, p: Penalty): void {
  count(w, 'penalties-issued');
  if (p.end === 'fine') count(w, 'fines-issued', p.amount!);
}
function annulled(w: World, p: Penalty): void {
  count(w, p.number ? 'penalties-annulled' : 'penalties-not-issued');
  if (p.number && p.end === 'fine') count(w, 'fines-annulled', p.amount!);
  Object.assign(p, { state: 'annulled', version: p.version + 1 });
}

function money(w: World, p: Penalty): Act[] {
  if (p.annuls) return [];
  const fine = p.end === 'fine' ? (p.amount ?? 0) : 0;
  const pay = (sum: number): Act =>
    act({
      name: 'penalty pay',
      duty: 'issue a penalty',
      path: `/api/penalties/${p.id}/payments`,
      body: { amount: sum, on: w.today, receipt: `BL-${++written}`, version: p.version },
      forbids: () =>
        because([!['served', 'late'].includes(p.state), 'no such step'], [fine === 0 || p.paid + sum > fine, 'more than is owed']),
      log: [p.paid + sum === fine ? 'penalty.paid' : 'penalty.part-paid'],
      done: ({ state, version }) => {
        p.paid += sum;
        if (p.paid === fine) {
          count(w, 'penalties-paid');
          count(w, 'fines-paid', fine);
        }
        Object.assign(p, { state, version });
      },
      of: p,
      weight: 0.6,
    });
  return [
    pay(Math.max(1, fine - p.paid)),
    pay(1_000_000),
    pay(fine + 1),
    act({
      name: 'penalty serve',
      duty: 'issue a penalty',
      path: `/api/penalties/${p.id}/services`,
      body: { how: 'in-person', served: true, on: w.today, exhibitId: p.of.of.exhibits[0], version: p.version },
      forbids: () => because([p.state !== 'numbered', 'no such step']),
      log: ['penalty.served'],
      done: ({ state, version }) => {
        Object.assign(p, { state, version, servedOn: w.today });
        count(w, 'penalties-served');
      },
      of: p,
      weight: 1.5,
    }),
    act({
      name: 'penalty refund',
      duty: 'issue a penalty',
      path: `/api/penalties/${p.id}/refund`,
      body: { on: w.today, receipt: `HT-${++written}`, version: p.version },
      forbids: () => because([p.state !== 'annulled', 'no such step'], [p.paid === 0, 'nothing came in']),
      log: ['penalty.refunded'],
      done: ({ state, version }) => {
        Object.assign(p, { state, version });
        count(w, 'penalties-refunded');
        count(w, 'fines-refunded', p.paid);
      },
      of: p,
      weight: p.state === 'annulled' && p.paid > 0 ? 2 : 0.1,
    }),
  ];
}

const annulling = (w: World, p: Penalty): Act[] =>
  p.annuls
    ? []
    : [
        act({
          name: 'annulment draft',
          duty: 'draft a penalty',
          path: `/api/penalties/${p.id}/annulment`,
          body: { ground: 'error', reason: 'Có sai sót', version: p.version },
          forbids: (who) =>
            handsOn(p, who) ??
            because(
              [!p.signed || ['draft', 'cancelled', 'annulled', 'refunded'].includes(p.state), 'nothing to annul'],
              [annulmentOf(w, p) !== undefined, 'there is one'],
            ),
          log: ['annulment.drafted'],
          done: ({ id, state, version, contentHash }, by) =>
            void w.penalties.push({ ...annulmentDraft(id, p, new Set([by])), state, version, contentHash }),
          of: p,
          single: true,
          weight: p.signed ? 0.5 : 0.1,
        }),
      ];
export const annulmentDraft = (id: string, p: Penalty, writers: Penalty['writers']): Penalty => ({
  ...{ kind: 'penalty', id, state: 'draft', version: 1, contentHash: '', of: p.of, annuls: p, end: 'annulment', sound: true, amount: null },
  ...{ answered: new Set(), writers, signers: new Set(), signed: false, number: null, servedOn: null, paid: 0 },
});
