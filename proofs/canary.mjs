// Listeners on every address of this machine; pages and clients that try to reach them by every channel and in thousands of spellings.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transpile } from '../scripts/transpile.mjs';

const root = join(import.meta.dirname, '..');

export default async function prove([count = '5000', seed = '1']) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  const dir = mkdtempSync(join(tmpdir(), 'lachan-canary-'));
  transpile(root, code, ['src', 'test/kit']);
  const load = (path) => import(join(code, path));
  const { openCanary } = await load('test/kit/canary/listeners.js');
  const { spellings } = await load('test/kit/canary/spellings.js');
  const { askThroughProxy } = await load('test/kit/canary/through-proxy.js');
  const { APART, TOGETHER } = await load('test/kit/canary/channels.js');
  const { openCaller, tryChannels } = await load('test/kit/canary/caller.js');
  const { captureUrl } = await load('src/crawl/engine/index.js');
  const canary = await openCanary();
  const caller = await openCaller(`http://127.0.0.1:${canary.port}`);
  try {
    const hosts = spellings(Number(count), Number(seed), canary.addresses);
    const tried = [];
    for (const by of ['http', 'ws']) tried.push(...(await askThroughProxy(hosts, canary.port, dir, by)));
    const afterSpellings = canary.heard.length;
    const kinds = Map.groupBy
      ? Map.groupBy(tried, (t) => t.kind)
      : tried.reduce((m, t) => m.set(t.kind, [...(m.get(t.kind) ?? []), t]), new Map());
    const unrecorded = tried.filter((t) => t.exchange?.fault?.kind !== 'denied');
    const channels = [];
    const waiting = ['/p/calls', ...APART.map((name) => `/p/call-${name}`)];
    const lane = async () => {
      for (let path = waiting.shift(); path; path = waiting.shift())
        channels.push(...(await tryChannels(captureUrl, caller, path, path === '/p/calls' ? TOGETHER : [path.slice(8)], dir)));
    };
    await Promise.all([lane(), lane()]);
    channels.sort((a, b) => a.name.localeCompare(b.name));
    const silent = channels.filter((c) => !c.recorded && !c.browserAlone);
    return {
      title: `Ways to the inside: ${count} spellings, ${channels.length} channels`,
      holds: canary.heard.length === 0 && unrecorded.length === 0 && silent.length === 0,
      says: `${canary.heard.length} packets came to the listeners on ${canary.addresses.join(', ')} by TCP and UDP (${afterSpellings} by spellings). ${tried.length} times the proxy was asked for a spelling over real connections, for pages and by WebSockets (seed ${seed}): ${tried.length - unrecorded.length} were denied and are on record. Of ${channels.length} channels ${channels.filter((c) => c.recorded).length} tries are on record as denied; the others the browser never sent out.${
        unrecorded.length
          ? ` Not denied: ${unrecorded
              .slice(0, 20)
              .map((t) => `${t.kind} ${t.host} (${t.answer}; ${JSON.stringify(t.exchange?.fault ?? null)})`)
              .join('; ')}.`
          : ''
      }`,
      tables: [
        {
          head: ['channel', 'on record as'],
          rows: channels.map((c) => [c.name, c.recorded ?? (c.browserAlone ? 'not sent by the browser' : '**nothing**')]),
        },
        {
          head: ['spelling', 'tried', 'denied and on record', 'for example'],
          rows: [...kinds].map(([kind, all]) => [
            kind,
            all.length,
            all.filter((t) => t.exchange?.fault?.kind === 'denied').length,
            `\`${all[0].host}\``,
          ]),
        },
      ],
    };
  } finally {
    caller.close();
    canary.close();
    for (const made of [dir, code]) rmSync(made, { recursive: true, force: true });
  }
}
