import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CONFIG, type Config } from '../../src/core/config.js';
import { Db } from '../../src/core/database/db.js';
import { Evidence } from '../../src/core/evidence/evidence.js';
import { CapturesRepository } from '../../src/crawl/captures.repository.js';
import { DispatchTakedown } from '../../src/enforcement/dispatch-takedown.use-case.js';
import { KeepRetention } from '../../src/retention/index.js';
import { madePdf, madePhoto } from '../kit/made-files.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { judgedPost } from './cases-setup.js';
import { confirmedCase } from './enforcement-setup.js';
import { bringFile } from './retention-setup.js';

describe('bytes that were put and named by nothing, because the transaction failed', () => {
  let office: Office;
  let inspector: Caller;
  let coordinator: Caller;
  let legal: Caller;
  const sql = <T extends object>(text: string, values?: unknown[]) => office.database.owner<T>(text, values);
  const turn = (graceMinutes?: number) => office.app.get(KeepRetention).run(graceMinutes);
  const stored = () => {
    const dir = join(office.app.get<Config>(CONFIG).dataDir, 'evidence');
    const names = existsSync(dir) ? readdirSync(dir, { recursive: true }).map((name) => basename(String(name))) : [];
    return names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort();
  };
  const unsealed = async () => (await sql<{ digest: string }>('SELECT digest FROM core.unsealed_bytes ORDER BY 1')).map((r) => r.digest);
  /** While it runs no evidence item can be written. */
  const failing = async (run: () => Promise<unknown>) => {
    await sql(`CREATE FUNCTION public.fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fails'; END $$`);
    await sql('CREATE TRIGGER fails BEFORE INSERT ON core.evidence_items FOR EACH ROW EXECUTE FUNCTION public.fails()');
    try {
      return await run();
    } finally {
      await sql('DROP FUNCTION public.fails CASCADE');
    }
  };
  const upload = async (path: string, fields: Record<string, string | Buffer>, headers: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields))
      if (typeof value === 'string') body.set(name, value);
      else body.set(name, new Blob([new Uint8Array(value)]), `${name}.bin`);
    return (await fetch(`${office.base}${path}`, { method: 'POST', headers, body, redirect: 'manual' })).status;
  };
  const letter = async () => {
    const { caseId } = await confirmedCase(office, inspector);
    const asked = { caseId, platform: 'mang', delivery: 'email', recipient: 'phap-che@mang.example', legalBasis: 'nd147-24h' };
    const { body } = await coordinator.call('POST', '/api/takedowns', { ...asked, fields: { signer: 'Bà B', sources: 'Bộ Y tế' } });
    const { id, contentHash } = body as unknown as { id: string; contentHash: string };
    await legal.call('POST', `/api/takedowns/${id}/approve`, { contentHash });
    const { version } = (await coordinator.call('GET', `/api/takedowns/${id}`)).body as unknown as { version: number };
    await coordinator.call('POST', `/api/takedowns/${id}/send`, { version });
    return id;
  };

  beforeAll(async () => {
    office = await openOffice({ LIMIT_SIGN_INS_PER_QUARTER_HOUR: '1000' });
    [inspector, coordinator, legal] = [await office.as('inspector'), await office.as('coordinator'), await office.as('legal')];
  }, 60_000);
  afterAll(() => office.close());

  /** Each writes once, and answers the same way whenever it is asked: as a status, 500 for what threw. */
  const WRITERS: Record<string, () => Promise<() => Promise<number>>> = {
    'a text that was reported': () =>
      Promise.resolve(async () => (await office.guest().call('POST', '/api/reports', { text: 'Nghe nói mai cúp nước' })).status),
    'a picture that was reported': async () => {
      const picture = await madePhoto('jpeg', 300);
      return () => upload('/report', { picture }, {});
    },
    'a scanned paper': async () => {
      const { caseId } = await confirmedCase(office, inspector);
      const headers = { cookie: inspector.cookie, 'x-csrf': inspector.csrf };
      return () => upload(`/api/cases/${caseId}/papers`, { why: 'Biên bản giao nhận', paper: madePdf('/Title (giay)') }, headers);
    },
    'a file that was brought': async () => {
      const [{ caseId }, photo] = [await confirmedCase(office, inspector), await madePhoto('jpeg', 302)];
      return async () => (await bringFile(office, inspector, caseId, photo)).status;
    },
    'a letter that leaves': async () => {
      const takedownId = await letter();
      return () => office.app.get(DispatchTakedown).leave({ takedownId, attempt: 1 }).then(() => 201, () => 500); // prettier-ignore
    },
  };
  test.each(Object.keys(WRITERS))('are known and taken away when their time is over: %s', async (name) => {
    const write = await WRITERS[name]();
    const before = stored();
    expect([await unsealed(), await failing(write)]).toEqual([[], 500]);
    const left = stored().filter((digest) => !before.includes(digest));
    expect([left.length, await unsealed()]).toEqual([1, left]);
    await turn();
    expect(stored()).toEqual([...before, ...left].sort()); // somebody may be about to name it
    await turn(0);
    expect([stored(), await unsealed()]).toEqual([before, []]);
    const status = await write();
    expect([status < 400, stored().filter((d) => !before.includes(d)).length, await unsealed()]).toEqual([true, 1, []]);
    await turn(0);
    expect(stored()).toHaveLength(before.length + 1);
  });

  test('are those of a capture too, package and parts', async () => {
    const ready = await judgedPost(office, inspector.staffId);
    const { store } = office.app.get(Evidence);
    const brought = ['stamp', 'text'].map((name) => ({ name, bytes: Buffer.from(`${name} ${ready.captureId}`) }));
    const digests = brought.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')).sort();
    const put = () => Promise.all(brought.map(async ({ name, bytes }) => ({ name, mediaType: 'text/plain', facts: {}, ...(await store.put(bytes)) }))); // prettier-ignore
    const parts = await put();
    const add = (fails: boolean) =>
      office.app.get(Db).tx(async (tx) => {
        await office.app.get(CapturesRepository).addParts(tx, ready.captureId, parts);
        if (fails) throw new Error('fails');
      });
    await expect(add(true)).rejects.toThrow('fails');
    expect(await unsealed()).toEqual(digests);
    await turn(0);
    expect(await Promise.all(digests.map((digest) => store.has(digest)))).toEqual([false, false]);
    await put();
    await add(false);
    expect(await unsealed()).toEqual([]);
    await turn(0);
    expect(await Promise.all(digests.map((digest) => store.has(digest)))).toEqual([true, true]);
  });
});
