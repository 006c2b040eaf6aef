/** The timer of a sweep: its ref is the sweep's id, and whoever stands first of those at one place takes the others along. */
export const SWEEP = 'claim-sweep';

/** What began a sweep: a version came into force, or the claim left the registry, retired or merged into another. */
export const SWEEP_CAUSES = ['approved', 'retired'] as const;
export type SweepCause = (typeof SWEEP_CAUSES)[number];

/** Past posts come newest first; a sweep stands after the last one that it has read. */
export interface Place {
  /** as PostgreSQL writes it, to the microsecond */
  at: string;
  itemId: string;
}
/** One sweep of a turn. */
export interface Sweep {
  id: string;
  claimId: string;
  versionId: string;
  cause: SweepCause;
  after: Place | null;
}
