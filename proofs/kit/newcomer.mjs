// One person before a terminal-less shell of the fresh machine: clones, starts, kills, starts again.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kill } from './fresh-debian.mjs';

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
export async function until(what, holds, seconds) {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await pause(100)) if (await holds()) return;
  throw new Error(`${what} did not come within ${seconds} s`);
}
const seconds = (ms) => Math.round(ms / 100) / 10;

export class Newcomer {
  /** \`ports\`: of the house and of the demo world, told by a file of settings. */
  constructor(machine, who, ports, source) {
    Object.assign(this, { machine, who, ports, source });
    this.folder = `${who.home}/Tài liệu của tôi/lá chắn`;
    this.settings = `${who.home}/cài đặt.yaml`;
    this.base = `http://127.0.0.1:${ports.house}`;
  }

  /** Git is not on the fresh machine: it clones from outside into its folder. */
  clone() {
    const { machine, who } = this;
    const home = join(machine.dir, who.home);
    mkdirSync(join(machine.dir, this.folder, '..'), { recursive: true });
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', this.source, join(machine.dir, this.folder)]);
    writeFileSync(
      join(machine.dir, this.settings),
      `port: ${this.ports.house}\nworld_port: ${this.ports.world}\nlimits:\n  reports_per_minute: 100000\n`,
    );
    execFileSync('chown', ['-R', `${who.uid}:${who.uid}`, home]);
  }

  start(env = {}) {
    const began = Date.now();
    const child = this.machine.start(this.who, this.folder, ['npm', 'start'], { LACHAN_CONFIG: this.settings, ...env });
    const run = { child, out: '', err: '', began, ended: null };
    child.stdout.on('data', (chunk) => (run.out += chunk));
    child.stderr.on('data', (chunk) => (run.err += chunk));
    run.exit = new Promise((done) =>
      child.once('close', (code) => {
        run.ended = code;
        done(code);
      }),
    );
    return run;
  }
  async answered(run, within) {
    await until(
      'the first page',
      () =>
        run.ended !== null ||
        fetch(`${this.base}/`).then(
          (r) => r.ok,
          () => false,
        ),
      within,
    );
    if (run.ended !== null) throw new Error(`npm start ended with ${run.ended}:\n${run.out}\n${run.err}`);
    return seconds(Date.now() - run.began);
  }
  /** Waits until the house has said this. */
  async said(run, words, within) {
    await until(`“${words}”`, () => run.out.includes(words) || run.ended !== null, within);
    if (!run.out.includes(words)) throw new Error(`npm start ended with ${run.ended}:\n${run.out}\n${run.err}`);
    return seconds(Date.now() - run.began);
  }
  /** SIGTERM to npm alone, as a service manager sends it; what is left when it is gone. */
  async stop(run) {
    const began = Date.now();
    kill(this.machine.pidOf(run.child), 'SIGTERM');
    await run.exit;
    return { seconds: seconds(Date.now() - began), left: this.machine.processes().map(([, command]) => command) };
  }

  async signIn(email, password) {
    const post = (path, body) =>
      fetch(this.base + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const response = await post('/api/sign-in', { email, password });
    const cookie = response.headers.getSetCookie()[0].split(';')[0];
    const get = (path) => fetch(this.base + path, { headers: { cookie } });
    const { csrf } = await (await get('/api/me')).json();
    const headers = { cookie, 'x-csrf': csrf, 'content-type': 'application/json' };
    const askFor = (path, reason) => fetch(this.base + path, { method: 'POST', headers, body: JSON.stringify({ reason }) });
    return { get, askFor };
  }
  /** One report after the other, as fast as they are acknowledged, until told to end: the receipts that came back. */
  report() {
    const receipts = [];
    let going = true;
    const loop = (async () => {
      for (let n = 0; going; n++) {
        const body = JSON.stringify({ text: `Tin đồn số ${n}: nước máy của phường bị nhiễm độc, ai uống cũng ngã bệnh.` });
        const answer = await fetch(`${this.base}/api/reports`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        }).catch(() => null);
        if (answer?.status === 201)
          receipts.push(
            await answer.json().then(
              (a) => a.receipt,
              () => null,
            ),
          );
        else if (answer) throw new Error(`a report was answered ${answer.status}`);
      }
    })();
    return {
      end: async () => {
        going = false;
        await loop;
        return receipts.filter(Boolean);
      },
    };
  }
  async missing(receipts) {
    const missing = [];
    for (const receipt of receipts) if ((await fetch(`${this.base}/api/receipts/${receipt}`)).status !== 200) missing.push(receipt);
    return missing;
  }
  sizes() {
    const { machine, folder, who } = this;
    const moved = who.uid === 0 ? machine.size('/var/tmp') : 0;
    return {
      node_modules: machine.size(`${folder}/node_modules`),
      dist: machine.size(`${folder}/dist`) + machine.size(`${folder}/web/dist`),
      data: machine.size(`${folder}/data`) + moved,
    };
  }
  /** The command line, as this person runs it in the folder. */
  lachan(...words) {
    return this.machine.run(this.who, this.folder, ['npx', 'lachan', ...words], { LACHAN_CONFIG: this.settings });
  }
}
