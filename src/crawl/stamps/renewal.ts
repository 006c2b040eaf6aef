const DAY = 86_400_000;

/** When a stamp that still has so long is to be renewed: some days before its end; where they have begun, after half of what is left. Null once it has ended. */
export function renewalIn(leftMs: number, daysBefore: number): number | null {
  if (leftMs <= 0) return null;
  const pause = leftMs - daysBefore * DAY;
  return pause > 0 ? Math.max(pause, DAY) : Math.max(leftMs / 2, DAY);
}
