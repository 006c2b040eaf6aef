/** How much longer than on a machine of its own a test may take before it counts as stuck: so far apart are the speeds of shared machines. */
export const PATIENCE = 3;
