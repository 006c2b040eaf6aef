/** The words of a phrase for an index of words: those that are whole, and a last one that may be only begun. */
export interface Words {
  whole: string | null;
  begun: string | null;
}

export function wordsOf(phrase: string): Words {
  const chunks = phrase.split(' ');
  const last = chunks[chunks.length - 1];
  const begun = /^[\p{L}\p{N}]+$/u.test(last) ? last : null;
  const whole = (begun ? chunks.slice(0, -1) : chunks).filter((chunk) => /[\p{L}\p{N}]/u.test(chunk));
  return { whole: whole.join(' ') || null, begun };
}
/** Syllables that a hyphen joins are found as well where none does. */
const apart = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
    .replace(/\s+/gu, ' ');
/** What narrows a list while it is typed. */
export const wordsTyped = (typed: string): Words => wordsOf(apart(typed));
/** What narrows a long list: how many words begin like one is nothing that its index can tell beforehand. */
export const wholeWords = (typed: string): Words => ({ whole: apart(typed) || null, begun: null });
