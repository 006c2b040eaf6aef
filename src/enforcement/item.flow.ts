import type { Flow, Step } from '../core/flow/flow.js';
import type { TakedownKind } from './takedown.flow.js';

/** Links of a request for removal, and links of a withdrawal, which asks for them back. */
const AWAY_STATES = ['awaiting', 'removed-claimed', 'refused', 'restricted', 'verified-removed', 'reappeared', 'withdrawn'] as const;
const BACK_STATES = ['asked-back', 'restoration-claimed', 'restoration-refused', 'restoration-partial', 'restored'] as const;
type AwayState = (typeof AWAY_STATES)[number];
type BackState = (typeof BACK_STATES)[number];
export type ItemState = AwayState | BackState;
export const ITEM_STATES: readonly ItemState[] = [...AWAY_STATES, ...BACK_STATES];

const REMOVAL_REPLIES = ['removed-claimed', 'refused', 'restricted'] as const;
const RESTORATION_REPLIES = ['restoration-claimed', 'restoration-refused', 'restoration-partial'] as const;
export const REPLIES = [...REMOVAL_REPLIES, ...RESTORATION_REPLIES];
export type Reply = (typeof REPLIES)[number];
export type RemovalReply = (typeof REMOVAL_REPLIES)[number];
/** What a platform says that it did; the house looks whether it is so. */
const CLAIMS: readonly Reply[] = ['removed-claimed', 'restoration-claimed', 'restoration-partial'];
export const isClaim = (reply: Reply): boolean => CLAIMS.includes(reply);

/** The platform took the link away or hid it, by its own word or as was seen: withdrawing the request asks for it back. */
export const TAKEN_AWAY: readonly ItemState[] = ['removed-claimed', 'restricted', 'verified-removed'];
/** Nothing more is asked for or awaited. */
export const isEnded = (state: ItemState): boolean => state === 'withdrawn' || state === 'restored';

const replied = <R extends Reply>(...to: R[]): Step<R>[] =>
  to.map((reply) => ({ to: reply, by: ['takedown.send', 'system'], needs: ['reply'] }));
const withdrawn: Step<AwayState> = { to: 'withdrawn', by: ['system'] };
/** Only what was seen proves a removal or a restoration: no right and no reply leads there. */
const verified: Step<AwayState> = { to: 'verified-removed', by: ['system'], needs: ['seen-gone-twice'] };
const reappeared: Step<AwayState> = { to: 'reappeared', by: ['system'], needs: ['seen-present'] };
const restored: Step<BackState> = { to: 'restored', by: ['system'], needs: ['seen-present'] };

export const removalFlow: Flow<AwayState> = {
  awaiting: [...replied('removed-claimed', 'refused', 'restricted'), verified, withdrawn],
  'removed-claimed': [...replied('refused', 'restricted'), verified, reappeared, withdrawn],
  refused: [...replied('removed-claimed', 'restricted'), verified, withdrawn],
  restricted: [...replied('removed-claimed', 'refused'), verified, withdrawn],
  'verified-removed': [reappeared, withdrawn],
  reappeared: [...replied('removed-claimed', 'refused', 'restricted'), verified, withdrawn],
  withdrawn: [],
};
export const restorationFlow: Flow<BackState> = {
  'asked-back': [...replied('restoration-claimed', 'restoration-refused', 'restoration-partial'), restored],
  'restoration-claimed': [...replied('restoration-refused', 'restoration-partial'), restored],
  'restoration-refused': [...replied('restoration-claimed', 'restoration-partial'), restored],
  'restoration-partial': [...replied('restoration-claimed', 'restoration-refused'), restored],
  restored: [],
};
export const itemFlowOf = (kind: TakedownKind) => (kind === 'removal' ? removalFlow : restorationFlow) as Flow<ItemState>;
