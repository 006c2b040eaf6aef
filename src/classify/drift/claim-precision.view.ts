import { Injectable } from '@nestjs/common';
import { Db } from '../../core/database/db.js';
import { Keyset } from '../../core/database/keyset.js';
import { pageOf } from '../../core/database/page-of.js';
import type { Page } from '../../core/http/answer.js';
import { shareOf } from '../trials/share.js';
import type { ClaimPrecision } from './drift-answers.js';
import { driftTable } from './drift-table.js';
import type { ClaimPrecisionDto, ClaimSort } from './drift.dto.js';

interface Row {
  claimId: string;
  text: string;
  decided: number;
  confirmed: number;
  strong: number;
  strongConfirmed: number;
}
/** in ten-thousandths, those without a decision on a strong suggestion last */
const rate = (right: string, of: string) => `coalesce((10000::bigint * ${right}) / nullif(${of}, 0), 10001)`;
const ID = { sql: 'd.claim_id', kind: 'id' } as const;
const ORDERS: Record<ClaimSort, Keyset> = {
  precision: new Keyset({ sql: rate('d.confirmed', 'd.decided'), kind: 'number' }, ID),
  strong: new Keyset({ sql: rate('d.strong_confirmed', 'd.strong'), kind: 'number' }, ID),
  decided: new Keyset({ sql: 'd.decided', kind: 'number', backwards: true }, { ...ID, backwards: true }),
};
export const claimPrecisions = (order: Keyset): string => `
  SELECT ${order.place}, d.claim_id AS "claimId", v.wordings -> 0 ->> 'text' AS text, d.decided, d.confirmed, d.strong, d.strong_confirmed AS "strongConfirmed"
  FROM (SELECT m.claim_id, count(*)::int AS decided, count(*) FILTER (WHERE m.decision = 'confirmed')::int AS confirmed, count(*) FILTER (WHERE m.strength = 'strong')::int AS strong,
          count(*) FILTER (WHERE m.strength = 'strong' AND m.decision = 'confirmed')::int AS strong_confirmed
        FROM classify.matches m WHERE m.decision IS NOT NULL AND m.strength IS NOT NULL GROUP BY m.claim_id HAVING count(*) >= $1) d
  JOIN classify.claims c ON c.id = d.claim_id AND c.state = 'approved' JOIN classify.claim_versions v ON v.id = c.current_version_id
  WHERE true`;

/** Claims in force on whose suggestions inspectors decided often enough, the least right first. */
@Injectable()
export class ClaimPrecisionView {
  constructor(private readonly db: Db) {}

  async run({ sort = 'precision', ...page }: ClaimPrecisionDto): Promise<Page<ClaimPrecision>> {
    const { decisions, poor } = driftTable.claims;
    const order = ORDERS[sort];
    const { items, nextCursor } = await this.db.read((tx) => pageOf<Row>(tx, order, claimPrecisions(order), [decisions], page));
    const told = items.map(({ claimId, text, decided, confirmed, strong, strongConfirmed }): ClaimPrecision => {
      const precision = shareOf(confirmed, decided)!;
      return { claimId, text, decided, precision, strongPrecision: shareOf(strongConfirmed, strong), poor: precision.high < poor };
    });
    return { items: told, nextCursor };
  }
}
