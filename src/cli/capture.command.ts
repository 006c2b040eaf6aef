import type { Command } from 'commander';
import { resolve } from 'node:path';
import { WrongUse } from './wrong-use.js';
import { addressRules } from '../core/address/address-table.js';
import { platformLinks } from '../core/address/platform-links.js';
import { readLink } from '../core/address/read-link.js';
import { readSettings } from '../core/config.js';
import { givenKey } from '../core/evidence/signing/package-signer.js';
import { sessionGiven } from './session-given.js';
import { stampBeside } from './stamp-beside.js';

interface Options {
  out: string;
  allow?: string;
  visitor?: string;
  route?: string;
  cookies?: string;
  hosts?: string;
  json?: boolean;
}
const WHY: Record<string, string> = {
  'private-address': 'it leads into a private network; open single targets with --allow host:port',
  'unsupported-scheme': 'only http and https are captured',
  'too-long': 'it is too long',
  'not-a-url': 'it is no link',
  credentials: 'it carries a password',
};

export default (program: Command): void => {
  program
    .command('capture')
    .argument('<url>', 'the page to capture')
    .description('Capture one page with a browser of its own into a signed package. Needs no server and no database.')
    .requiredOption('--out <dir>', 'where the package, pictures and text go')
    .option('--allow <targets>', 'private targets opened on purpose: host:port[,host:port…]')
    .option('--visitor <name>', 'as whom: one of config/visitors.yaml')
    .option('--route <name>', 'by which way: direct, or one of CAPTURE_ROUTES')
    .option('--cookies <file>', 'bear a session: cookies.txt (Netscape) or the JSON of a browser’s tools; - for the standard input')
    .option('--hosts <hosts>', 'host[,host…] whose session it is; the page’s own when left out')
    .option('--json', 'one line of JSON on stdout at the end')
    .addHelpText('after', '\nExample:\n  lachan capture https://www.example.com/ --out ./evidence')
    .action(async (url: string, options: Options) => {
      const allow =
        options.allow
          ?.split(',')
          .map((t) => t.trim())
          .filter(Boolean) ?? [];
      const link = readLink(url, addressRules, platformLinks, allow);
      if (!link.ok) throw new Error(`${url.slice(0, 200)} cannot be captured: ${WHY[link.reason]}`);
      const settings = readSettings();
      const { dataDir, chromiumPath, chromiumSandbox, captureRoutes } = settings;
      const { captureUrl, DIRECT, houseFacts, visitorNamed, visitorTable } = await import('../crawl/engine/index.js');
      const { visitor = visitorTable.default } = options;
      if (!visitorNamed(visitor))
        throw new WrongUse(`there is no visitor ${visitor}; there are ${Object.keys(visitorTable.visitors).join(', ')}`);
      const { route: name = DIRECT.name } = options;
      if (name !== DIRECT.name && !Object.hasOwn(captureRoutes, name))
        throw new WrongUse(`there is no route ${name}; CAPTURE_ROUTES has ${Object.keys(captureRoutes).join(', ') || 'none'}`);
      const profile = await sessionGiven(link.url, options);
      const r = await captureUrl({
        url: link.url,
        outDir: resolve(options.out),
        allow,
        dataDir,
        key: givenKey(settings),
        browser: { path: chromiumPath, sandbox: chromiumSandbox },
        visitor,
        profile,
        route: name === DIRECT.name ? DIRECT : { name, proxy: captureRoutes[name] },
        context: { reason: 'command line', how: 'by hand', submitted: url.slice(0, 2_048) },
        house: await houseFacts(settings),
        onProgress: (line) => process.stderr.write(`${line}\n`),
      });
      const packed = r.files.find((f) => f.name === 'package');
      const stamped = packed ? await stampBeside(packed.path, settings) : null;
      const { outcome, observation, ground, platform, finalUrl, title, author, handle, postedAt, files, missing } = r;
      if (options.json)
        process.stdout.write(
          `${JSON.stringify({ outcome, observation, ground, platform, url: link.url, finalUrl, title, author, handle, postedAt, files, missing, timeStamp: stamped })}\n`,
        );
      else
        process.stdout.write(
          [
            `${outcome} (${observation}: ${ground.rule}${ground.words ? `, “${ground.words}”` : ''})`,
            ...(ground.retryAt ? [`its server says that it may be asked again from ${ground.retryAt}`] : []),
            ...files.map((f) => `${f.sha256}  ${f.path}`),
            ...(stamped ? [`time-stamped by ${stamped.authority} at ${stamped.at.toISOString()}: ${stamped.path}`] : []),
            ...missing.map((m) => `not got: ${m}`),
            '',
          ].join('\n'),
        );
      if (outcome === 'failed') process.exitCode = 1;
    });
};
