import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import type { Tx } from '../core/database/db.js';
import { moverOf, outcomeOf, type Acts } from './figures/acts.js';
import { daysIn, type PublicPart } from './figures/public-part.js';
import { statisticsTable } from './statistics-table.js';

/** One public act of a case: how the register showed it when the case fell, and how it shows it now. */
export interface CaseRegisterLine {
  act: string;
  kind: string;
  was: string;
  /** null while it is not published */
  now: string | null;
}
/** A public act, and the record whose events tell it. */
export interface Told {
  act: string;
  subject: string;
}
const MOST = 20_000;

/** What the register showed of a case, by its own rule over the public parts, and what it shows. */
@Injectable()
export class CaseRegisterView {
  private readonly move;

  constructor(@Inject(CONFIG) { timeZone }: Config) {
    this.move = moverOf(statisticsTable.acts, daysIn(timeZone));
  }

  async run(tx: Tx, caseId: string, told: readonly Told[]): Promise<CaseRegisterLine[]> {
    const rows = await tx.query<{ seq: number; part: string }[]>(
      `SELECT e.position::float8 AS seq, convert_from(e.public_part, 'UTF8') AS part FROM core.events e
       WHERE e.subject = ANY($1) AND e.public ? 'act' AND e.position < coalesce((SELECT max(f.position) FROM core.events f WHERE f.subject = $2 AND f.type = 'case.fell'), 'infinity'::float8)
       ORDER BY e.position LIMIT ${MOST}`,
      [told.map((t) => t.subject), caseId],
    );
    const before: Acts = new Map();
    for (const { seq, part } of rows) this.move({ seq, part: JSON.parse(part) as PublicPart }, before);
    const shown = await tx.query<{ act: string; outcome: string }[]>(
      'SELECT act, outcome FROM publication.acts WHERE act = ANY($1::uuid[])',
      [told.map((t) => t.act)],
    );
    const now = new Map(shown.map(({ act, outcome }) => [act, outcome]));
    return told.flatMap(({ act }) => {
      const known = before.get(act);
      return known ? [{ act, kind: known.kind, was: outcomeOf(known).state, now: now.get(act) ?? null }] : [];
    });
  }
}
