/** A way to write a text that people still read and a filter may not; `random` gives numbers from 0 to 1. */
export type Disguise = (text: string, random: () => number) => string;
export type Disguises = Record<string, Disguise>;

export const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
export const isLetter = (c: string): boolean => /^\p{L}$/u.test(c);
export const each =
  (change: (letter: string, i: number, random: () => number) => string): Disguise =>
  (text, random) =>
    Array.from(text.normalize('NFC'), (c, i) => change(c, i, random)).join('');
export const words =
  (change: (word: string, i: number, random: () => number) => string): Disguise =>
  (text, random) =>
    text
      .split(' ')
      .map((w, i) => change(w, i, random))
      .join(' ');
/** Letters exchanged one by one; of an accented letter the base, with its marks behind it. */
export const letters = (from: string, to: string, keepMarks = false): Disguise => {
  const table = new Map(Array.from(from, (c, i) => [c, Array.from(to)[i]]));
  return (text) =>
    Array.from(keepMarks ? text.normalize('NFD') : bare(text), (c) => table.get(c) ?? table.get(c.toLowerCase()) ?? c).join('');
};
const ABC = 'abcdefghijklmnopqrstuvwxyz';
export const alphabet = (to: string, keepMarks = false): Disguise => letters(ABC, to, keepMarks);
/** An alphabet of its own somewhere in Unicode, small letters from one point and capitals from another. */
export const styled =
  (small: number, capital = small, keepMarks = false): Disguise =>
  (text) =>
    Array.from(keepMarks ? text.normalize('NFD') : bare(text), (c) =>
      /[a-z]/.test(c)
        ? String.fromCodePoint(small + c.charCodeAt(0) - 97)
        : /[A-Z]/.test(c)
          ? String.fromCodePoint(capital + c.charCodeAt(0) - 65)
          : c,
    ).join('');
/** Something put between the letters of each word. */
export const between = (what: string | string[]): Disguise =>
  words((w, _, random) =>
    Array.from(w.normalize('NFC')).reduce((all, c) => all + (Array.isArray(what) ? what[Math.floor(random() * what.length)] : what) + c),
  );
/** Something put once into each word that is long enough. */
export const within = (what: string | string[], shortest = 4): Disguise =>
  words((w, _, random) => {
    const all = Array.from(w.normalize('NFC'));
    if (all.length < shortest) return w;
    const at = 1 + Math.floor(random() * (all.length - 1));
    return all.slice(0, at).join('') + (Array.isArray(what) ? what[Math.floor(random() * what.length)] : what) + all.slice(at).join('');
  });
export const reversed = (text: string): string => Array.from(text.normalize('NFC')).reverse().join('');
