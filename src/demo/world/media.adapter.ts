import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import sharp from 'sharp';
import { projectRoot } from '../../core/config.js';
import { sceneSvg } from './scenes.js';
import { SCENES } from './world-table.js';

export interface Medium {
  bytes: Buffer;
  type: string;
}

// the build copies no binaries: they are read where they were committed
const FOLDER = join(projectRoot, 'src', 'demo', 'world', 'media');
const TYPES: Record<string, string> = {
  '.webm': 'video/webm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const FONTS = join(projectRoot, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files');

/** The files that posts may show besides the drawn scenes. */
export const mediaNames = (): string[] => readdirSync(FOLDER);

/** Every picture, film and letter of the site by its address: scenes drawn now, files read, fonts from their package. */
export async function readMedia(): Promise<Map<string, Medium>> {
  const media = new Map<string, Medium>();
  for (const [i, scene] of SCENES.entries()) {
    const drawn = sharp(Buffer.from(sceneSvg(scene)));
    const png = i % 2 === 0;
    media.set(`/m/${scene}.${png ? 'png' : 'jpg'}`, {
      bytes: await (png ? drawn.png({ palette: true }) : drawn.jpeg({ quality: 82 })).toBuffer(),
      type: png ? 'image/png' : 'image/jpeg',
    });
  }
  for (const name of mediaNames()) media.set(`/m/${name}`, { bytes: readFileSync(join(FOLDER, name)), type: TYPES[extname(name)] });
  for (const set of ['latin', 'vietnamese']) {
    for (const weight of [400, 700])
      media.set(`/f/${set}-${weight}.woff2`, {
        bytes: readFileSync(join(FONTS, `be-vietnam-pro-${set}-${weight}-normal.woff2`)),
        type: 'font/woff2',
      });
  }
  return media;
}
