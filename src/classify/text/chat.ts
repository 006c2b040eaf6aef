import type { TextRules } from './rules.js';

/** a longer word is no chat's */
export const LONGEST_CHAT = 7;

/** The word that a chat's spelling stands for, by its letters: fòg is phòng. */
export function fromChat(word: string, { chat }: TextRules, understood: (word: string) => boolean): string | null {
  if (word.length < 2 || word.length > LONGEST_CHAT) return null;
  let tried = [word];
  for (let twice = 0; twice < 2; twice++) {
    const next: string[] = [];
    for (const { from, to } of chat.letters)
      for (const before of tried) {
        const after = before.replace(from, to);
        if (after === before) continue;
        if (understood(after)) return after;
        next.push(after);
      }
    tried = next;
  }
  return null;
}
