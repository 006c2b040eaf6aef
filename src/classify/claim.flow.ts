import type { Flow } from '../core/flow/flow.js';

export type ClaimState = 'draft' | 'approved' | 'retired';
/** A claim and each change of it is approved, or sent back, by somebody who wrote none of it, and its retirement by somebody who did not propose it. */
export const claimFlow: Flow<ClaimState> = {
  draft: [
    { to: 'approved', by: ['claim.approve'], notBy: 'author', needs: ['new-version', 'source', 'wording'] },
    { to: 'draft', by: ['claim.approve'], notBy: 'author', needs: ['new-version'] },
  ],
  approved: [
    // a change of it: put in force, or sent back
    { to: 'approved', by: ['claim.approve'], notBy: 'author', needs: ['new-version', 'source', 'wording'] },
    { to: 'retired', by: ['claim.approve'], notBy: 'author', needs: ['retirement-proposed'] },
  ],
  retired: [],
};
