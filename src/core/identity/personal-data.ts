import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/db.js';
import { Log } from '../events/log.js';
import { Problem } from '../problem/problem.js';
import './events.js';

const REASON = { least: 5, most: 1_000 };
export interface Look {
  kind: 'reporter' | 'party' | 'staff';
  refId: string;
  reason: string;
  by: { staffId: string };
}

/** Whoever looks at personal data says why first: call this in the transaction that reads, before the answer leaves. */
@Injectable()
export class PersonalData {
  constructor(private readonly log: Log) {}

  async look(tx: Tx, { kind, refId, reason, by }: Look): Promise<string> {
    const said = reason.trim();
    if (said.length < REASON.least || said.length > REASON.most)
      throw new Problem('invalid', {
        errors: [{ path: 'reason', message: `reason must have ${REASON.least} to ${REASON.most} characters` }],
      });
    const [{ id }] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.personal_data_reads (kind, ref_id, reason, read_by) VALUES ($1, $2, $3, $4) RETURNING id',
      [kind, refId, said, by.staffId],
    );
    await this.log.append(tx, {
      type: 'personal-data.read',
      v: 1,
      public: {},
      office: { kind, readId: id },
      actor: by.staffId,
      subject: refId,
    });
    return id;
  }
}
