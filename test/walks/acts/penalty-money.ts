import { act, because, type Act } from '../act.js';
import { annulmentOf, count, standing, type Penalty, type World } from '../world.js';
import { lastDayToPay } from '../working-days.js';
import { handsOn } from './penalty-ground.js';

let written = 0;

/** Service, payments and what goes back. */
export function money(w: World, p: Penalty): Act[] {
  if (p.annuls) return [];
  const fine = p.end === 'fine' ? (p.amount ?? 0) : 0;
  const issued = p.number !== null;
  const takenBack = issued && ['annulled', 'refunded'].includes(p.state);
  const pay = (sum: number): Act =>
    act({
      name: 'penalty pay',
      duty: 'issue a penalty',
      path: `/api/penalties/${p.id}/payments`,
      body: { amount: sum, on: w.today, receipt: `BL-${++written}`, version: p.version },
      forbids: () =>
        because(
          [!takenBack && !['served', 'late'].includes(p.state), 'no such step'],
          [fine === 0 || (!takenBack && p.paid + sum > fine), 'more than is owed'],
        ),
      log: [takenBack ? 'penalty.paid-after' : p.paid + sum === fine ? 'penalty.paid' : 'penalty.part-paid'],
      done: ({ state, version }) => {
        p.paid += sum;
        p.owesInterest ||= p.servedOn !== null && w.today > lastDayToPay(p.servedOn);
        if (!takenBack && p.paid === fine) {
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
    serve(w, p, { paper: p.of.of, weight: 1.5 }),
    serve(w, p, { weight: 0.1 }),
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
        p.paid = 0;
      },
      of: p,
      weight: p.state === 'annulled' && p.paid > 0 ? 2 : 0.1,
    }),
  ];
}

/** With a paper that proves it, or with a capture of the post, which proves nothing. */
const serve = (w: World, p: Penalty, { paper, weight }: Pick<Act, 'paper' | 'weight'>): Act =>
  act({
    name: paper ? 'penalty serve' : 'penalty serve by capture',
    duty: 'issue a penalty',
    path: `/api/penalties/${p.id}/services`,
    body: { how: 'in-person', served: true, on: w.today, exhibitId: p.of.of.exhibits[0], version: p.version },
    paper,
    forbids: () =>
      because([p.state !== 'numbered', 'no such step'], [!standing(w, p), 'it may be taken back'], [!paper, 'a capture proves no service']),
    log: ['penalty.served'],
    done: ({ state, version }) => {
      Object.assign(p, { state, version, servedOn: w.today });
      count(w, 'penalties-served');
    },
    of: p,
    weight,
  });

export const annulling = (w: World, p: Penalty): Act[] =>
  p.annuls
    ? []
    : [
        act({
          name: 'annulment draft on a complaint',
          duty: 'draft a penalty',
          path: `/api/penalties/${p.id}/annulment`,
          body: { ground: 'complaint', reason: 'Khiếu nại đúng', version: p.version },
          forbids: () => 'only its answer drafts it',
          log: [],
          done: () => undefined,
          of: p,
          weight: 0.05,
        }),
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
  ...{ answered: new Set(), writers, signed: false, returned: false, number: null, servedOn: null, paid: 0, complaints: [] },
});
