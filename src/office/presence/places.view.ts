import { Injectable } from '@nestjs/common';
import { notBarred } from '../../cases/index.js';
import type { Tx } from '../../core/database/db.js';
import { unbarred } from '../../core/identity/bars.js';
import { openBy } from '../../core/identity/presence.repository.js';
import { rolesWith } from '../../core/identity/rights.js';
import type { Present } from './presence.js';

interface Place {
  /** opens the record */
  right: string;
  /** SQL: the record `$1`, for somebody who may know of it */
  from: string;
  sees: (staff: string) => string;
}
const ofCase = (right: string, from: string): Place => ({ right, from, sees: (staff) => notBarred(staff, 'rec.case_id') });

/** The records on which people see each other. */
export const PLACES = {
  triage: { right: 'triage.read', from: 'classify.triage_items', sees: (staff: string) => unbarred(staff, 'rec.post_id') },
  case: { right: 'case.read', from: 'cases.cases', sees: (staff: string) => notBarred(staff, 'rec.id') },
  takedown: ofCase('takedown.read', 'enforcement.takedowns'),
  violation: ofCase('violation.read', 'enforcement.violations'),
  penalty: ofCase('penalty.read', 'enforcement.penalties'),
  correction: { right: 'correction.read', from: 'publication.corrections', sees: () => 'true' },
} satisfies Record<string, Place>;
export type PlaceKind = keyof typeof PLACES;

@Injectable()
export class PlacesView {
  /** Who else has the record open; null when there is no such record for the reader. */
  async here(tx: Tx, kind: PlaceKind, id: string, reader: string): Promise<Present[] | null> {
    const { from, sees, right } = PLACES[kind];
    const others = openBy({ kind, record: 'rec.id', reader: '$2::uuid', roles: rolesWith(right), sees: sees('p.staff_id') });
    const [row] = await tx.query<{ here: Present[] }[]>(
      `SELECT ${others} AS here FROM ${from} rec WHERE rec.id = $1 AND ${sees('$2::uuid')}`,
      [id, reader],
    );
    return row?.here ?? null;
  }
}
