import { cut } from './cut.js';

/** A word that was read, with how sure the engine is of it, 0 to 100; its box in pixels of the picture. */
export interface ReadWord {
  text: string;
  confidence: number;
  box: [left: number, top: number, right: number, bottom: number];
}
export interface ReadLine {
  words: ReadWord[];
}
/** As Tesseract tells it. */
export interface Page {
  blocks: {
    paragraphs: { lines: { words: { text: string; confidence: number; bbox: { x0: number; y0: number; x1: number; y1: number } }[] }[] }[];
  }[];
}
export interface LineRules {
  least_confidence: number;
  most_words: number;
}
interface Size {
  width: number;
  height: number;
}
const LONGEST_WORD = 100;
const HOLDS_WORD = /[\p{L}\p{N}]/u;

/** The lines of a page as they stand in the picture that was scaled to it. What is too unsure, or no word, is left out; nothing is believed further than its form. */
export function linesOf(page: Page, scaled: Size, of: Size, rules: LineRules): ReadLine[] {
  const [across, down] = [of.width / scaled.width, of.height / scaled.height];
  const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
  let left = rules.most_words;
  const lines = page.blocks.flatMap((b) => b.paragraphs.flatMap((p) => p.lines));
  return lines.flatMap((line) => {
    const sure = line.words.filter((w) => w.confidence >= rules.least_confidence && HOLDS_WORD.test(w.text)).slice(0, left);
    left -= sure.length;
    const words = sure.map(({ text, confidence, bbox }): ReadWord => ({
      text: cut(
        text
          .toWellFormed()
          .normalize('NFC')
          .replace(/[\s\0]/g, ''),
        LONGEST_WORD,
      ),
      confidence: within(confidence, 100),
      box: [
        within(bbox.x0 * across, of.width),
        within(bbox.y0 * down, of.height),
        within(bbox.x1 * across, of.width),
        within(bbox.y1 * down, of.height),
      ],
    }));
    return words.length > 0 ? [{ words }] : [];
  });
}

/** What was read, line by line, as one text. */
export const textOf = (lines: readonly ReadLine[]): string => lines.map((l) => l.words.map((w) => w.text).join(' ')).join('\n');
/** The words with where each stands in that text. */
export function placedWords(lines: readonly ReadLine[]): (ReadWord & { start: number; end: number })[] {
  let at = 0;
  return lines.flatMap((line) =>
    line.words.map((word) => {
      const start = at;
      at += word.text.length + 1;
      return { ...word, start, end: start + word.text.length };
    }),
  );
}
/** How sure the engine is of a reading, by letters; null where nothing was read. */
export function confidenceOf(words: readonly ReadWord[]): number | null {
  const letters = words.reduce((sum, w) => sum + w.text.length, 0);
  return letters === 0 ? null : Math.round(words.reduce((sum, w) => sum + w.confidence * w.text.length, 0) / letters);
}
