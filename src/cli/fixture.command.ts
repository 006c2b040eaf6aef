import type { Command } from 'commander';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { addressRules } from '../core/address/address-table.js';
import { platformLinks } from '../core/address/platform-links.js';
import { readLink } from '../core/address/read-link.js';
import { readSettings } from '../core/config.js';

interface Options {
  platform: string;
  name: string;
  out: string;
  allow?: string;
}
const NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;
const SCRIPT = /<script\b[^>]*>[\s\S]*?<\/script\s*>/gi;

export default (program: Command): void => {
  program
    .command('fixture')
    .description('Pages by which the reading of a platform is tested.')
    .command('record')
    .argument('<url>', 'the page to record')
    .description('Capture a page and lay what its browser showed beside what was read of it, for a person to check.')
    .requiredOption('--platform <key>', 'the platform, as its file in config/platforms is named')
    .requiredOption('--name <name>', 'what the page shows: small letters, digits and hyphens')
    .option('--out <dir>', 'where the pages lie', 'test/fixtures/pages')
    .option('--allow <targets>', 'private targets opened on purpose: host:port[,host:port…]')
    .addHelpText(
      'after',
      '\nExample:\n  lachan fixture record https://www.youtube.com/watch?v=… --platform youtube --name video-removed-2027',
    )
    .action(async (url: string, { platform, name, out, allow }: Options) => {
      if (![platform, name].every((word) => NAME.test(word)))
        throw new Error('--platform and --name take small letters, digits and hyphens');
      const allowed = allow?.split(',').map((t) => t.trim()) ?? [];
      const link = readLink(url, addressRules, platformLinks, allowed);
      if (!link.ok) throw new Error(`${url.slice(0, 200)} cannot be captured: ${link.reason}`);
      const { html, expected } = await recorded(link.url, platform, allowed);
      const dir = resolve(out, platform);
      mkdirSync(dir, { recursive: true });
      writeFileSync(join(dir, `${name}.html`), html, { flag: 'wx' });
      writeFileSync(join(dir, `${name}.yaml`), stringify(expected), { flag: 'wx' });
      process.stdout.write(
        `${join(dir, name)}.html and .yaml\nLook at both: put right what was read wrongly, put invented names and words for real people's, then set checked to true.\n`,
      );
    });
};

/** The page as its browser held it at the end, without its scripts, and what the engine read of it. */
async function recorded(url: string, platform: string, allow: string[]) {
  const { captureUrl, openZip } = await import('../crawl/engine/index.js');
  const { dataDir, chromiumPath, chromiumSandbox } = readSettings();
  const outDir = mkdtempSync(join(tmpdir(), 'lachan-fixture-'));
  try {
    const browser = { path: chromiumPath, sandbox: chromiumSandbox };
    const r = await captureUrl({ url, outDir, allow, dataDir, browser, context: { reason: 'fixture' } });
    const file = r.files.find((f) => f.name === 'package');
    if (!file) throw new Error(`nothing was captured: ${r.ground.words ?? r.ground.rule}`);
    if (r.platform !== platform) throw new Error(`the page is read as one of ${r.platform}, not of ${platform}`);
    const zip = await openZip(file.path);
    try {
      if (!zip.names.includes('dom.html')) throw new Error('the page held nothing that could be kept');
      const html = (await zip.read('dom.html')).toString().replace(SCRIPT, '');
      const { author, handle, postedAt, text, ground, observation } = r;
      const read = Object.entries({ author, handle, time: postedAt, text }).filter(([, value]) => value);
      return {
        html,
        expected: { url, status: ground.status ?? 200, observation, rule: ground.rule, ...Object.fromEntries(read), checked: false },
      };
    } finally {
      zip.close();
    }
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
