// The two commands' first promise on a Debian 12 that has Node and npm alone. Options: `user` or `root` (both without), `base=FOLDER` keeps what debootstrap made.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { FreshDebian, hindrance } from './kit/fresh-debian.mjs';
import { Newcomer, pause, until } from './kit/newcomer.mjs';
import { refusalsAlone, refusalsBeside } from './kit/refusals.mjs';

const root = join(import.meta.dirname, '..');
const PEOPLE = [
  { name: 'lan', uid: 1000, home: '/home/lan' },
  { name: 'root', uid: 0, home: '/root' },
];
const LATER_START_SECONDS = 10;
const ABSENT = ['git', 'psql', 'postgres', 'redis-server', 'chromium', 'google-chrome', 'fc-list', 'cc', 'gcc', 'make', 'python3'];

export default async function prove(options) {
  const sentence = hindrance();
  if (sentence) {
    console.error(sentence);
    process.exit(2);
  }
  const people = PEOPLE.filter(({ uid }) => !(options.includes('user') && uid === 0) && !(options.includes('root') && uid !== 0));
  const base = options.find((o) => o.startsWith('base='))?.slice(5);
  console.log('Making a minimal Debian 12…');
  const machine = FreshDebian.make(base);
  const leave = () => void machine.end().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, leave);
  try {
    await machine.boot();
    machine.run(PEOPLE[1], '/', ['useradd', '--create-home', '--uid', '1000', 'lan']);
    const has = ABSENT.filter((program) => machine.run(PEOPLE[1], '/', ['sh', '-c', `command -v ${program}`]).status === 0);
    const found = [];
    for (const who of people) found.push(await experience(machine, who));
    return report(found, has);
  } finally {
    await machine.end();
  }
}

/** Everything that one person sees, in the order of a first day. */
async function experience(machine, who) {
  const tell = (line) => console.log(`${who.name}: ${line}`);
  const [house, world, ...spare] = await freePorts(4);
  const newcomer = new Newcomer(machine, who, { house, world }, root);
  newcomer.misspelt = `${who.home}/cài đặt sai.yaml`;

  tell('clones and starts');
  const cloning = Date.now();
  newcomer.clone();
  writeFileSync(join(machine.dir, newcomer.misspelt), `port: ${house}\nprot: 1\n`);
  const first = newcomer.start();
  first.began = cloning;
  const page = await newcomer.answered(first, 600);
  const filled = await newcomer.said(first, 'The demo office is filled', 600);
  const office = await look(newcomer);
  const sizes = newcomer.sizes();
  tell(`first page after ${page} s, filled after ${filled} s; ends it by SIGTERM`);
  const ended = await newcomer.stop(first);

  tell('starts again, reports, and everything is killed');
  const later = newcomer.start();
  const laterPage = await newcomer.answered(later, 60);
  await newcomer.said(later, 'is open', 60);
  const reports = newcomer.report();
  await pause(3_000);
  machine.killAll();
  const receipts = await reports.end();
  await later.exit;
  await until('the end of what was killed', () => machine.processes().length === 0, 20);
  const after = newcomer.start();
  const afterPage = await newcomer.answered(after, 60);
  await newcomer.said(after, 'is open', 60);
  const missing = await newcomer.missing(receipts);
  const audit = machine.run(who, newcomer.folder, ['npx', 'lachan', 'audit', 'verify', '--json'], { LACHAN_CONFIG: newcomer.settings });

  tell('tries what must be refused');
  const beside = await refusalsBeside(newcomer, spare);
  const endedAgain = await newcomer.stop(after);
  const alone = await refusalsAlone(newcomer);
  const noise = [first, later, after].flatMap((run) => run.err.split('\n')).filter((line) => line.trim() !== '');
  return {
    who,
    first,
    page,
    filled,
    office,
    sizes,
    ended,
    laterPage,
    afterPage,
    receipts,
    missing,
    audit: audit.stdout.trim(),
    refusals: [...beside, ...alone],
    endedAgain,
    noise,
  };
}

/** The queue as an inspector sees it, and one package of it under the command line's eye. */
async function look(newcomer) {
  const { password, people } = parse(readFileSync(join(root, 'config/demo/accounts.yaml'), 'utf8'));
  const get = await newcomer.signIn(people.find((p) => p.roles.includes('inspector')).email, password);
  const json = async (path) => (await get(path)).json();
  const { items } = await json('/api/triage?limit=100');
  const captured = items.filter((item) => item.capture?.state === 'sealed');
  const failed = items.filter((item) => item.capture && item.capture.state === 'failed').length;
  const complete = captured.find((item) => item.capture.outcome === 'complete' && item.topClaim);
  const cases = (await json('/api/cases')).items.length;
  if (!complete) return { waiting: items.length, captured: captured.length, failed, cases, holds: false };
  const dir = mkdtempSync(join(tmpdir(), 'lachan-proof-'));
  const bytes = Buffer.from(await (await get(`/api/captures/${complete.captureId}/parts/package`)).arrayBuffer());
  const picture = await get(`/api/captures/${complete.captureId}/parts/view`);
  writeFileSync(join(dir, 'capture.wacz'), bytes);
  const verified = spawnSync(process.execPath, [join(root, 'bin/lachan.mjs'), 'verify', join(dir, 'capture.wacz'), '--json'], {
    encoding: 'utf8',
  });
  rmSync(dir, { recursive: true });
  const bundled =
    existsSync(join(newcomer.machine.dir, newcomer.folder, 'data/browser')) ||
    existsSync(join(newcomer.machine.dir, 'var/tmp/lachan-browser'));
  const holds = failed === 0 && verified.status === 0 && picture.ok && bundled;
  return {
    waiting: items.length,
    captured: captured.length,
    failed,
    cases,
    line: complete.firstLine,
    claim: complete.topClaim.text,
    kilobytes: Math.round(bytes.length / 1_000),
    holds,
  };
}

async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((open) => {
          const server = createServer().listen(0, '127.0.0.1', () => open(server));
        }),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function report(found, has) {
  const name = ({ who }) => (who.uid === 0 ? 'root' : 'an ordinary user');
  const checks = (f) => [
    ['the office was filled without a failed capture, and a package verifies', f.office.holds && !/left out/.test(f.first.out)],
    [`a later start answers within ${LATER_START_SECONDS} s`, f.laterPage <= LATER_START_SECONDS],
    ['SIGTERM leaves no process', f.ended.left.length === 0 && f.endedAgain.left.length === 0],
    ['after SIGKILL of everything each acknowledged report is there', f.receipts.length > 0 && f.missing.length === 0],
    ['and the log holds', JSON.parse(f.audit || '{}').holds === true],
    ['nothing on the error stream', f.noise.length === 0],
    ...f.refusals.map(([says, , , right]) => [says, right]),
  ];
  const rows = (label, of) => [label, ...found.map(of)];
  const wrong = found.flatMap((f) =>
    checks(f)
      .filter(([, right]) => !right)
      .map(([says]) => `${name(f)}: ${says}`),
  );
  for (const f of found) if (f.noise.length > 0) console.error(`${name(f)}, error stream:\n${f.noise.slice(0, 20).join('\n')}`);
  return {
    title: 'From `git clone` to a working office on a fresh machine',
    holds: wrong.length === 0 && has.length === 0,
    says:
      `A Debian 12 made by debootstrap (minbase) with the Node and npm of this machine and nothing else (${has.length === 0 ? `no ${ABSENT.join(', ')}` : `but it has ${has.join(', ')}`}), with its own root, mounts and processes; it shares the network of this machine, and its packages come from the registry that this machine's npm knows. ` +
      'The clone is made from outside into its folder, since it has no git. All is started by `npm start` in a path with spaces and Vietnamese letters, without a terminal, with the ports told by a file of settings.' +
      (wrong.length > 0 ? ` Not so: ${wrong.join('; ')}.` : ''),
    tables: [
      {
        head: ['measured', ...found.map(name)],
        rows: [
          rows('`git clone` to the first page, s', (f) => f.page),
          rows('`git clone` to a filled office, s', (f) => f.filled),
          rows('later start to the first page, s', (f) => f.laterPage),
          rows('start after SIGKILL of everything, s', (f) => f.afterPage),
          rows('SIGTERM to the end of all, s', (f) => f.ended.seconds),
          rows('processes left by SIGTERM', (f) => f.ended.left.length + f.endedAgain.left.length),
          rows('reports acknowledged before the kill', (f) => f.receipts.length),
          rows('of them lost', (f) => f.missing.length),
          rows('node_modules, MB', (f) => f.sizes.node_modules),
          rows('built server and console, MB', (f) => f.sizes.dist),
          rows('data of the filled office, browser included, MB', (f) => f.sizes.data),
          rows(
            'waiting in triage / with a sealed capture / failed',
            (f) => `${f.office.waiting} / ${f.office.captured} / ${f.office.failed}`,
          ),
          rows('cases', (f) => f.office.cases),
          rows('one of them', (f) => (f.office.line ? `“${f.office.line.slice(0, 60)}…”, ${f.office.kilobytes} kB, verified` : 'none')),
        ],
      },
      ...found.map((f) => ({
        head: [`refused to ${name(f)}`, 'said', 'exit code', ''],
        rows: f.refusals.map(([says, said, code, right]) => [says, said, code, right ? 'as it should' : '**wrong**']),
      })),
    ],
  };
}
