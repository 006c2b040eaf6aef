/**
 * Hides the small cells of one row whose total everybody knows. A single hidden cell could be had by taking the others from the total,
 * so the smallest of the others is hidden with it.
 */
export function suppressed(row: readonly number[], smallest: number): (number | null)[] {
  const hidden = new Set(row.flatMap((count, i) => (count > 0 && count < smallest ? [i] : [])));
  if (hidden.size === 1) {
    const [beside] = row
      .map((count, i) => ({ count, i }))
      .filter(({ i }) => !hidden.has(i))
      .sort((a, b) => a.count - b.count || a.i - b.i);
    if (beside) hidden.add(beside.i);
  }
  return row.map((count, i) => (hidden.has(i) ? null : count));
}
