import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { Keyset, type Placed } from '../../core/database/keyset.js';
import type { PageDto } from '../../core/http/page.dto.js';
import { visitorTable } from '../engine/index.js';
import type { ProfileChoice, ProfileLine, ProfilePage, SignedOutProfile } from './profile-answers.js';

const WAITING = `(SELECT count(*)::int FROM crawl.captures c WHERE c.waits_for = p.name) AS waiting`;
/** Sessions that their networks know no more, the longest first. */
export const SIGNED_OUT = `SELECT p.id, p.name, p.platform, p.since, ${WAITING} FROM crawl.profiles p WHERE p.state = 'signed-out' ORDER BY p.since, p.id`;
const MOST = 100;
const BY_NAME = new Keyset({ sql: 'p.name', kind: 'word' });

/** The sessions of the office, without what opens them. */
@Injectable()
export class ProfilesView {
  constructor(private readonly db: Db) {}

  list({ cursor, limit = 50 }: PageDto): Promise<ProfilePage> {
    const values: unknown[] = [];
    const put = (value: unknown) => `$${values.push(value)}`;
    const after = BY_NAME.after(cursor, put);
    return this.db.read(async (tx) => {
      const rows = await tx.query<Placed<ProfileLine>[]>(
        `SELECT ${BY_NAME.place}, p.id, p.name, p.visitor, p.platform, p.hosts, p.state, p.since, p.version, s.name AS "givenBy", p.given_at AS "givenAt", ${WAITING}
         FROM crawl.profiles p JOIN core.staff s ON s.id = p.given_by WHERE ${after} ORDER BY ${BY_NAME.by} LIMIT ${put(limit + 1)}`,
        values,
      );
      return { ...BY_NAME.page(rows, limit), visitors: Object.keys(visitorTable.visitors) };
    });
  }
  /** Those with which a capture may be ordered. */
  choices(): Promise<ProfileChoice[]> {
    return this.db.read((tx) =>
      tx.query<ProfileChoice[]>(`SELECT name, hosts FROM crawl.profiles WHERE state <> 'ended' ORDER BY name LIMIT ${MOST}`),
    );
  }
  signedOut(tx: Tx): Promise<SignedOutProfile[]> {
    return tx.query<SignedOutProfile[]>(`${SIGNED_OUT} LIMIT ${MOST}`);
  }
}
