// The two commands' first promise on a Debian 12 that has Node and npm alone. Options: `user` or `root` (both without), `base=FOLDER` keeps what debootstrap made.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../bench/kit/house.mjs';
import { look } from './kit/first-look.mjs';
import { FreshDebian, hindrance } from './kit/fresh-debian.mjs';
import { report } from './kit/fresh-report.mjs';
import { Newcomer, pause, until } from './kit/newcomer.mjs';
import { refusalsAlone, refusalsBeside } from './kit/refusals.mjs';

const root = join(import.meta.dirname, '..');
const PEOPLE = [
  { name: 'lan', uid: 1000, home: '/home/lan' },
  { name: 'root', uid: 0, home: '/root' },
];
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
  const machine = new FreshDebian();
  const leave = () => void machine.end().finally(() => process.exit(1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, leave);
  try {
    await machine.fill(base);
    await machine.boot();
    machine.run(PEOPLE[1], '/', ['useradd', '--create-home', '--uid', '1000', 'lan']);
    const has = ABSENT.filter((program) => machine.run(PEOPLE[1], '/', ['sh', '-c', `command -v ${program}`]).status === 0);
    const found = [];
    for (const who of people) found.push(await experience(machine, who));
    return report(found, ABSENT, has);
  } finally {
    await machine.end();
  }
}

/** Everything that one person sees, in the order of a first day. */
async function experience(machine, who) {
  const tell = (line) => console.log(`${who.name}: ${line}`);
  const house = await freePort();
  const world = await freePort();
  const spare = [await freePort(), await freePort()];
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
  const audit = newcomer.lachan('audit', 'verify', '--json');

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
