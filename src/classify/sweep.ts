/** The timer under which the queue is set beside one claim: its ref is the claim, and the last item of the batch before. */
export const SWEEP = 'claim-sweep';

export interface SweepRef {
  claimId: string;
  after: string | null;
}
export const sweepRef = ({ claimId, after }: SweepRef): string => (after === null ? claimId : `${claimId}|${after}`);
export function readSweepRef(ref: string): SweepRef {
  const [claimId, after] = ref.split('|');
  return { claimId, after: after ?? null };
}
