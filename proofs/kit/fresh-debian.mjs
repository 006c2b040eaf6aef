// A minimal Debian 12 with this machine's Node and npm and nothing else, as a machine of its own: own root, own mounts, own processes.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const REGISTRY = ['registry', 'proxy', 'https-proxy', 'noproxy', 'cafile', 'strict-ssl'];
const BOOT = `
mount --bind "$1" "$1" && cd "$1" && mkdir -p proc sys dev/shm .outside
mount -t proc proc proc && mount -t sysfs sysfs sys && mount -t tmpfs -o mode=1777 tmpfs dev/shm
pivot_root . .outside && umount -l /.outside && rmdir /.outside
echo up
sleep infinity & wait
`;

/** What hinders a fresh machine here, as a sentence, or null. */
export function hindrance() {
  if (process.getuid?.() !== 0) return 'This proof makes a machine of its own and needs root.';
  if (spawnSync('debootstrap', ['--version']).error) return 'This proof needs debootstrap: `apt-get install debootstrap` brings it.';
  if (spawnSync('unshare', ['--mount', '--pid', '--fork', 'true']).status !== 0)
    return 'This proof needs mount and process namespaces, and this system gives none.';
  return null;
}

/** Whatever runs in these ends with this process of ours, and its mounts live nowhere else. */
const APART = ['--mount', '--pid', '--fork', '--kill-child'];

export class FreshDebian {
  #init;
  #namespace;
  dir = mkdtempSync('/var/tmp/lachan-fresh-');

  /** Filled by debootstrap; `base` names a folder where its result is kept for the next time. */
  async fill(base) {
    const { dir } = this;
    const kept = base && existsSync(join(base, 'etc', 'debian_version'));
    await this.#ends(kept ? ['cp', '-a', `${base}/.`, dir] : ['debootstrap', '--variant=minbase', 'bookworm', dir]);
    if (base && !kept) await this.#ends(['cp', '-a', dir, base]);
    this.#furnish();
  }
  async #ends(command) {
    this.outer = spawn('unshare', [...APART, '--mount-proc', ...command], { stdio: ['ignore', 'ignore', 'inherit'] });
    const code = await new Promise((done) => this.outer.once('exit', done));
    if (code !== 0) throw new Error(`${command[0]} ended with ${code}`);
  }

  /** Node, npm, and how this machine reaches its package registry. */
  #furnish() {
    const into = (path) => {
      mkdirSync(dirname(join(this.dir, path)), { recursive: true });
      return join(this.dir, path);
    };
    copyFileSync(realpathSync(process.execPath), into('/usr/bin/node'));
    const npm = join(dirname(realpathSync(execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim())), '..');
    cpSync(npm, into('/usr/lib/node_modules/npm'), { recursive: true });
    for (const name of ['npm', 'npx']) {
      rmSync(into(`/usr/bin/${name}`), { force: true });
      symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, into(`/usr/bin/${name}`));
    }
    const config = REGISTRY.map((key) => [key, execFileSync('npm', ['config', 'get', key], { encoding: 'utf8', cwd: '/' }).trim()]);
    const told = config.filter(([, value]) => value && !['null', 'undefined'].includes(value));
    writeFileSync(into('/usr/etc/npmrc'), told.map(([key, value]) => `${key}=${value}\n`).join(''));
    for (const file of [...told.filter(([key]) => key === 'cafile').map(([, value]) => value), process.env.NODE_EXTRA_CA_CERTS])
      if (file && existsSync(file)) copyFileSync(realpathSync(file), into(file));
    copyFileSync(realpathSync('/etc/resolv.conf'), into('/etc/resolv.conf'));
    writeFileSync(into('/etc/hosts'), '127.0.0.1 localhost\n::1 localhost ip6-localhost ip6-loopback\n');
  }

  /** Boots it: its first process holds its mounts, which end with it. */
  async boot() {
    const outer = spawn('unshare', [...APART, 'sh', '-c', BOOT, 'boot', this.dir], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let told = '';
    outer.stderr.on('data', (chunk) => (told += chunk));
    this.outer = outer;
    await new Promise((up, fail) => {
      outer.stdout.once('data', up);
      outer.once('exit', (code) => fail(new Error(`the fresh machine did not boot (${code}): ${told}`)));
    });
    this.#init = Number(readFileSync(`/proc/${outer.pid}/task/${outer.pid}/children`, 'utf8').trim().split(' ')[0]);
    this.#namespace = readlinkSync(`/proc/${this.#init}/ns/pid`);
    this.#atBoot = new Set(this.#all());
  }
  #atBoot = new Set();

  /** The command line that runs something inside, without a terminal, as that person in that folder. */
  #inside(who, cwd, command, env) {
    const person = {
      HOME: who.home,
      USER: who.name,
      PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      LANG: 'C.UTF-8',
      ...env,
    };
    if (process.env.NODE_EXTRA_CA_CERTS) person.NODE_EXTRA_CA_CERTS = process.env.NODE_EXTRA_CA_CERTS;
    const set = Object.entries(person).map(([name, value]) => `${name}=${value}`);
    const as = ['setpriv', '--reuid', String(who.uid), '--regid', String(who.uid), '--clear-groups'];
    return [
      '-t',
      String(this.#init),
      '-m',
      '-p',
      '--root',
      '--wd',
      ...as,
      'env',
      '-i',
      ...set,
      'sh',
      '-c',
      'cd "$0" && exec "$@"',
      cwd,
      ...command,
    ];
  }
  run(who, cwd, command, env = {}) {
    return spawnSync('nsenter', this.#inside(who, cwd, command, env), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }
  start(who, cwd, command, env = {}) {
    return spawn('nsenter', this.#inside(who, cwd, command, env), { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  /** Everything that runs in it beside its first process: [process id out here, command]. */
  processes() {
    return this.#all()
      .filter((pid) => !this.#atBoot.has(pid))
      .map((pid) => [Number(pid), readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()])
      .filter(([, command]) => command !== ''); // a zombie has none
  }
  #all() {
    return readdirSync('/proc').filter((pid) => {
      try {
        return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/ns/pid`) === this.#namespace;
      } catch {
        return false;
      }
    });
  }
  /** The process inside that this command became. */
  pidOf(child) {
    return Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')[0]);
  }
  killAll() {
    for (const [pid] of this.processes()) kill(pid, 'SIGKILL');
  }
  size(path) {
    const file = join(this.dir, path);
    if (!existsSync(file) || lstatSync(file).isSymbolicLink()) return 0;
    return Number(execFileSync('du', ['-sm', file], { encoding: 'utf8' }).split('\t')[0]);
  }

  /** Ends it whatever happened inside; its mounts live nowhere else. */
  async end() {
    const { outer } = this;
    if (outer && outer.exitCode === null && outer.signalCode === null) {
      const gone = new Promise((done) => outer.once('exit', done));
      kill(outer.pid, 'SIGKILL');
      await gone;
    }
    rmSync(this.dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

export function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
