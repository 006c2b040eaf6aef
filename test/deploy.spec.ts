import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readConfig, readSettings } from '../src/core/config.js';
import { limitsTable, settingsTable } from '../src/core/settings/table.js';

interface Service {
  image: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  depends_on?: Record<string, object>;
}
const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const dockerfile = read('Dockerfile');
const { services } = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
const ours = Object.entries(services).filter(([, s]) => s.image.startsWith('lachan:'));
const units = readdirSync(join(root, 'deploy/systemd'));
const unit = (name: string) => read(`deploy/systemd/${name}`);
/** NAME=value lines, those behind # too. */
const envFile = (path: string): Record<string, string> =>
  Object.fromEntries([...read(path).matchAll(/^#?([A-Z][A-Z0-9_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));

const settings = new Set([
  ...Object.values(settingsTable).map((s) => s.env),
  ...Object.values(limitsTable).map((s) => s.env),
  'NODE_ENV',
  'LACHAN_CONFIG',
]);
/** Made by the build, so not in the tree: by what they are made of. */
const MADE: Record<string, string> = { dist: 'src', 'web/dist': 'web/src', node_modules: 'package-lock.json' };
/** A path of the image or of /opt/lachan as it lies in the tree. */
const inTree = (path: string) => (path.startsWith('dist/') ? path.slice('dist/'.length).replace(/\.js$/, '.ts') : path);
const SECRET = 'x'.repeat(40);

describe('the image', () => {
  test('copies only what is there or what its build makes', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?:--from=build )?(.+) \S+$/gm)].flatMap(([, paths]) => paths.split(' '));
    expect(copied.length).toBeGreaterThan(6);
    for (const path of copied.map((p) => p.replace('/opt/lachan/', '')).filter((p) => p !== '.'))
      expect([path, existsSync(join(root, MADE[path] ?? path))]).toEqual([path, true]);
  });
  test('takes along every folder that the program reads while it runs', () => {
    for (const path of ['package.json', 'bin', 'config', 'dist', 'web/dist', 'docs/openapi.json', 'node_modules'])
      expect(dockerfile).toContain(`COPY --from=build /opt/lachan/${path} `);
  });
  test('leaves out of its context what belongs to the house alone', () => {
    const left = read('.dockerignore').split('\n');
    for (const path of ['data', '.env', 'node_modules', '.git']) expect(left).toContain(path);
  });
  test('has a Node that the program runs on', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const majors = [...engines.node.matchAll(/(?:\^|>=)(\d+)/g)].map((m) => m[1]);
    const images = [...dockerfile.matchAll(/^FROM node:(\d+)-/gm)].map((m) => m[1]);
    expect(images).toHaveLength(2);
    for (const major of images) expect(majors).toContain(major);
  });
  test('sets only settings that there are, and does not run as root', () => {
    const set = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, pairs]) => pairs.split(' ').map((p) => p.split('=')[0]));
    expect(set.filter((name) => !settings.has(name))).toEqual([]);
    expect(dockerfile).toMatch(/^USER lachan$/m);
  });
});

describe('compose.yaml', () => {
  const told = (value: string) =>
    value.replace(/\$\{(\w+)(?::\?|:-([^}]*))?\}/g, (_, name: string, other?: string) => other ?? (EXAMPLE[name] || SECRET));
  const EXAMPLE = envFile('deploy/compose.env.example');
  test('sets only settings that there are', () => {
    expect(ours.map(([name]) => name)).toEqual(['migrate', 'serve', 'worker', 'backup']);
    for (const [name, { environment }] of ours)
      expect([name, Object.keys(environment!).filter((env) => !settings.has(env))]).toEqual([name, []]);
  });
  test('asks for nothing that its example does not name', () => {
    const needed = [...read('compose.yaml').matchAll(/\$\{(\w+):\?\}/g)].map((m) => m[1]);
    expect([...new Set(needed)].filter((name) => !(name in EXAMPLE))).toEqual([]);
    const known = [...read('compose.yaml').matchAll(/\$\{(\w+)/g)].map((m) => m[1]);
    expect(Object.keys(EXAMPLE).filter((name) => !known.includes(name))).toEqual([]);
  });
  test('opens a production once its example is filled in', () => {
    for (const name of ['serve', 'worker']) {
      const env = Object.fromEntries(Object.entries(services[name].environment!).map(([key, value]) => [key, told(value)]));
      expect([name, readConfig(env)]).toMatchObject([name, { production: true, demo: false, evidenceS3: null }]);
    }
    expect(
      readSettings(Object.fromEntries(Object.entries(services.migrate.environment!).map(([k, v]) => [k, told(v)]))).ownerUrl,
    ).toContain('@database:5432/lachan');
  });
  test('agrees with the image and the settings about the port, open on this machine only', () => {
    expect(services.serve.ports).toEqual([`127.0.0.1:4100:${/PORT=(\d+)/.exec(dockerfile)![1]}`]);
    expect(/^EXPOSE (\d+)$/m.exec(dockerfile)![1]).toBe(String(readSettings({}).port));
    expect(Object.entries(services).filter(([name, s]) => s.ports && name !== 'serve')).toEqual([]);
  });
  test('runs commands that there are, and mounts files that there are', () => {
    for (const [, { command }] of ours.filter(([, s]) => s.command)) expect(commands).toContain(command![0]);
    expect(existsSync(join(root, inTree(services.migrate.entrypoint!.at(-1)!.replace('/opt/lachan/', ''))))).toBe(true);
    const mounted = Object.values(services)
      .flatMap((s) => s.volumes ?? [])
      .filter((v) => v.startsWith('./'));
    expect(mounted.length).toBeGreaterThan(0);
    for (const volume of mounted) expect([volume, existsSync(join(root, volume.split(':')[0]))]).toEqual([volume, true]);
    for (const { depends_on } of Object.values(services))
      for (const name of Object.keys(depends_on ?? {})) expect(services).toHaveProperty(name);
  });
  test('gives the owner’s login to migrations and backups only', () => {
    expect(ours.filter(([, s]) => 'DATABASE_OWNER_URL' in s.environment!).map(([name]) => name)).toEqual(['migrate', 'backup']);
  });
  test('makes the logins by a script that bash reads', () => {
    expect(spawnSync('bash', ['-n', join(root, 'deploy/postgres/10-logins.sh')]).status).toBe(0);
    for (const role of ['app', 'reader', 'queue']) expect(read('compose.yaml')).toContain(`postgres://lachan_${role}_login:`);
  });
});

const commands = readdirSync(join(root, 'src/cli'))
  .filter((file) => file.endsWith('.command.ts'))
  .flatMap((file) => [...read(`src/cli/${file}`).matchAll(/\.command\('([\w-]+)'\)/g)].map((m) => m[1]));

describe('the units of systemd', () => {
  test('start what there is, by a command that there is', () => {
    const services = units.filter((name) => name.endsWith('.service'));
    expect(services).toHaveLength(4);
    for (const name of services) {
      const [, program, command] = /^ExecStart=\/usr\/bin\/node --no-warnings \/opt\/lachan\/(\S+)(?: (\S+))?/m.exec(unit(name))!;
      expect([name, existsSync(join(root, inTree(program)))]).toEqual([name, true]);
      if (command) expect(commands).toContain(command);
    }
  });
  test('set only settings that there are, and read files that have an example', () => {
    for (const name of units) {
      const set = [...unit(name).matchAll(/^Environment=(.+)$/gm)].flatMap(([, pairs]) => pairs.split(' ').map((p) => p.split('=')[0]));
      expect([name, set.filter((env) => !settings.has(env))]).toEqual([name, []]);
      for (const [, file] of unit(name).matchAll(/^EnvironmentFile=\/etc\/lachan\/(\S+)$/gm)) {
        expect([name, file, Object.keys(envFile(`deploy/${file}.example`)).filter((env) => !settings.has(env))]).toEqual([name, file, []]);
      }
    }
  });
  test('open a production once their example is filled in', () => {
    const env = { ...envFile('deploy/house.env.example'), NODE_ENV: 'production', LACHAN_DATA: '/var/lib/lachan', LACHAN_SECRET: SECRET };
    expect(readConfig(env)).toMatchObject({ production: true, port: 4100 });
  });
  const analyze = ['/usr/bin/systemd-analyze', '/bin/systemd-analyze'].find((path) => existsSync(path));
  test('are understood by systemd itself', () => {
    if (!analyze) {
      console.warn('systemd-analyze is not installed: the units were not read by systemd');
      return expect(process.env.CI).not.toBe('true');
    }
    const dir = mkdtempSync(join(tmpdir(), 'lachan-units-'));
    for (const name of units) writeFileSync(join(dir, name), unit(name).replace('/usr/bin/node', process.execPath));
    const { status, stderr } = spawnSync(analyze, ['verify', '--man=no', ...units.map((name) => join(dir, name))], { encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    expect([stderr.split('\n').filter((line) => line.includes('lachan-')), status]).toEqual([[], 0]);
  });
});
