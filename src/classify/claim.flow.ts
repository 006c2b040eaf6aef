import type { Flow } from '../core/flow/flow.js';

export type ClaimState = 'draft' | 'approved' | 'retired' | 'merged';
/** A claim and each change of it is approved, or sent back, by somebody who wrote none of it, and its retirement, its merge into another and the undoing of that by somebody who did not propose it. */
export const claimFlow: Flow<ClaimState> = {
  draft: [
    { to: 'approved', by: ['claim.approve'], notBy: 'author', needs: ['new-version', 'source', 'wording'] },
    { to: 'draft', by: ['claim.approve'], notBy: 'author', needs: ['new-version'] },
  ],
  approved: [
    // a change of it: put in force, or sent back
    { to: 'approved', by: ['claim.approve'], notBy: 'author', needs: ['new-version', 'source', 'wording'] },
    { to: 'retired', by: ['claim.approve'], notBy: 'author', needs: ['retirement-proposed'] },
    { to: 'merged', by: ['claim.approve'], notBy: 'author', needs: ['merge-proposed'] },
  ],
  // it leads to another one, until that turns out to be wrong
  merged: [{ to: 'approved', by: ['claim.approve'], notBy: 'author', needs: ['reinstate-proposed'] }],
  retired: [],
};

/** Nothing is matched with it any more, and nobody writes it anew. */
export const hasLeft = (state: ClaimState): boolean => state === 'retired' || state === 'merged';
