import type { Command } from 'commander';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressRules } from '../core/address/address-table.js';
import { normaliseUrl } from '../core/address/normalise-url.js';
import { readSettings, type Settings } from '../core/config.js';
import { givenKey } from '../core/evidence/signing/package-signer.js';

interface Options {
  out: string;
  allow?: string;
  json?: boolean;
}
const WHY: Record<string, string> = {
  'private-address': 'it leads into a private network; open single targets with --allow host:port',
  'unsupported-scheme': 'only http and https are captured',
  'too-long': 'it is too long',
  'not-a-url': 'it is no link',
  credentials: 'it carries a password',
};

/** Lays an authority's time stamp beside a package, if the settings name one that answers. */
async function stamp(packageFile: string | undefined, settings: Settings): Promise<{ authority: string; at: Date; path: string } | null> {
  if (!packageFile || settings.timestampAuthorities.length === 0) return null;
  const { askAuthorities, readSeal } = await import('../crawl/engine/index.js');
  const { stamp, says } = await askAuthorities(settings, (await readSeal(packageFile)).digest);
  for (const line of says) process.stderr.write(`no time stamp came from ${line}\n`);
  if (!stamp) return null;
  const path = `${packageFile}.tsr`;
  writeFileSync(path, stamp.bytes);
  return { authority: stamp.verdict.authority, at: stamp.verdict.at, path };
}

export default (program: Command): void => {
  program
    .command('capture')
    .argument('<url>', 'the page to capture')
    .description('Capture one page with a browser of its own into a signed package. Needs no server and no database.')
    .requiredOption('--out <dir>', 'where the package, pictures and text go')
    .option('--allow <targets>', 'private targets opened on purpose: host:port[,host:port…]')
    .option('--json', 'one line of JSON on stdout at the end')
    .addHelpText('after', '\nExample:\n  lachan capture https://www.example.com/ --out ./evidence')
    .action(async (url: string, options: Options) => {
      const allow =
        options.allow
          ?.split(',')
          .map((t) => t.trim())
          .filter(Boolean) ?? [];
      const normalised = normaliseUrl(url, addressRules, allow);
      if (!normalised.ok) throw new Error(`${url.slice(0, 200)} cannot be captured: ${WHY[normalised.reason]}`);
      const settings = readSettings();
      const { dataDir, chromiumPath, chromiumSandbox } = settings;
      const { captureUrl } = await import('../crawl/engine/index.js');
      const r = await captureUrl({
        url: normalised.url,
        outDir: resolve(options.out),
        allow,
        dataDir,
        key: givenKey(settings),
        browser: { path: chromiumPath, sandbox: chromiumSandbox },
        context: { reason: 'command line' },
        onProgress: (line) => process.stderr.write(`${line}\n`),
      });
      const stamped = await stamp(r.files.find((f) => f.name === 'package')?.path, settings);
      const { outcome, observation, ground, platform, finalUrl, title, author, handle, postedAt, files, missing } = r;
      if (options.json)
        process.stdout.write(
          `${JSON.stringify({ outcome, observation, ground, platform, url: normalised.url, finalUrl, title, author, handle, postedAt, files, missing, timeStamp: stamped })}\n`,
        );
      else
        process.stdout.write(
          [
            `${outcome} (${observation}: ${ground.rule}${ground.words ? `, “${ground.words}”` : ''})`,
            ...files.map((f) => `${f.sha256}  ${f.path}`),
            ...(stamped ? [`time-stamped by ${stamped.authority} at ${stamped.at.toISOString()}: ${stamped.path}`] : []),
            ...missing.map((m) => `not got: ${m}`),
            '',
          ].join('\n'),
        );
      if (outcome === 'failed') process.exitCode = 1;
    });
};
