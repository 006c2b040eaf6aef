import { act, because, type Act } from '../act.js';
import { standsFalse, withdrawalOf, type Case, type Takedown, type World } from '../world.js';
import { leaving } from './takedown-leaving.js';
import { replies } from './takedown-replies.js';

const ASKS = ['draft', 'approved', 'sending', 'undeliverable'];
const WAITS = ['awaiting', 'removed-claimed', 'verified-removed'];
let written = 0;

/** Requests to take a post down, their withdrawals, and what the platform answers. */
export const takedownActs = (w: World): Act[] => [
  ...drafts(w),
  ...w.takedowns.flatMap((t) => [...writing(w, t), ...leaving(w, t), ...replies(w, t)]),
];

/** Another request that asks for the same link and has no answer that ends it. */
const asked = (w: World, t: { of: { post: object } }, except?: Takedown): boolean =>
  w.takedowns.some(
    (o) =>
      o !== except &&
      !o.withdraws &&
      o.of.post === t.of.post &&
      (ASKS.includes(o.state) || (o.state === 'sent' && WAITS.includes(o.item?.state ?? ''))),
  );

const drafts = (w: World): Act[] => w.cases.flatMap((of) => [draft(w, of, 'email'), draft(w, of, 'manual')]);

const draft = (w: World, of: Case, delivery: Takedown['delivery']): Act =>
  act({
    name: delivery === 'manual' ? 'takedown draft to be sent by hand' : 'takedown draft',
    duty: 'draft a request',
    path: '/api/takedowns',
    body: {
      ...{ caseId: of.id, platform: 'mang', delivery, recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' },
      fields: { signer: 'Bà B', sources: `Bộ Y tế ${++written}` },
    },
    forbids: () =>
      because(
        [of.post.url === null, 'it has no link on that platform'],
        [!standsFalse(of.post), 'not judged false'],
        [asked(w, { of }), 'asked already'],
      ),
    unsure: of.state !== 'confirmed',
    log: ['takedown.drafted'],
    done: ({ id, state, version, contentHash }, by) =>
      void w.takedowns.push({
        ...{ kind: 'takedown', id, state, version, contentHash, of, withdraws: null, delivery, writers: new Set([by]), approver: null },
        ...{ returned: false, senders: new Set(), everSent: false, blank: false, item: null },
      }),
    single: true,
    weight: w.takedowns.length === 0 ? 1 : 0.2,
  });

function writing(w: World, t: Takedown): Act[] {
  const grounded = t.withdraws !== null || (t.of.state === 'confirmed' && standsFalse(t.of.post));
  return [
    act({
      name: 'takedown edit',
      duty: 'draft a request',
      method: 'PUT',
      path: `/api/takedowns/${t.id}`,
      body: { fields: { signer: `Bà B ${++written}`, ...(t.withdraws ? { reason: 'Nhầm đường dẫn' } : {}) }, version: t.version },
      forbids: () =>
        because(
          [!['draft', 'approved', 'undeliverable'].includes(t.state), 'it left'],
          [!t.withdraws && asked(w, t, t), 'asked elsewhere'],
        ),
      log: ['takedown.changed'],
      done: ({ state, version, contentHash }, by) => {
        Object.assign(t, { state, version, contentHash, approver: null, returned: false, blank: false });
        t.writers.add(by);
      },
      of: t,
      weight: t.blank ? 2 : 0.5,
    }),
    act({
      name: 'takedown approve',
      duty: 'approve a request',
      path: `/api/takedowns/${t.id}/approve`,
      body: { contentHash: t.contentHash, version: t.version },
      forbids: (who) =>
        because(
          [t.state !== 'draft', 'no such step'],
          [t.writers.has(who), 'own work'],
          [t.returned, 'it was sent back'],
          [!grounded, 'no ground'],
          [t.blank, 'a blank is open'],
        ),
      log: ['takedown.approved'],
      done: ({ state, version }, by) => {
        Object.assign(t, { state, version, approver: by });
        t.writers.clear();
      },
      of: t,
      weight: 2,
    }),
    act({
      name: 'takedown return',
      duty: 'approve a request',
      path: `/api/takedowns/${t.id}/return`,
      body: { contentHash: t.contentHash, version: t.version, reason: 'Nêu rõ nguồn hơn' },
      forbids: (who) => because([t.state !== 'draft', 'no such step'], [t.writers.has(who), 'own work'], [t.returned, 'it was sent back']),
      log: ['takedown.returned'],
      done: ({ state, version }) => void Object.assign(t, { state, version, returned: true }),
      of: t,
      weight: 0.2,
    }),
    act({
      name: 'takedown withdraw',
      duty: 'draft a request',
      path: `/api/takedowns/${t.id}/withdraw`,
      body: { reason: 'Nhầm đường dẫn', version: t.version },
      forbids: () =>
        because(
          [t.state === 'withdrawn', 'it is withdrawn'],
          [t.everSent && t.withdraws !== null, 'a withdrawal that left stays'],
          [t.everSent && t.state === 'sending', 'it is leaving'],
          [t.everSent && withdrawalOf(w, t) !== undefined, 'its withdrawal is drafted already'],
        ),
      log: [t.everSent ? 'takedown.drafted' : 'takedown.withdrawn'],
      done: ({ state, version, withdrawalId }, by) => {
        if (withdrawalId) w.takedowns.push(withdrawalDraft(withdrawalId, t, new Set([by])));
        Object.assign(t, { state, version });
      },
      of: t,
      weight: t.everSent ? 0.5 : 0.15,
    }),
  ];
}

/** Who signs it is a blank where a person drafts it; what the house drafts names whoever signed the request. */
export const withdrawalDraft = (id: string, t: Takedown, writers: Takedown['writers']): Takedown => ({
  ...{
    kind: 'takedown',
    id,
    state: 'draft',
    version: 1,
    contentHash: '',
    of: t.of,
    withdraws: t,
    delivery: t.delivery,
    writers,
    approver: null,
  },
  ...{ returned: false, senders: new Set(), everSent: false, blank: writers.size > 0, item: null },
});
