import type { Flow, Step } from '../core/flow/flow.js';

export type ItemState = 'awaiting' | 'removed-claimed' | 'refused' | 'restricted' | 'verified-removed' | 'reappeared' | 'withdrawn';
export const ITEM_STATES: readonly ItemState[] = [
  'awaiting',
  'removed-claimed',
  'refused',
  'restricted',
  'verified-removed',
  'reappeared',
  'withdrawn',
];
export const REPLIES = ['removed-claimed', 'refused', 'restricted'] as const;
export type Reply = (typeof REPLIES)[number];

/** The platform took the link away or hid it, by its own word or as was seen: withdrawing the request asks for it back. */
export const TAKEN_AWAY: readonly ItemState[] = ['removed-claimed', 'restricted', 'verified-removed'];
export const tookAway = (state: ItemState): boolean => TAKEN_AWAY.includes(state);

const replied = (...to: Reply[]): Step<ItemState>[] =>
  to.map((reply) => ({ to: reply, by: ['takedown.send', 'system'], needs: ['reply'] }));
const withdrawn: Step<ItemState> = { to: 'withdrawn', by: ['system'] };
/** Only what was seen proves a removal: no right and no reply leads here. */
const verified: Step<ItemState> = { to: 'verified-removed', by: ['system'], needs: ['seen-gone-twice'] };
const reappeared: Step<ItemState> = { to: 'reappeared', by: ['system'], needs: ['seen-present'] };

export const itemFlow: Flow<ItemState> = {
  awaiting: [...replied('removed-claimed', 'refused', 'restricted'), verified, withdrawn],
  'removed-claimed': [...replied('refused', 'restricted'), verified, reappeared, withdrawn],
  refused: [...replied('removed-claimed', 'restricted'), verified, withdrawn],
  restricted: [...replied('removed-claimed', 'refused'), verified, withdrawn],
  'verified-removed': [reappeared, withdrawn],
  reappeared: [...replied('removed-claimed', 'refused', 'restricted'), verified, withdrawn],
  withdrawn: [],
};
