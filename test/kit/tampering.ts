import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HeadKeeper } from '../../src/core/events/head-keeper.js';
import { digestOf, headOf, partsOf } from '../../src/core/events/seal.js';

type AsSuperuser = (sql: string, values?: unknown[]) => Promise<Record<string, never>[]>;
export interface Tampering {
  title: string;
  seq: number | null;
  says: string;
  act(superuser: AsSuperuser, heads: string): Promise<unknown>;
}

export const edit = (superuser: AsSuperuser, position: number) =>
  superuser(
    `UPDATE core.events SET public_part = convert_to(replace(convert_from(public_part, 'UTF8'), 'chu-de', 'chu-dE'), 'UTF8') WHERE position = $1`,
    [position],
  );

export async function recompute(superuser: AsSuperuser): Promise<void> {
  const rows = await superuser(
    'SELECT s.seq, e.public_part, e.office_part FROM core.seals s JOIN core.events e ON e.id = s.event_id ORDER BY s.seq',
  );
  let head: Buffer = Buffer.alloc(32);
  for (const row of rows) {
    const digest = digestOf(row.public_part, row.office_part);
    head = headOf(BigInt(row.seq), head, digest);
    await superuser('UPDATE core.seals SET digest = $2, head = $3 WHERE seq = $1', [row.seq, digest, head]);
  }
}

/** Writes an event beside the chain, with another moment than it has, and takes it off the list of what waits for a seal. */
async function slipIn(superuser: AsSuperuser, moment: (part: string) => string): Promise<void> {
  const at = new Date();
  const event = { type: 'claim.retired' as const, v: 1 as const, public: { topic: 'y-te' }, office: { claimId: 'c' } };
  const { id, publicPart, officePart } = partsOf(event, { recordedAt: at, officeAt: at });
  const [open, office] = [publicPart, officePart].map((part) => Buffer.from(moment(part.toString())));
  await superuser('INSERT INTO core.events (id, type, public_part, office_part) VALUES ($1, $2, $3, $4)', [id, event.type, open, office]);
  await superuser('DELETE FROM core.unsealed');
}
const soon = (part: string) => part.replace(/"recordedAt":"[^"]*"/, '"recordedAt":"soon"');

/** What a superuser can do to a sealed log of twelve events with one signed head outside, and what a verifier must say. */
export const TAMPERINGS: Tampering[] = [
  { title: 'an edited event is named', seq: 5, says: 'event 5 was changed after it was sealed', act: (su) => edit(su, 5) },
  {
    title: 'a deleted event is named',
    seq: 7,
    says: 'its content is gone',
    act: async (su) => {
      await su('ALTER TABLE core.seals DROP CONSTRAINT seals_event_id_fkey');
      await su('DELETE FROM core.events WHERE position = 7');
    },
  },
  {
    title: 'an event that was deleted with its seal is named',
    seq: 8,
    says: 'missing',
    act: async (su) => {
      await su('DELETE FROM core.seals WHERE seq = 7');
      await su('DELETE FROM core.events WHERE position = 7');
    },
  },
  {
    title: 'a tail that was cut shows against the heads outside',
    seq: 10,
    says: 'tail was cut',
    act: async (su) => {
      await su('DELETE FROM core.seals WHERE seq > 9');
      await su('DELETE FROM core.events e WHERE NOT EXISTS (SELECT 1 FROM core.seals s WHERE s.event_id = e.id)');
    },
  },
  {
    title: 'a chain that was recomputed whole shows against the heads outside',
    seq: 12,
    says: 'recomputed',
    act: async (su) => {
      await edit(su, 3);
      await recompute(su);
    },
  },
  {
    title: 'a chain that was recomputed whole shows though the house itself signed its newest head anew',
    seq: 12,
    says: 'recomputed',
    act: async (su, heads) => {
      await edit(su, 12);
      await recompute(su);
      const [{ head }] = await su('SELECT head FROM core.seals WHERE seq = 12');
      await new HeadKeeper(heads).keep({ seq: 12n, head }, true); // as a worker does that starts again
    },
  },
  {
    title: 'two events that changed places are named',
    seq: 4,
    says: 'event 4',
    act: async (su) => {
      await su('ALTER TABLE core.seals DROP CONSTRAINT seals_event_id_key');
      await su('UPDATE core.seals a SET event_id = b.event_id FROM core.seals b WHERE (a.seq, b.seq) IN ((4, 6), (6, 4))');
    },
  },
  {
    title: 'an event that was slipped in without a seal is named',
    seq: null,
    says: 'without a seal',
    act: async (su, heads) => {
      await su(
        `UPDATE core.events SET public_part = convert_to(jsonb_set(public, '{recordedAt}', '"2020-01-01T00:00:00.000Z"')::text, 'UTF8') WHERE position = 12`,
      );
      await su('DELETE FROM core.seals WHERE seq = 12');
      rmSync(join(heads, 'heads.jsonl'));
    },
  },
  {
    title: 'an event that was slipped in with a date of the future is named',
    seq: null,
    says: 'without a seal',
    act: async (su, heads) => {
      await su(
        `UPDATE core.events SET public_part = convert_to(jsonb_set(public, '{recordedAt}', '"2098-01-01T00:00:00.000Z"')::text, 'UTF8') WHERE position = 12`,
      );
      await su('DELETE FROM core.seals WHERE seq = 12');
      rmSync(join(heads, 'heads.jsonl'));
    },
  },
  {
    title: 'an event that was slipped in without a moment of its own is named',
    seq: null,
    says: 'without a seal: it bears no moment',
    act: (su) => slipIn(su, (part) => part.replace(/"recordedAt":"[^"]*",/, '')),
  },
  {
    title: 'an event that was slipped in with a word for its moment is named',
    seq: null,
    says: 'without a seal: it bears no moment',
    act: (su) => slipIn(su, soon),
  },
  {
    title: 'an event of this minute that does not wait for its seal is named',
    seq: null,
    says: 'without a seal, and is not among those that wait',
    act: (su) => slipIn(su, (part) => part),
  },
  {
    title: 'an event that was sealed with a word for its moment is named',
    seq: 6,
    says: 'no moment',
    act: async (su) => {
      const [row] = await su('SELECT public_part, office_part FROM core.events WHERE position = 6');
      const parts = [row.public_part, row.office_part].map((part) => Buffer.from(soon(String(part))));
      await su('UPDATE core.events SET public_part = $1, office_part = $2 WHERE position = 6', parts);
      await recompute(su);
    },
  },
  {
    title: 'a log whose signed heads are gone, or looked for in the wrong place, proves nothing',
    seq: null,
    says: 'no signed head',
    act: async (_, heads) => {
      rmSync(join(heads, 'heads.jsonl'));
    },
  },
  {
    title: 'a type that was changed beside its content is named',
    seq: 2,
    says: 'its row and its content tell of different events',
    act: (su) => su(`UPDATE core.events SET type = 'claim.approved' WHERE position = 2`),
  },
  {
    title: 'content that is no longer canonical is named though its seal was recomputed',
    seq: 6,
    says: 'canonical',
    act: async (su) => {
      await su(`UPDATE core.events SET public_part = convert_to(public::text, 'UTF8') WHERE position = 6`);
      await recompute(su);
    },
  },
  {
    title: 'a signed head that was altered is named',
    seq: 12,
    says: 'valid signature',
    act: async (_su, heads) => {
      const file = join(heads, 'heads.jsonl');
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/"head":"(.)/, (_, c) => `"head":"${c === 'a' ? 'b' : 'a'}`),
      );
    },
  },
];
