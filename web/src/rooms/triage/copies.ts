import type { TriageLine } from '../../api/types.js';

/** A line of the queue as it is drawn; `below`: unfolded under the first of its copies. */
export interface Row extends TriageLine {
  below?: boolean;
}

/** The lines, and under the one that is unfolded the others of its group. */
export function unfolded(lines: readonly TriageLine[], group: string | null, members: readonly TriageLine[]): Row[] {
  if (group === null) return [...lines];
  return lines.flatMap((line) =>
    line.group === group && line.copies
      ? [line, ...members.filter((m) => m.id !== line.id).map((m) => ({ ...m, below: true, copies: null }))]
      : [line],
  );
}

/** A line with one copy more or less. */
export function counted<T extends TriageLine>(line: T, by: 1 | -1): T {
  const others = (line.copies?.others ?? 0) + by;
  return { ...line, copies: others > 0 ? { ...(line.copies ?? { reports: line.reports, kinds: [] }), others } : null };
}

/** The lines without one that was judged: the next of its copies, where it is known, takes its place. */
export function without(lines: TriageLine[], gone: Row, heir: TriageLine | undefined): TriageLine[] {
  if (gone.below) return lines.map((l) => (l.group === gone.group ? counted(l, -1) : l));
  if (!lines.some((l) => l.id === gone.id)) return lines;
  return lines.flatMap((l) => (l.id !== gone.id ? [l] : heir ? [counted({ ...heir, copies: gone.copies }, -1)] : []));
}

/** The lines with one that was not judged after all, where it stood. */
export function withBack(lines: TriageLine[], back: Row, before: string | undefined, first: boolean): TriageLine[] {
  const of = lines.findIndex((l) => l.group === back.group && (back.below || back.copies));
  if (of >= 0) return lines.with(of, back.below ? counted(lines[of], 1) : back);
  const index = lines.findIndex((l) => l.id === before);
  if (index >= 0) return lines.toSpliced(index, 0, back);
  return before === undefined && first ? [...lines, back] : lines;
}
