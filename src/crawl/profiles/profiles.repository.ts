import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { Problem } from '../../core/problem/problem.js';
import type { ProfileState } from './profile-answers.js';

export interface Profile {
  id: string;
  name: string;
  visitor: string;
  hosts: string[];
  state: ProfileState;
  version: number;
  /** encrypted; null once it has ended */
  cookies: Buffer | null;
}
export interface NewProfile extends Pick<Profile, 'name' | 'visitor' | 'hosts'> {
  platform: string;
  cookies: Buffer;
  by: string;
}
const ROW = 'id, name, visitor, hosts, state, version, cookies';

@Injectable()
export class ProfilesRepository {
  async named(tx: Tx, name: string): Promise<Profile | undefined> {
    const [row] = await tx.query<Profile[]>(`SELECT ${ROW} FROM crawl.profiles WHERE name = $1`, [name]);
    return row;
  }
  /** Held until the transaction ends. */
  async lockNamed(tx: Tx, name: string): Promise<Profile | undefined> {
    const [row] = await tx.query<Profile[]>(`SELECT ${ROW} FROM crawl.profiles WHERE name = $1 FOR UPDATE`, [name]);
    return row;
  }
  async lock(tx: Tx, id: string, version: number): Promise<Profile> {
    const [row] = await tx.query<Profile[]>(`SELECT ${ROW} FROM crawl.profiles WHERE id = $1 FOR UPDATE`, [id]);
    if (!row) throw new Problem('missing');
    if (row.version !== version) throw new Problem('stale', { current: { version: row.version, state: row.state } });
    return row;
  }
  /** Its id, or nothing where one has that name already. */
  async add(tx: Tx, p: NewProfile): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }[]>(
      `INSERT INTO crawl.profiles (name, visitor, platform, hosts, cookies, given_by) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (name) DO NOTHING RETURNING id`,
      [p.name, p.visitor, p.platform, p.hosts, p.cookies, p.by],
    );
    return row?.id;
  }
  async renew(tx: Tx, id: string, cookies: Buffer, by: string): Promise<number> {
    const [[{ version }]] = await tx.query<[{ version: number }[], number]>(
      `UPDATE crawl.profiles SET cookies = $2, given_by = $3, given_at = clock_timestamp(), version = version + 1, state = 'signed-in', since = clock_timestamp() WHERE id = $1 RETURNING version`,
      [id, cookies, by],
    );
    return version;
  }
  async signedOut(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE crawl.profiles SET state = 'signed-out', since = clock_timestamp() WHERE id = $1`, [id]);
  }
  /** What opened it is forgotten. */
  async end(tx: Tx, id: string): Promise<void> {
    await tx.query(`UPDATE crawl.profiles SET state = 'ended', cookies = NULL, since = clock_timestamp() WHERE id = $1`, [id]);
  }

  /** The version of which this capture said that its network knows it no more. */
  async saidEnded(tx: Tx, captureId: string, name: string): Promise<number | null> {
    const [{ version }] = await tx.query<{ version: number | null }[]>(
      `SELECT max((e.office -> 'data' ->> 'version')::int) AS version FROM crawl.profiles p JOIN core.events e ON e.subject = p.id::text
       WHERE p.name = $2 AND e.type = 'profile.signed-out' AND e.office -> 'data' ->> 'captureId' = $1`,
      [captureId, name],
    );
    return version;
  }
  async await(tx: Tx, captureId: string, name: string): Promise<void> {
    await tx.query(`UPDATE crawl.captures SET waits_for = $2 WHERE id = $1 AND state = 'ordered'`, [captureId, name]);
  }
  /** The captures that waited for it, the oldest first; they wait no more. */
  async released(tx: Tx, name: string): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string; orderedAt: Date }[], number]>(
      `UPDATE crawl.captures SET waits_for = NULL WHERE waits_for = $1 RETURNING id, ordered_at AS "orderedAt"`,
      [name],
    );
    return rows.sort((a, b) => a.orderedAt.getTime() - b.orderedAt.getTime()).map(({ id }) => id);
  }
}
