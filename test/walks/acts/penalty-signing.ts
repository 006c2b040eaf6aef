import { act, because, type Act } from '../act.js';
import { has, SIGNERS, TITLED } from '../people.js';
import { annulmentOf, count, type Penalty, type World } from '../world.js';
import { handsIn, kindOf, lacking } from './penalty-ground.js';
import { voided } from './violations.js';

/** Signing by a title after a fresh second factor, or sending back, and the number that issues it. */
export function signing(w: World, p: Penalty): Act[] {
  const lacks = lacking(w, p);
  const own = new Set([...p.writers, ...p.of.writers, ...(p.annuls ? handsIn(p.annuls) : [])]);
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
          [p.returned, 'it was sent back'],
          [!TITLED.includes(who), 'no title covers it'],
          [lacks !== null && lacks !== 'unsure', `${lacks}`],
        ),
      unsure: lacks === 'unsure',
      log: [`${kindOf(p)}.signed`],
      done: ({ state, version }, by) => {
        Object.assign(p, { state, version, signed: true, signer: by });
        if (!p.annuls) count(w, 'penalties-signed');
      },
      of: p,
      weight: 3,
    }),
    act({
      name: `${kindOf(p)} return`,
      duty: 'sign a penalty',
      path: `/api/penalties/${p.id}/return`,
      body: { contentHash: p.contentHash, version: p.version, reason: 'Nêu rõ căn cứ hơn' },
      forbids: (who) => because([p.state !== 'draft', 'no such step'], [own.has(who), 'own work'], [p.returned, 'it was sent back']),
      log: [`${kindOf(p)}.returned`],
      done: ({ state, version }) => void Object.assign(p, { state, version, returned: true }),
      of: p,
      weight: 0.2,
    }),
    act({
      name: `${kindOf(p)} void`,
      duty: 'void a signature',
      path: `/api/penalties/${p.id}/void`,
      body: { reason: 'Ký nhầm bản', version: p.version },
      forbids: (who) =>
        because(
          [p.state !== 'signed', 'no such step'],
          [!has(who, 'draft a penalty') && p.signer !== who, 'not their signature'],
          [annulmentOf(w, p) !== undefined, 'it is being annulled'],
        ),
      log: [`${kindOf(p)}.voided`],
      done: () => voided(w, p),
      of: p,
      weight: 0.1,
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
          [!p.annuls && p.of.of.fell, 'its case fell'],
          [lacks !== null && lacks !== 'unsure', `${lacks}`],
        ),
      unsure: lacks === 'unsure',
      log: p.annuls ? ['annulment.numbered', 'penalty.annulled'] : ['penalty.numbered', ...(p.end === 'referral' ? ['case.referred'] : [])],
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
