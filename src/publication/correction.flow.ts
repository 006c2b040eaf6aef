import type { Flow } from '../core/flow/flow.js';

export type CorrectionState = 'draft' | 'published' | 'withdrawn';
export const CORRECTION_STATES: readonly CorrectionState[] = ['draft', 'published', 'withdrawn'];

/** Approved is published; an edit makes a draft again, and the public reads on what was approved last. */
export const correctionFlow: Flow<CorrectionState> = {
  draft: [
    { to: 'published', by: ['correction.approve'], notBy: 'author', needs: ['new-version', 'claim-in-force', 'source', 'no-blank'] },
    { to: 'draft', by: ['correction.approve'], notBy: 'author', needs: ['new-version'] },
    { to: 'withdrawn', by: ['correction.approve'], notBy: 'author', needs: ['withdrawal-proposed'] },
  ],
  published: [
    { to: 'draft', by: ['correction.draft'] },
    { to: 'withdrawn', by: ['correction.approve'], notBy: 'author', needs: ['withdrawal-proposed'] },
  ],
  withdrawn: [],
};
