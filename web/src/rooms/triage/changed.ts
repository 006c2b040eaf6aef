/** Whether a capture shows another text than the capture before it that could read one; the newest stands first. */
export function changedSince(captures: readonly { textSha256?: string | null }[], index: number): boolean {
  const now = captures[index].textSha256;
  const before = captures.slice(index + 1).find((c) => c.textSha256)?.textSha256;
  return Boolean(now && before && now !== before);
}
