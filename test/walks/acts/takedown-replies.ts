import { act, because, type Act } from '../act.js';
import { count, nowOf, type Item, type Takedown, type World } from '../world.js';

const REPLIES: Record<string, string> = {
  'removed-claimed': 'links-said-removed',
  refused: 'links-refused',
  restricted: 'links-restricted',
};
/** What the platform answers. */
export const replies = (w: World, t: Takedown): Act[] =>
  t.item?.id
    ? Object.entries(REPLIES).map(([reply, figure]) => {
        const item = t.item as Item;
        return act({
          name: `reply ${reply}`,
          duty: 'send a request',
          path: `/api/takedowns/${t.id}/items/${item.id}/reply`,
          body: { reply, version: item.version },
          forbids: () =>
            because(
              [t.state !== 'sent', 'it is not sent'],
              [['withdrawn', 'verified-removed'].includes(item.state), 'no such step'],
              [item.state === reply, 'it said so before'],
            ),
          log: ['item.replied'],
          done: ({ state, version }) => {
            Object.assign(item, { state, version, ...(reply === 'removed-claimed' ? { claimedAt: nowOf(w) } : {}) });
            count(w, figure);
          },
          of: t,
          weight: 0.3,
        });
      })
    : [];
