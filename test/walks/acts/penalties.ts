import { act, because, type Act } from '../act.js';
import { liveOf, type Penalty, type World } from '../world.js';
import { handsOn, kindOf, signable } from './penalty-ground.js';
import { complaining } from './complaints.js';
import { annulling, money } from './penalty-money.js';
import { signing } from './penalty-signing.js';
import { decision, heard, wordingsOf } from './penalty-wordings.js';
import { voided } from './violations.js';

let written = 0;

/** Decisions on a record and annulments of them, from the draft to the money. */
export const penaltyActs = (w: World): Act[] => [
  ...drafts(w),
  ...w.penalties.flatMap((p) => [...writing(w, p), ...signing(w, p), ...money(w, p), ...annulling(w, p), ...complaining(w, p)]),
];

const drafts = (w: World): Act[] =>
  w.violations.flatMap((of) =>
    wordingsOf(of).map((wording, i) => {
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
            ...{ answered: new Set(heard(of).map((e) => e.id)), writers: new Set([by]), signed: false, returned: false },
            ...{ number: null, servedOn: null, paid: 0, complaints: [] },
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
        Object.assign(p, { state, version, contentHash, signed: false, returned: false });
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
    : wordingsOf(p.of).map((wording, i) => {
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
      forbids: () =>
        because([p.state !== 'draft', 'no such step'], [p.annuls?.complaints.some((c) => c.upheld) ?? false, 'a complaint was upheld']),
      log: [`${kindOf(p)}.cancelled`],
      done: ({ state, version }) => void Object.assign(p, { state, version }),
      of: p,
      weight: 0.1,
    }),
  ];
}
