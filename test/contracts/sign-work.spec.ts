import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { DATA_SOURCE } from '../../src/core/database/db.js';
import type { Caller, Office } from '../kit/office.js';
import { PenaltyDesk } from './penalties-setup.js';

interface Signing {
  toSign: { penaltyId: string }[];
  toSignLater: { penaltyId: string; lacks: string[] }[];
}

describe('what waits for a signature', () => {
  let office: Office;
  let desk: PenaltyDesk;
  beforeAll(async () => {
    desk = await PenaltyDesk.opened();
    office = desk.office;
  }, 60_000);
  afterAll(() => office.close());

  const waiting = async (who: Caller) => ((await who.call('GET', '/api/work')).body as unknown as { penalties: Signing }).penalties;
  /** How many statements the one transaction takes in which somebody's work is read. */
  const statements = async (who: Caller) => {
    const { logger } = office.app.get<DataSource>(DATA_SOURCE);
    const { logQuery } = logger;
    const by = new Map<unknown, number>();
    logger.logQuery = (...[, , runner]) => void by.set(runner, (by.get(runner) ?? 0) + 1);
    await waiting(who);
    logger.logQuery = logQuery;
    return Math.max(...by.values());
  };
  const alsoAccused = async (caseId: string) => {
    const party = { kind: 'person', role: 'accused', name: 'Nguyễn Văn Thử' };
    return ((await desk.inspector.call('POST', `/api/cases/${caseId}/parties`, party)).body as unknown as { id: string }).id;
  };
  const annulled = async () => {
    const { id } = await desk.issued();
    const body = { ground: 'error', reason: 'Sai tên điều luật', version: (await desk.decision(id)).version };
    const made = (await desk.other.call('POST', `/api/penalties/${id}/annulment`, body)).body as unknown as { id: string };
    return made.id;
  };

  test('is read in as many queries for many drafts as for one of each kind', async () => {
    const first = [await annulled(), (await desk.drafted()).id];
    const few = await statements(desk.second);
    const more = [await annulled(), (await desk.drafted()).id, (await desk.drafted()).id, (await desk.drafted()).id];
    expect((await waiting(desk.second)).toSign.map((line) => line.penaltyId).sort()).toEqual([...first, ...more].sort());
    expect(await statements(desk.second)).toBe(few);
  });
  test('stands with what its own page says that it lacks, also where only papers, exhibits and other records tell it', async () => {
    const [nameless, twice, mended] = [await desk.drafted(), await desk.drafted(), await annulled()];
    await office.database.owner('DELETE FROM enforcement.violation_identities WHERE violation_id = $1', [nameless.recordId]);
    const again = await desk.draftRecord({ ...twice, partyId: await alsoAccused(twice.caseId) });
    const recordId = (again.body as unknown as { id: string }).id;
    // drawn up before the house looked for it
    await office.database.owner(`UPDATE enforcement.violations SET state = 'drawn', drawn_on = '2026-09-14' WHERE id = $1`, [recordId]);
    await office.database.owner(
      `UPDATE enforcement.penalties SET state = 'annulled' WHERE id = (SELECT annuls FROM enforcement.penalties WHERE id = $1)`,
      [mended],
    );
    const { toSign, toSignLater } = await waiting(desk.second);
    const lacks = Object.fromEntries(toSignLater.map((line) => [line.penaltyId, line.lacks]));
    expect(lacks).toEqual({ [nameless.id]: ['document-complete'], [twice.id]: ['punished-once'], [mended]: ['annulled-stands'] });
    expect(toSign.length).toBeGreaterThan(0);
    for (const { penaltyId } of [...toSign, ...toSignLater])
      expect(await desk.lacks(penaltyId, 'sign', desk.second)).toEqual(lacks[penaltyId] ?? []);
  });
});
