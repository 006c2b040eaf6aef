// Offices of the built product on data folders of their own: one without work, and the demo office.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runAs } from '../../../dist/src/core/database/embedded/binaries.js';
import { homeFor } from '../../../dist/src/core/database/embedded/home.js';
import { Desk } from '../../../dist/src/demo/seed/desk.js';

const root = join(import.meta.dirname, '..', '..', '..');
const FILL_MS = 420_000;
const LEAVE_MS = 120_000;
const OWN_PASSWORD = 'một mật khẩu đủ dài';
const SETTINGS = {
  WORKER_NICE: '0',
  LIMIT_SIGN_INS_PER_QUARTER_HOUR: '10000',
  LIMIT_REPORTS_PER_MINUTE: '10000',
  LIMIT_STEP_UP_MINUTES: '1',
};
const table = (name) => parse(readFileSync(join(root, 'config', name), 'utf8'));
const ROLES = Object.keys(table('rights.yaml').roles);

class Office {
  output = '';
  desks = new Map();
  constructor(dataDir, port, people) {
    Object.assign(this, { dataDir, port, people });
    this.base = `http://localhost:${port}`;
  }
  /** Until the house says so, on stdout. */
  says(text) {
    const heard = () => this.output.includes(text);
    return new Promise((done, failed) => {
      const timer = setTimeout(() => failed(new Error(`the house never said “${text}”, but: ${this.output.slice(-800)}`)), FILL_MS);
      const hear = () => {
        if (!heard()) return;
        clearTimeout(timer);
        done();
      };
      this.house.stdout.on('data', hear);
      this.house.once('exit', () => failed(new Error(`the house ended: ${this.output.slice(-800)}`)));
      hear();
    });
  }
  start(env) {
    this.house = spawn(process.execPath, ['--no-warnings', join(root, 'dist/src/processes/supervisor/main.js')], {
      env: { ...process.env, ...SETTINGS, ...env, LACHAN_DATA: this.dataDir, PORT: String(this.port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.house.stdout, this.house.stderr]) stream.on('data', (chunk) => (this.output += chunk));
    return this.says('is open');
  }
  /** A person of that role, signed in; the second inspector by `of: 1`. */
  async as(role, of = 0) {
    const key = `${role}-${of}`;
    if (!this.desks.has(key)) {
      const { email, password } = this.people.filter((p) => p.roles.includes(role))[of];
      this.desks.set(key, await new Desk(this.base).signIn(email, password));
    }
    return this.desks.get(key);
  }
  async close() {
    const gone = new Promise((done) => this.house.once('exit', done));
    this.house.kill('SIGTERM');
    await gone;
    for (const dir of [homeFor(join(this.dataDir, 'postgres'), runAs()).home, join(this.dataDir, '..')])
      rmSync(dir, { recursive: true, force: true });
  }
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
const makeOffice = async (people) => new Office(join(mkdtempSync(join(tmpdir(), 'lachan-screens-')), 'dữ liệu'), await freePort(), people);

/** Nothing in it but one person of each role, and a newcomer whose password somebody else chose. */
export async function emptyOffice() {
  const office = await makeOffice([]);
  await office.start({ LACHAN_DEMO: 'off' });
  for (const role of ROLES) {
    const person = addPerson(office, role, `${role}@office.example`);
    const entering = await new Desk(office.base).signIn(person.email, person.password);
    await entering.must('/api/me/password', { present: person.password, next: OWN_PASSWORD });
    office.people.push({ ...person, roles: [role], password: OWN_PASSWORD });
  }
  const newcomer = addPerson(office, ROLES[0], 'newcomer@office.example');
  office.newcomer = Object.assign(await new Desk(office.base).signIn(newcomer.email, newcomer.password), { email: newcomer.email });
  return office;
}

function addPerson({ dataDir }, role, email) {
  const given = ['--email', email, '--name', 'Nguyễn Văn Mới', '--roles', role, '--json'];
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'bin/lachan.mjs'), 'users', 'add', ...given], {
    env: { ...process.env, LACHAN_DATA: dataDir, LACHAN_DEMO: 'off' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`no ${role} was added: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** Until what the story sends has left: it may be called back for some seconds. */
async function nothingOnItsWay(office) {
  const coordinator = await office.as('coordinator');
  for (const until = Date.now() + LEAVE_MS; Date.now() < until; await new Promise((done) => setTimeout(done, 500))) {
    const { items } = (await coordinator.get('/api/takedowns?state=sent&limit=1')).body;
    if (items.length > 0) return;
  }
  throw new Error('no request of the demo office was ever sent');
}

/** The demo office, as its first start fills it. */
export async function demoOffice() {
  const { password, people } = table('demo/accounts.yaml');
  const office = await makeOffice(people.map((p) => ({ ...p, password })));
  office.worldPort = await freePort();
  await office.start({ LACHAN_DEMO: 'on', WORLD_PORT: String(office.worldPort) });
  await office.says('is filled');
  await nothingOnItsWay(office);
  return office;
}
