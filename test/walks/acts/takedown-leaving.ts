import { act, because, type Act } from '../act.js';
import { left } from '../leaving.js';
import { count, standsFalse, withdrawalOf, type Takedown, type World } from '../world.js';

/** How a request leaves: ordered, called back, carried by hand; and that it came back. */
export function leaving(w: World, t: Takedown): Act[] {
  const grounded = t.withdraws !== null || (t.of.state === 'confirmed' && standsFalse(t.of.post));
  return [
    ...(t.delivery === 'manual' ? [byHand(w, t, grounded, true), byHand(w, t, grounded, false)] : [ordered(w, t, grounded)]),
    act({
      name: 'takedown call back',
      duty: 'send a request',
      method: 'DELETE',
      path: `/api/takedowns/${t.id}/send`,
      forbids: () => because([t.state !== 'sending', 'no such step']),
      log: ['takedown.called-back'],
      done: ({ state, version }) => void Object.assign(t, { state, version }),
      of: t,
      single: true,
      weight: 0.3,
    }),
    act({
      name: 'takedown bounce',
      duty: 'approve a request',
      path: `/api/takedowns/${t.id}/bounce`,
      body: { says: 'Hộp thư đầy', version: t.version },
      forbids: (who) => because([t.state !== 'sent', 'no such step'], [t.senders.has(who), 'own sending']),
      log: ['takedown.undeliverable'],
      done: ({ state, version }) => {
        Object.assign(t, { state, version });
        if (!t.withdraws) count(w, 'takedowns-undeliverable');
      },
      of: t,
      weight: 0.3,
    }),
  ];
}

/** What stands against its leaving. */
const held = (w: World, t: Takedown, grounded: boolean): string | null =>
  because(
    [!['approved', 'undeliverable'].includes(t.state), 'no such step'],
    [t.approver === null, 'nobody approved it'],
    [!grounded, 'no ground'],
    [withdrawalOf(w, t) !== undefined, 'its withdrawal is drafted'],
  );

const ordered = (w: World, t: Takedown, grounded: boolean): Act =>
  act({
    name: 'takedown send',
    duty: 'send a request',
    path: `/api/takedowns/${t.id}/send`,
    body: { version: t.version },
    forbids: () => held(w, t, grounded),
    log: ['takedown.queued'],
    done: ({ state, version }, by) => {
      Object.assign(t, { state, version });
      t.senders.add(by);
    },
    of: t,
    weight: 2,
  });

const CHECKLIST = ['same-text', 'every-link', 'right-recipient', 'receipt-kept'];
/** It is gone at once, and what follows from that follows in the same act. */
function byHand(w: World, t: Takedown, grounded: boolean, ticked: boolean): Act {
  const of = t.withdraws;
  const ends = of !== null && of.state !== 'withdrawn';
  const follows = ends && of.item && of.item.state !== 'withdrawn' ? ['item.withdrawn'] : [];
  return act({
    name: `takedown send by hand${ticked ? '' : ' unchecked'}`,
    duty: 'send a request',
    path: `/api/takedowns/${t.id}/send`,
    body: { checklist: ticked ? CHECKLIST : CHECKLIST.slice(1), proof: 'Mã tiếp nhận 123', version: t.version },
    forbids: () => held(w, t, grounded) ?? because([!ticked, 'the list is not ticked']),
    log: ends ? ['takedown.sent', 'takedown.withdrawn'] : ['takedown.sent'],
    follows,
    done: ({ version }, by) => {
      if (ends) of.version++;
      if (follows.length > 0) of!.item!.version++;
      left(w, t, () => undefined);
      if (t.item) t.item.id = '';
      t.version = version;
      t.senders.add(by);
    },
    of: t,
    weight: ticked ? 2 : 0.1,
  });
}
