// Every situation of the table by a capture of its own, two at a time; afterwards nothing may be left of them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transpile } from '../scripts/transpile.mjs';
import { leftBehind, settledOf } from './kit/left-behind.mjs';

const root = join(import.meta.dirname, '..');

export default async function prove(only) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  const dir = mkdtempSync(join(tmpdir(), 'lachan-hostile-'));
  transpile(root, code, ['src', 'test/kit']);
  const built = join(root, 'dist');
  if (spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'server']).status !== 0)
    throw new Error('the server could not be built');
  const load = (path) => import(join(code, path));
  const { SITUATIONS } = await load('test/kit/hostile/table.js');
  const { openSituations, run } = await load('test/kit/hostile/run.js');
  const { captureUrl, dropReady } = await import(join(built, 'src/crawl/engine/index.js'));
  const from = Number(only[0]) || 0; // `-- hostile 20 40`: these places of the table alone
  const chosen = Number.isNaN(Number(only[0] ?? 0))
    ? SITUATIONS.filter((s) => only.includes(s.path.slice(3)))
    : SITUATIONS.slice(from, Number(only[1]) || undefined);
  const site = await openSituations(SITUATIONS);
  const waiting = [...chosen];
  const ran = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      ran.push(await run(captureUrl, site, next, dir));
      const { situation, seconds, wrong } = ran.at(-1);
      console.error(`${seconds.toFixed(1)} s ${situation.name}${wrong.length ? `: ${wrong.join('; ')}` : ''}`);
    }
  };
  try {
    await Promise.all([lane(), lane()]);
    await dropReady();
    const left = await settledOf(() => leftBehind(process.pid, [built]));
    const inside = site.inside.asked.length;
    const wrong = ran.filter((r) => r.wrong.length > 0);
    ran.sort((a, b) => chosen.indexOf(a.situation) - chosen.indexOf(b.situation));
    return {
      title: 'Pages that fight back',
      holds: wrong.length === 0 && left.every(({ names }) => names.length === 0) && inside === 0,
      says: `${ran.length} situations, ${ran.length - wrong.length} as they must be. ${inside} requests reached the inside. Left afterwards: ${left.map(({ what, names }) => `${names.length} ${what}`).join(', ')}.`,
      tables: [
        {
          head: ['situation', 'must be', 'is', 'seconds', 'package, bytes', ''],
          rows: ran.map(({ situation, result, seconds, bytes, wrong: w }) => [
            situation.name,
            situation.is.join(', '),
            `${result.outcome}, ${result.observation}`,
            seconds.toFixed(1),
            bytes,
            w.join('; ').replaceAll('|', '\\|').replaceAll('\n', ' '),
          ]),
        },
      ],
    };
  } finally {
    site.close();
    for (const made of [dir, code]) rmSync(made, { recursive: true, force: true });
  }
}
