import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './house.js';
import { until } from './until.js';

const PROGRAM = ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path));
/** with signs that an address spells otherwise */
const PASSWORD = 'mat/khau@100%';
export const redisIsInstalled = PROGRAM !== undefined;

/** A Redis of the test's own on a free port, keeping nothing on disk: killed, it forgets everything. */
export class RedisUnderTest {
  private process?: ChildProcess;
  private readonly dir = mkdtempSync(join(tmpdir(), 'lachan-redis-'));
  private constructor(private readonly port: number) {}
  static async make(): Promise<RedisUnderTest> {
    const redis = new RedisUnderTest(await freePort());
    await redis.start();
    return redis;
  }
  get url(): string {
    return `redis://:${encodeURIComponent(PASSWORD)}@127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.process = spawn(
      PROGRAM!,
      [
        '--port',
        String(this.port),
        '--bind',
        '127.0.0.1',
        '--requirepass',
        PASSWORD,
        '--save',
        '',
        '--appendonly',
        'no',
        '--dir',
        this.dir,
      ],
      { stdio: 'ignore' },
    );
    await until(() =>
      this.say('PING').then(
        (answer) => answer.startsWith('+PONG'),
        () => false,
      ),
    );
  }
  async kill(): Promise<void> {
    const process = this.process!;
    const gone = new Promise((done) => process.once('exit', done));
    process.kill('SIGKILL');
    await gone;
  }
  async flush(): Promise<void> {
    await this.say('FLUSHALL');
  }
  /** how many jobs it holds, by keys that end in a delivery's id */
  async jobs(): Promise<number> {
    return Number(/^\*(\d+)/.exec(await this.say('KEYS lachan:*:????????-????-*'))?.[1]);
  }
  async close(): Promise<void> {
    if (this.process?.exitCode === null && this.process.signalCode === null) await this.kill();
    rmSync(this.dir, { recursive: true, force: true });
  }
  private say(command: string): Promise<string> {
    return new Promise((answer, refuse) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(`AUTH ${PASSWORD}\r\n${command}\r\n`));
      let told = '';
      socket.on('data', (bytes) => {
        told += bytes.toString();
        const said = told.replace(/^\+OK\r\n/, ''); // to the password
        if (!said) return;
        answer(said);
        socket.destroy();
      });
      socket.once('error', refuse);
    });
  }
}
