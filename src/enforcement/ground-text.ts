/** What the claim says that a link rests on. */
export interface Reason {
  claimVersionId: string;
  says: string;
}
/** A text as it stood, with what its links rested on. */
export interface Stood {
  text: string;
  reasons: readonly Reason[];
}

/** A text that answers for every link: what a person wrote stays, and what is known of further links follows it. */
export function groundText(now: readonly Reason[], joint: string, stood: Stood): string {
  const join = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))].join(joint);
  const house = (reasons: readonly Reason[]) => join(reasons.map((r) => r.says));
  if (!stood.text || stood.text === house(stood.reasons)) return house(now);
  const answered = new Set(stood.reasons.map((r) => r.claimVersionId));
  const further = now.filter((r) => !answered.has(r.claimVersionId) && !stood.text.includes(r.says));
  return join([stood.text, ...further.map((r) => r.says)]);
}
