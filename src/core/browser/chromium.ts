import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import tar from 'tar-fs';
import { passable } from '../database/embedded/binaries.js';
import { layFonts } from './fonts.js';

const require = createRequire(import.meta.url);
export interface Chromium {
  path: string;
  env: Record<string, string>;
  /** a build without windows, which starts in a third of the time and work; or the browser of a desk, told to open none */
  headless: 'shell' | true;
}
// the program itself, not the script in /usr/bin, which would outlive a kill of its own process
const SHELL = '/usr/lib/chromium/chromium-headless-shell';
const SYSTEM = [SHELL, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];

/** The browser that a setting names, else one of the system, else the one that came with the packages, unpacked into `cacheDir`. */
export async function findChromium(cacheDir: string, named = ''): Promise<Chromium> {
  if (named === 'bundled') return bundled(cacheDir);
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and there is nothing`);
    return installed(named);
  }
  const system = SYSTEM.find((path) => existsSync(path));
  return system ? installed(system) : bundled(cacheDir);
}

const installed = (path: string): Chromium => ({ path, env: {}, headless: basename(path).includes('headless-shell') ? 'shell' : true });

async function bundled(cacheDir: string): Promise<Chromium> {
  const root = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  const home = existsSync(join(root, 'bin')) ? root : join(root, '..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const dir = join(reachable(cacheDir), `chromium-${version}-with-emoji`);
  if (!existsSync(dir)) await unpack(join(home, 'bin'), dir);
  return {
    path: join(dir, 'chromium'),
    env: { LD_LIBRARY_PATH: join(dir, 'libs', 'lib'), FONTCONFIG_FILE: join(dir, 'fonts.conf'), HOME: dir },
    headless: 'shell',
  };
}

/** As root the browser runs as another user, who must be able to pass to it. */
function reachable(cacheDir: string): string {
  if (process.getuid?.() !== 0 || passable(cacheDir)) return cacheDir;
  const elsewhere = '/var/tmp/lachan-browser';
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  if (statSync(elsewhere).uid !== 0) throw new Error(`${elsewhere} belongs to somebody else; remove it`);
  return elsewhere;
}

/** Into a folder beside, then renamed: a name always means a whole browser. */
async function unpack(from: string, dir: string): Promise<void> {
  const part = `${dir}.${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o755 });
  const br = (name: string) => [createReadStream(join(from, name)), createBrotliDecompress()] as const;
  await Promise.all([
    pipeline(...br('chromium.br'), createWriteStream(join(part, 'chromium'), { mode: 0o755 })),
    pipeline(...br('al2023.tar.br'), tar.extract(join(part, 'libs'))),
    pipeline(...br('swiftshader.tar.br'), tar.extract(part)),
    pipeline(...br('fonts.tar.br'), tar.extract(join(part, 'fonts'))),
  ]);
  layFonts(part);
  try {
    renameSync(part, dir);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(dir)) throw error; // somebody else was faster, which is as good
  }
}
