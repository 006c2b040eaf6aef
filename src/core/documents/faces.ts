import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { sfnt } from '../browser/fonts.js';
import { lettersOf } from './letters-of-font.js';

const require = createRequire(import.meta.url);
/**
 * Tinos has the widths of Times New Roman and every Vietnamese letter. Posts are full of emoji: here they are drawn in black, since
 * coloured ones leave no ink in a PDF. Scripts that run from right to left would need what a document in one direction has not.
 */
const FAMILIES = [
  {
    family: 'Tinos',
    from: '@fontsource/tinos',
    parts: ['latin', 'vietnamese', 'latin-ext', 'cyrillic', 'greek'],
    faces: ['400-normal', '400-italic', '700-normal', '700-italic'],
  },
  {
    family: 'Noto Emoji',
    from: '@fontsource/noto-emoji',
    parts: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    faces: ['400-normal'],
  },
];
/** The families of every document, the first that has a letter before the next. */
export const TYPEFACE = FAMILIES.map((f) => `"${f.family}"`).join(', ');

interface Part {
  family: string;
  file: (face: string, ending: string) => string;
  faces: string[];
  range: string;
  letters: Set<number>;
}
let read: Part[] | undefined;

/** The parts that the families come in, each with the letters that it really draws, whatever its range promises. */
function parts(): Part[] {
  read ??= FAMILIES.flatMap(({ family, from, parts: names, faces }) => {
    const dir = dirname(require.resolve(`${from}/package.json`));
    const ranges = JSON.parse(readFileSync(join(dir, 'unicode.json'), 'utf8')) as Record<string, string>;
    return names.map((part) => {
      const file = (face: string, ending: string) => join(dir, 'files', `${from.split('/')[1]}-${part}-${face}.${ending}`);
      const letters = lettersOf(sfnt(readFileSync(file(faces[0], 'woff'))));
      return { family, file, faces, range: ranges[part] ?? ranges[`[${part}]`], letters };
    });
  });
  return read;
}

/** Is this code point drawn by the typefaces that a document brings with it? */
export const hasLetter = (code: number): boolean => parts().some((part) => part.letters.has(code));

/** The typefaces that a text needs, whole, so that a page looks the same on a machine without any. */
export function facesFor(text: string): string {
  const codes = [...new Set([...text].map((letter) => letter.codePointAt(0)!))];
  const drawnBefore = (part: Part, code: number) => parts().some((p) => p.family !== part.family && p.letters.has(code));
  const needed = (part: Part, i: number) =>
    codes.some((code) => part.letters.has(code) && (i < FAMILIES[0].parts.length || !drawnBefore(part, code)));
  return parts().filter(needed).flatMap(facesOf).join('\n');
}

const facesOf = ({ family, file, faces, range }: Part): string[] =>
  faces.map((face) => {
    const [weight, style] = face.split('-');
    const data = readFileSync(file(face, 'woff2')).toString('base64');
    return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};font-display:block;unicode-range:${range};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
  });
