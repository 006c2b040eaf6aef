import { act, because, type Act } from '../act.js';
import { count, type Claim, type Correction, type World } from '../world.js';

const SOURCES = [{ title: 'Thông báo', url: 'https://soyte.example/1' }];
let written = 0;
const inForce = (claim: Claim): string | null =>
  claim.state === 'approved' ? (claim.versions.findLast((v) => v.approved)?.id ?? null) : null;

/** What the public is told: written from a claim, published by a second person, withdrawn by two. */
export const correctionActs = (w: World): Act[] => [
  ...drafts(w),
  ...w.corrections.flatMap((c) => [...writing(w, c), ...withdrawing(w, c)]),
];

const drafts = (w: World): Act[] =>
  w.claims.map((claim) =>
    act({
      name: 'correction draft',
      duty: 'draft a correction',
      path: '/api/corrections',
      body: { claimId: claim.id },
      forbids: () =>
        because(
          [inForce(claim) === null, 'the claim is not in force'],
          [w.corrections.some((c) => c.claim === claim && c.state !== 'withdrawn'), 'there is one'],
        ),
      log: ['correction.drafted'],
      done: ({ id, state, version, contentHash }, by) =>
        void w.corrections.push({
          ...{ kind: 'correction', id, state, version, contentHash, claim, claimVersion: inForce(claim)!, writers: new Set([by]) },
          ...{ fresh: true, blank: true, published: false, proposal: null },
        }),
      single: true,
      weight: w.corrections.length === 0 ? 0.6 : 0.05,
    }),
  );

function writing(w: World, c: Correction): Act[] {
  const own = (who: Parameters<Act['forbids']>[0]): [boolean, string] => [c.writers.has(who), 'own work'];
  const state: [boolean, string] = [c.state !== 'draft', 'no such step'];
  const of = { contentHash: c.contentHash, version: c.version };
  return [
    act({
      name: 'correction edit',
      duty: 'draft a correction',
      method: 'PUT',
      path: `/api/corrections/${c.id}`,
      body: { vi: { title: `Không đúng ${++written}`, said: w.words, truth: 'Không đúng.' }, sources: SOURCES, version: c.version },
      forbids: () => because([c.state === 'withdrawn', 'it is withdrawn']),
      log: ['correction.changed'],
      done: ({ state, version, contentHash }, by) => {
        Object.assign(c, { state, version, contentHash, fresh: true, blank: false, claimVersion: inForce(c.claim) ?? c.claimVersion });
        c.writers.add(by);
      },
      of: c,
      weight: c.blank ? 2 : 0.4,
    }),
    act({
      name: 'correction publish',
      duty: 'approve a correction',
      path: `/api/corrections/${c.id}/publish`,
      body: of,
      forbids: (who) =>
        because(
          state,
          own(who),
          [!c.fresh, 'it was decided on'],
          [inForce(c.claim) !== c.claimVersion, 'its claim is not in force'],
          [c.blank, 'a blank is open'],
        ),
      log: ['correction.published'],
      done: ({ state, version }) => {
        count(w, c.published ? 'corrections-changed' : 'corrections-published');
        Object.assign(c, { state, version, published: true, fresh: false });
        c.writers.clear();
      },
      of: c,
      weight: 1.5,
    }),
    act({
      name: 'correction return',
      duty: 'approve a correction',
      path: `/api/corrections/${c.id}/return`,
      body: { ...of, reason: 'Viết rõ hơn' },
      forbids: (who) => because(state, own(who), [!c.fresh, 'it was decided on']),
      log: ['correction.returned'],
      done: ({ state, version }) => void Object.assign(c, { state, version, fresh: false }),
      of: c,
      weight: 0.3,
    }),
  ];
}

function withdrawing(w: World, c: Correction): Act[] {
  const decide = (agreed: boolean): Act =>
    act({
      name: `correction withdrawal ${agreed ? 'approve' : 'decline'}`,
      duty: 'approve a correction',
      path: `/api/corrections/${c.id}/withdrawal/decision`,
      body: { agreed, version: c.version },
      forbids: (who) =>
        because(
          [c.state === 'withdrawn', 'it is withdrawn'],
          [c.proposal === null, 'nothing is proposed'],
          [c.proposal === who, 'own work'],
        ),
      log: [agreed ? 'correction.withdrawn' : 'correction.withdrawal-declined'],
      done: ({ state, version }) => {
        if (agreed && c.published) count(w, 'corrections-withdrawn');
        Object.assign(c, { state, version, proposal: null });
      },
      of: c,
      weight: c.proposal ? 0.7 : 0.1,
    });
  return [
    act({
      name: 'correction withdrawal propose',
      duty: 'propose a withdrawal',
      path: `/api/corrections/${c.id}/withdrawal`,
      body: { reason: 'Nguồn đã đổi', version: c.version },
      forbids: () => because([c.state === 'withdrawn', 'it is withdrawn'], [c.proposal !== null, 'one is proposed already']),
      log: ['correction.withdrawal-proposed'],
      done: ({ version }, by) => void Object.assign(c, { version, proposal: by }),
      of: c,
      weight: 0.25,
    }),
    decide(true),
    decide(false),
  ];
}
