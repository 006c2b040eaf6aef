import { hasLetter } from './faces.js';

const JOINER = '\u200d';
/** Other than letters: signs that act unseen, turn or end a line, and marks that no letter took up. */
const UNSEEN = /\p{C}|\p{Zl}|\p{Zp}|\p{Mn}|\p{Mc}/u;
const code = (letter: string): string => `‹U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;

/**
 * A stored text as paper shows it: letters with their marks, and nothing that acts. What has no shape, turns the direction of the line,
 * piles marks upon marks or is not drawn by the typefaces of documents stands there as its code, so that nothing vanishes and nothing is
 * read otherwise than it was written.
 */
export function printable(text: string): string {
  const letters = [
    ...text
      .replace(/\r\n?/g, '\n')
      .normalize('NFC')
      .replace(/(?<=\p{Emoji})\ufe0f/gu, ''),
  ];
  return letters
    .map((letter, i) => {
      if (letter === '\n' || letter === '\t') return letter;
      if (letter === JOINER) return isEmoji(letters[i - 1]) && isEmoji(letters[i + 1]) ? letter : code(letter);
      return !UNSEEN.test(letter) && hasLetter(letter.codePointAt(0)!) ? letter : code(letter);
    })
    .join('');
}
const isEmoji = (letter: string | undefined): boolean =>
  letter !== undefined && /\p{Extended_Pictographic}|\p{Emoji_Modifier}/u.test(letter);
