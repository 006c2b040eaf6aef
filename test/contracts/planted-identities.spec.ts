import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { Relay } from '../../src/core/events/relay.js';
import { OfficeLogger } from '../../src/core/logging/logger.js';
import { Doorbell } from '../../src/core/queue/doorbell.js';
import { cases, drafts, penalties, reporters, reports, type Scene } from '../identities/doors.js';
import { about, invent, type Invented } from '../identities/person.js';
import { everythingPublic, type Place } from '../identities/public-places.js';
import { letOut, tokensOf, type Token } from '../identities/search.js';
import { openOffice, type Office } from '../kit/office.js';
import { partsOf } from '../kit/plain-zip.js';
import { openMailServer } from './enforcement-setup.js';
import { PenaltyDesk } from './penalties-setup.js';
import { publish, Story } from './public-log-setup.js';

const { IDENTITIES = '1', IDENTITIES_SEED = '1', IDENTITIES_FOUND } = process.env;
const WANTED = Number(IDENTITIES);
const MINUTES = 60_000;

describe('invented people, planted wherever somebody may write', () => {
  let office: Office;
  let mail: Awaited<ReturnType<typeof openMailServer>>;
  const logged: string[] = [];
  const doors = new Map<string, number>();
  const planted: Invented[] = [];
  let scene: Scene;
  let tokens: Token[];
  const searched = new Map<string, { texts: number; characters: number; out: number }>();
  /** Which tokens these texts let out, by where. */
  const found = (kind: string, places: Place[]): string[] => {
    const out = places.flatMap(({ path, text }) => letOut(text, tokens).map((token) => `${path}: ${token.of}`));
    searched.set(kind, { texts: places.length, characters: places.reduce((n, { text }) => n + text.length, 0), out: out.length });
    return out;
  };

  beforeAll(async () => {
    mail = await openMailServer();
    const many = { LIMIT_SIGN_INS_PER_QUARTER_HOUR: '100000', LIMIT_REPORTS_PER_MINUTE: '100000', LIMIT_STEP_UP_MINUTES: '60' };
    office = await openOffice({ ...many, SMTP_URL: mail.url });
    const loggers = [true, false].map(
      (production) => new OfficeLogger('serve', { logLevel: 'trace', production }, (text) => void logged.push(text)),
    );
    const all =
      (how: 'log' | 'warn' | 'debug' | 'verbose' | 'fatal' | 'error') =>
      (message: unknown, ...rest: string[]) =>
        loggers.forEach((logger) => (logger[how] as (message: unknown, ...rest: string[]) => void)(message, ...rest));
    office.app.useLogger({
      ...{ log: all('log'), warn: all('warn'), debug: all('debug') },
      ...{ verbose: all('verbose'), fatal: all('fatal'), error: all('error') },
    });
    const people = invent(WANTED + 100, Number(IDENTITIES_SEED));
    const next = (door: string): Invented => {
      const person = people[planted.length];
      planted.push(person);
      doors.set(door, (doors.get(door) ?? 0) + 1);
      return person;
    };
    const story = await Story.open(office);
    const desk = await PenaltyDesk.open(office);
    scene = {
      story,
      desk,
      operator: await office.as('operator'),
      admin: await office.as('administrator'),
      next,
      receipts: [],
      reporters: [],
      reported: [],
    };
    while (planted.length < WANTED) for (const act of [reports, reporters, cases, penalties, drafts]) await act(scene);
    await story.corrections.published();
    await publish(office);
    tokens = planted.flatMap(tokensOf);
  }, 20 * MINUTES);
  afterAll(async () => {
    Logger.overrideLogger(['error']);
    await office.close();
    await mail.close();
    for (const key of ['SMTP_URL', 'LIMIT_STEP_UP_MINUTES', 'LIMIT_REPORTS_PER_MINUTE']) delete process.env[key];
    if (IDENTITIES_FOUND)
      writeFileSync(
        IDENTITIES_FOUND,
        JSON.stringify({
          people: planted.length,
          tokens: tokens.length,
          doors: Object.fromEntries(doors),
          searched: Object.fromEntries(searched),
        }),
      );
  });

  test('would be found in any spelling', () => {
    const spellings = (text: string): string[] => [
      text.normalize('NFC'),
      text.normalize('NFD').toUpperCase(),
      encodeURIComponent(text),
      new URLSearchParams({ q: text }).toString(),
      JSON.stringify(text).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
      [...text].map((c) => `&#${c.codePointAt(0)};`).join(''),
      Buffer.from(`x${text}y`).toString('base64'),
      Buffer.from(text).toString('hex'),
    ];
    for (const person of planted.slice(0, 5))
      for (const text of spellings(`… ${about(person)} …`)) {
        const inIt = letOut(text, tokensOf(person)).map((token) => token.of.split(' ')[0]);
        const sure = /^[A-Za-z0-9+/=]+$/.test(text) ? inIt.filter((what) => what !== 'phone') : inIt;
        expect([text.slice(0, 30), sure]).toEqual([
          text.slice(0, 30),
          expect.arrayContaining(['name', 'e-mail', 'handle', 'card', 'address']),
        ]);
      }
  });
  test('came in through every door', async () => {
    expect([doors.size >= 35, planted.length >= WANTED]).toEqual([true, true]);
    const [{ text }] = await office.database.owner<{ text: string }>(
      `SELECT (SELECT string_agg(note, '|') FROM intake.reports) || (SELECT string_agg(text, '|') FROM cases.notes) || (SELECT string_agg(content::text, '|') FROM enforcement.penalty_contents) AS text`,
    );
    expect(new Set(letOut(text, tokens).map((t) => t.of)).size).toBeGreaterThanOrEqual(20);
    expect(letOut(mail.mails.map(String).join('\n'), tokens).length).toBeGreaterThan(0);
  });
  test(
    'stand in no public page, feed, table, file, receipt, error or measure',
    async () => {
      const places = await everythingPublic(office.base, [
        ...scene.receipts.flatMap((code) => [`/receipt/${code}`, `/api/receipts/${code}`]),
        ...['/public-log/000002.jsonl', '/report', '/api/cases', '/api/search?q=x'],
      ]);
      expect(places.length).toBeGreaterThan(40);
      expect(found('public pages, feeds, tables, files, receipts, errors, measures', places)).toEqual([]);
    },
    MINUTES * 10,
  );
  test(
    'stand in neither part of any event',
    async () => {
      const events = await office.database.owner<{ path: string; text: string }>(
        `SELECT type AS path, convert_from(public_part, 'UTF8') || ' ' || convert_from(office_part, 'UTF8') AS text FROM core.events`,
      );
      expect(events.length).toBeGreaterThan(100);
      expect(found('events, both parts', events)).toEqual([]);
    },
    MINUTES * 10,
  );
  test(
    'stand in no line that the server logs',
    () => {
      expect(logged.length).toBeGreaterThan(100);
      expect(found('lines of the server log', [{ path: 'log', text: logged.join('\n') }])).toEqual([]);
    },
    MINUTES * 10,
  );
  test(
    'stand in no delivery, timer or job of the queue',
    async () => {
      const bell = new Doorbell({ postgresUrl: office.database.urls.queue });
      await office.database.owner(
        `UPDATE core.deliveries SET state = 'waiting', rung_at = NULL, lease_until = NULL, available_at = clock_timestamp()`,
      );
      await office.app.get(Relay).sweep((rings) => bell.ring(rings));
      await bell.close();
      const client = new pg.Client({ connectionString: office.database.urls.owner });
      await client.connect();
      const names = await client.query<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'queue' OR (schemaname, tablename) IN (('core', 'deliveries'), ('core', 'due'))`,
      );
      const places: Place[] = [];
      for (const { name } of names.rows)
        places.push({
          path: name,
          text: (await client.query<{ t: string }>(`SELECT t::text FROM ${name} t`)).rows.map((r) => r.t).join('\n'),
        });
      await client.end();
      expect(places.filter((p) => p.path.startsWith('queue.') && p.text !== '').length).toBeGreaterThan(0);
      expect(found('deliveries, timers and jobs of the queue', places)).toEqual([]);
    },
    MINUTES * 10,
  );
  test(
    'stand in no dossier of a case that they reported; nor does that, when and to whom they did',
    async () => {
      const { inspector } = scene.story;
      const headers = { 'content-type': 'application/json', cookie: inspector.cookie, 'x-csrf': inspector.csrf };
      const reported = scene.reporters.flatMap(tokensOf);
      const ids = await office.database.owner<{ id: string }>(
        `SELECT id::text FROM intake.reports UNION SELECT id::text FROM cases.parties WHERE role = 'reporter' UNION SELECT staff_id::text FROM core.accounts WHERE staff_id = $1`,
        [scene.operator.staffId],
      );
      for (const caseId of scene.reported) {
        const body = JSON.stringify({ reason: 'Chuyển Viện kiểm sát' });
        const answer = await fetch(`${office.base}/api/cases/${caseId}/dossier`, { method: 'POST', headers, body });
        const parts = partsOf(Buffer.from(await answer.arrayBuffer()));
        const places = parts.map(({ name, content }) => ({ path: name, text: content.toString() }));
        const out = places.flatMap(({ path, text }) => letOut(text, reported).map((token) => `${path}: ${token.of}`));
        const told = places.filter(({ text }) => /report\.received|"reporter"/.test(text) || ids.some(({ id }) => text.includes(id)));
        expect([answer.status, out, told.map((p) => p.path)]).toEqual([200, [], []]);
      }
      expect([scene.reported.length > 0, ids.length > 3]).toEqual([true, true]);
    },
    MINUTES * 10,
  );
  test('are found when one does stand in a public page', async () => {
    const [person] = planted;
    const id = await scene.story.corrections.published({ title: `Tin của ${person.name.normalize('NFC')}` });
    const places = await everythingPublic(office.base, [`/dinh-chinh/${id}`]);
    const out = places.filter(({ text }) => letOut(text, tokens).some((token) => token.of === `name of ${person.n}`)).map((p) => p.path);
    expect(out).toEqual(expect.arrayContaining([`/dinh-chinh/${id}?lang=vi`, '/dinh-chinh/feed.xml']));
  });
});
