// Other tools that capture pages, where they are installed: they use the browser of the system.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CHROMIUM = process.env.CHROMIUM_PATH || '/usr/lib/chromium/chromium-headless-shell';
const MOST_MS = 90_000;

const run = (command, args, options = {}) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: MOST_MS, ...options });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done(said) : fail(new Error(`ended with ${code}: ${said.slice(-300)}`))));
  });

export async function besides(installed, dir) {
  const modules = join(installed, 'node_modules');
  let n = 0;
  const tools = {};
  if (existsSync(join(modules, 'single-file-cli')))
    tools.singleFile = {
      async run({ url }) {
        const out = join(dir, `single-${++n}.html`);
        await run(process.execPath, [
          join(modules, 'single-file-cli/single-file-node.js'),
          url,
          out,
          `--browser-executable-path=${CHROMIUM}`,
          '--browser-arg=--no-sandbox',
        ]);
        const html = existsSync(out) ? readFileSync(out, 'utf8') : '';
        const verdict = html === '' ? 'failed' : 'complete'; // it says no more than that it ended well
        const holds = (body) => html.includes(body.toString('base64')) || html.includes(body.toString('utf8'));
        return { bytes: Buffer.byteLength(html), text: html, picture: false, complete: html !== '', verdict, holds };
      },
    };
  if (existsSync(join(modules, '@harvard-lil/scoop'))) {
    const program = join(installed, 'scoop-one.mjs');
    writeFileSync(
      program,
      `import { Scoop } from '@harvard-lil/scoop';
       import { writeFileSync } from 'node:fs';
       const c = await Scoop.capture(process.argv[2], { blocklist: [], logLevel: 'silent', captureVideoAsAttachment: false, captureCertificatesAsAttachment: false, provenanceSummary: true, screenshot: true, pdfSnapshot: true, domSnapshot: true });
       writeFileSync(process.argv[3], Buffer.from(await c.toWACZ(false)));
       writeFileSync(process.argv[3] + '.bodies', Buffer.concat(c.exchanges.map((e) => e.response?.body ?? Buffer.alloc(0))));
       writeFileSync(process.argv[3] + '.json', JSON.stringify({ state: c.state, picture: [...Object.keys(c.generatedExchanges ?? {}), ...c.exchanges.map((e) => e.url)].some((u) => /screenshot/.test(String(u))) || JSON.stringify(Object.keys(c.provenanceInfo ?? {})) === '' }));
       process.exit(0);`,
    );
    tools.scoop = {
      async run({ url }) {
        const out = join(dir, `scoop-${++n}.wacz`);
        await run(process.execPath, [program, url, out], { cwd: installed });
        const { state, picture } = JSON.parse(readFileSync(`${out}.json`, 'utf8'));
        const bodies = readFileSync(`${out}.bodies`);
        const complete = state === 3;
        const verdict = complete ? 'complete' : 'partial';
        return {
          bytes: statSync(out).size,
          text: bodies.toString('utf8'),
          picture,
          complete,
          verdict,
          holds: (body) => bodies.includes(body),
        };
      },
    };
  }
  return tools;
}
