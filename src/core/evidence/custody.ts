import { Injectable } from '@nestjs/common';
import { IsString, Length } from 'class-validator';
import type { Tx } from '../database/db.js';
import { Log } from '../events/log.js';
import { Says } from '../http/checks.js';
import { invalid } from '../problem/invalid.js';
import './events.js';

export const CUSTODY_REASON = { least: 10, most: 500 };

/** Why evidence leaves the house. */
export class CustodyReasonDto {
  @IsString() @Length(CUSTODY_REASON.least, CUSTODY_REASON.most) @Says(CUSTODY_REASON.least) reason: string;
}
/** What somebody takes along. At the command line nobody is asked for a password: what is taken there says so. */
export interface Exported extends InCustody {
  /** a whole package, a certificate of a capture, an exhibit in a dossier (or `dossier-at-command-line`), or a part of a capture by its name */
  what: string;
}
/** An evidence item, as its custody names it. */
export interface InCustody {
  evidenceId: string;
  captureId: string | null;
  /** under which its looks stand in the log */
  subject: string;
}

/** The reason that an event `e` names, in SQL; one given for a whole case is shown by that case alone. */
export const reasonShown = (caseId: string): string =>
  `(SELECT y.reason FROM core.custody_reasons y WHERE y.id = (e.office #>> '{data,reasonId}')::uuid AND (y.case_id IS NULL OR y.case_id::text = ${caseId}))`;

/** Who took evidence along, and why: call this in a transaction that ends before the first byte leaves. */
@Injectable()
export class Custody {
  constructor(private readonly log: Log) {}

  /** No words stand in the log; they are kept beside it, and it names them. `caseId`: the case that was taken along, which alone shows them. */
  async reason(tx: Tx, by: { staffId: string }, reason: string, caseId: string | null = null): Promise<string> {
    const said = reason.trim();
    const { least: min, most: max } = CUSTODY_REASON;
    if (said.length < min || said.length > max)
      throw invalid({ path: 'reason', rule: 'isLength', min, max, message: `reason must have ${min} to ${max} characters` });
    const [{ id }] = await tx.query<{ id: string }[]>(
      'INSERT INTO core.custody_reasons (reason, given_by, case_id) VALUES ($1, $2, $3) RETURNING id',
      [said, by.staffId, caseId],
    );
    return id;
  }

  async exported(tx: Tx, by: { staffId: string }, reasonId: string, { what, evidenceId, captureId, subject }: Exported): Promise<void> {
    const office = { evidenceId, captureId, part: what, reasonId };
    await this.log.append(tx, { type: 'evidence.exported', v: 1, public: {}, office, actor: by.staffId, subject });
  }

  /** Nothing of it may be purged from now on; `by` is null where it came to a case that was held already. */
  async held(tx: Tx, by: string | null, reasonId: string, { evidenceId, captureId, subject }: InCustody): Promise<void> {
    const office = { evidenceId, captureId, part: 'hold', reasonId } as const;
    await this.log.append(tx, { type: 'evidence.held', v: 1, public: {}, office, actor: by, subject });
  }
  async released(tx: Tx, by: string, reasonId: string, { evidenceId, captureId, subject }: InCustody): Promise<void> {
    const office = { evidenceId, captureId, part: 'hold-lifted', reasonId } as const;
    await this.log.append(tx, { type: 'evidence.released', v: 1, public: {}, office, actor: by, subject });
  }
  async purged(tx: Tx, { evidenceId, captureId, subject }: InCustody): Promise<void> {
    const office = { evidenceId, captureId, part: 'purged' } as const;
    await this.log.append(tx, { type: 'evidence.purged', v: 1, public: {}, office, subject });
  }
}
