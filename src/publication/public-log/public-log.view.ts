import { Injectable } from '@nestjs/common';
import { PREPARED } from '../../core/database/preparing-client.js';
import { Db } from '../../core/database/db.js';
import type { SignedHead } from '../../core/events/head-keeper.js';
import { PublicHeads } from './heads.adapter.js';

const AT_A_TIME = 500;

/** The log as everybody may have it. The office parts do not even leave the database: it hashes them itself. */
@Injectable()
export class PublicLogView {
  constructor(
    private readonly db: Db,
    private readonly heads: PublicHeads,
  ) {}

  /** The last event that is published: signed, old enough, and counted, so that nothing leaves that was not looked at. */
  async newest(): Promise<SignedHead | null> {
    const [{ seq }] = await this.db.once<{ seq: string }[]>('SELECT seq::text FROM publication.counted');
    return this.heads.newest(Number(seq));
  }

  /** Events of a range as lines, some at a time. */
  async *lines(first: number, last: number): AsyncGenerator<string> {
    for (let from = first; from <= last; from += AT_A_TIME) {
      const [{ text }] = await this.db.once<{ text: string | null }[]>(
        `${PREPARED}SELECT string_agg('{"head":"' || encode(s.head, 'hex') || '","office":"' || encode(sha256(e.office_part), 'hex') || '","public":' || convert_from(e.public_part, 'UTF8') || ',"seq":' || s.seq || '}' || chr(10), '' ORDER BY s.seq) AS text
         FROM core.seals s JOIN core.events e ON e.id = s.event_id WHERE s.seq BETWEEN $1 AND $2`,
        [from, Math.min(from + AT_A_TIME - 1, last)],
      );
      if (text) yield text;
    }
  }
}
