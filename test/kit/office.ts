import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../../src/app.module.js';
import { CONFIG, type Config } from '../../src/core/config.js';
import { applyHttp } from '../../src/core/http/apply-http.js';
import { stopGracefully } from '../../src/core/http/graceful-stop.js';
import { AddUser } from '../../src/core/identity/add-user.use-case.js';
import { isJson, mustBeDescribed } from './description.js';
import { freshDatabase, type FreshDatabase } from './postgres.js';

export const PASSWORD = 'một mật khẩu đủ dài';

/** A caller over HTTP, which holds every answer against the description; with a role it is signed in as a person of that role. */
export class Caller {
  cookie = '';
  csrf = '';
  staffId = '';
  constructor(readonly base: string) {}

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Record<string, never>; headers: Headers }> {
    const response = await fetch(this.base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie, 'x-csrf': this.csrf } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const type = response.headers.get('content-type');
    mustBeDescribed(method, path, { status: response.status, type, text });
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson(type) ? JSON.parse(text) : { text }) as Record<string, never>,
    };
  }
  /** What is shown for a reason, as it came. */
  look(path: string, reason: string, query = ''): Promise<Response> {
    const headers = { 'content-type': 'application/json', cookie: this.cookie, 'x-csrf': this.csrf };
    return fetch(`${this.base}${path}/look${query}`, { method: 'POST', headers, body: JSON.stringify({ reason }) });
  }
  async signIn(email: string, password = PASSWORD): Promise<number> {
    const { status, headers } = await this.call('POST', '/api/sign-in', { email, password });
    this.cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    if (status !== 204) return status;
    const me = (await this.call('GET', '/api/me')).body as unknown as { csrf: string; staffId: string };
    Object.assign(this, { csrf: me.csrf, staffId: me.staffId });
    return status;
  }
}

export interface Office {
  app: NestExpressApplication;
  base: string;
  database: FreshDatabase;
  guest(): Caller;
  as(...roles: string[]): Promise<Caller>;
  /** The same office served by one more application: where it answers. */
  another(): Promise<string>;
  close(): Promise<void>;
}

/** The whole application in this process, on a database and a data folder of its own. */
export async function openOffice(env: Record<string, string> = {}): Promise<Office> {
  const database = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'lachan-office-'));
  Object.assign(process.env, {
    DATABASE_URL: database.urls.app,
    DATABASE_READER_URL: database.urls.reader,
    DATABASE_PURGER_URL: database.urls.purger,
    DATABASE_QUEUE_URL: database.urls.queue,
    LACHAN_DATA: dataDir,
    CAPTURE_READY: '0',
    ...env,
  });
  const app = await serve();
  const base = await addressOf(app);
  const others: NestExpressApplication[] = [];
  let people = 0;
  return {
    app,
    base,
    database,
    guest: () => new Caller(base),
    as: async (...roles) => {
      const email = `${roles.join('-') || 'nobody'}-${++people}@lachan.test`;
      await app.get(AddUser).run('command-line', { email, name: `Người ${people}`, password: PASSWORD, roles, ownPassword: true });
      const caller = new Caller(base);
      await caller.signIn(email);
      return caller;
    },
    another: async () => {
      const other = await serve();
      others.push(other);
      return addressOf(other);
    },
    close: async () => {
      for (const open of [...others, app]) await stopGracefully(open);
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function serve(): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { bodyParser: false, abortOnError: false, logger: ['error'] });
  applyHttp(app, app.get<Config>(CONFIG));
  await app.listen(0, '127.0.0.1');
  return app;
}
const addressOf = async (app: NestExpressApplication): Promise<string> => (await app.getUrl()).replace('[::1]', '127.0.0.1');
