import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { projectRoot } from '../../src/core/config.js';
import { sfnt } from '../../src/core/browser/fonts.js';
import { drawn } from './drawn-pictures.js';

/** Typefaces of the house: one with the letters of print, one whose a is round, as signs and phones have it. */
const FACES = { Tinos: 'tinos', 'Be Vietnam Pro': 'be-vietnam-pro' };
type Face = keyof typeof FACES;
let laid: Promise<void> | undefined;

/** The letters for the library that draws, since a bare machine has no fonts; it reads them as long as it draws. */
const layLetters = (): Promise<void> =>
  (laid ??= (async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lachan-letters-'));
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
    for (const [face, folder] of Object.entries(FACES))
      for (const set of ['latin', 'vietnamese']) {
        const file = join(dir, `${folder}-${set}.ttf`);
        writeFileSync(
          file,
          sfnt(readFileSync(join(projectRoot, 'node_modules/@fontsource', folder, `files/${folder}-${set}-700-normal.woff`))),
        );
        await sharp({ text: { text: 'ạ', font: `${face} Bold`, fontfile: file } }).toBuffer({ resolveWithObject: true });
      }
  })());

/** Lines of words in a colour, with nothing behind them. */
async function letters(text: string, size: number, colour: string, face: Face = 'Tinos'): Promise<Buffer> {
  await layLetters();
  const marked = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return sharp({
    text: {
      text: `<span foreground="${colour}">${marked}</span>`,
      font: `${face} Bold ${size}`,
      rgba: true,
      dpi: 72,
      spacing: Math.round(size / 3),
    },
  })
    .png()
    .toBuffer();
}
const ground = (width: number, height: number, background: string) => sharp({ create: { width, height, channels: 3, background } });
async function on(text: string, { size = 34, colour = '#111', background = '#fff', margin = 40, face = 'Tinos' as Face }): Promise<Buffer> {
  const words = await letters(text, size, colour, face);
  const { width, height } = await sharp(words).metadata();
  return ground(width + 2 * margin, height + 2 * margin, background)
    .composite([{ input: words, left: margin, top: margin }])
    .png()
    .toBuffer();
}

/** Pictures with words in them, as people post them, by name. */
export const WRITTEN: Record<string, (text: string) => Promise<Buffer>> = {
  plain: (text) => on(text, {}),
  'round letters': (text) => on(text, { face: 'Be Vietnam Pro' }),
  'white on dark': (text) => on(text, { colour: '#fff', background: '#1d2740' }),
  small: (text) => on(text, { size: 13, margin: 16 }),
  skewed: async (text) =>
    sharp(await on(text, {}))
      .rotate(3, { background: '#fff' })
      .jpeg({ quality: 75 })
      .toBuffer(),
  'over a photo': async (text) => {
    const words = await letters(text, 36, '#fff');
    const rim = await letters(text, 36, '#000');
    const { width, height } = await sharp(words).metadata();
    const behind = await sharp((await drawn(7)).bytes)
      .resize(width + 80, height + 240, { fit: 'cover' })
      .blur(2)
      .toBuffer();
    const round = [-2, 0, 2].flatMap((x) => [-2, 0, 2].map((y) => ({ input: rim, left: 40 + x, top: 120 + y })));
    return sharp(behind)
      .composite([...round, { input: words, left: 40, top: 120 }])
      .jpeg({ quality: 80 })
      .toBuffer();
  },
};
