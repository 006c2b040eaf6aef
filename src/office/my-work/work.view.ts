import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../../core/database/db.js';
import { rightsOf } from '../../core/identity/rights.js';
import { RetryDeliveries } from '../../core/events/retry-deliveries.use-case.js';
import { RetriedView } from '../retried.view.js';
import { countLines } from '../count-lines.view.js';
import { gaveUp, officeTable } from '../office-table.js';
import { opens, type Reader, type Section } from '../section.js';
import { SignWorkView } from './sign-work.view.js';
import { SECTIONS } from './work-sections.view.js';
import type { RoleToApprove } from './staff-lines.js';
import type { GaveUp, Work } from './work.js';

/** Everything that waits for one person, in one snapshot. */
@Injectable()
export class WorkView {
  constructor(
    private readonly db: Db,
    private readonly retrying: RetryDeliveries,
    private readonly retried: RetriedView,
    private readonly signing: SignWorkView,
  ) {}

  run(reader: Reader): Promise<Work> {
    return this.db.read(async (tx) => {
      const more: Record<string, number> = {};
      const list = async <T>(name: keyof typeof SECTIONS): Promise<T[]> => {
        const { lines, beyond } = await this.lines<T>(tx, SECTIONS[name], reader);
        if (beyond > 0) more[name] = beyond;
        return lines;
      };
      const roles = await list<Omit<RoleToApprove, 'rights'>>('roles');
      const dead = await list<Omit<GaveUp, 'meaning' | 'retry'>>('gaveUp');
      const { toSign, toSignLater, beyond } = await this.signing.run(tx, reader);
      for (const [name, n] of Object.entries(beyond)) if (n > 0) more[name] = n;
      return {
        proposals: await list('proposals'),
        assigned: await list('assigned'),
        overtaken: await list('overtaken'),
        deadlines: await list('deadlines'),
        answers: await list('answers'),
        approvals: {
          claims: await list('claims'),
          falls: await list('falls'),
          roles: roles.map((r) => ({ ...r, rights: [...rightsOf([r.role])] })),
          titles: await list('titles'),
          resets: await list('resets'),
          identities: await list('identities'),
          takedowns: await list('takedowns'),
          corrections: await list('corrections'),
          purges: await list('purges'),
          releases: await list('releases'),
        },
        toReword: await list('toReword'),
        toCorrect: await list('toCorrect'),
        toRedraft: await list('toRedraft'),
        toDraft: await list('toDraft'),
        toSend: await list('toSend'),
        reappeared: await list('reappeared'),
        late: await list('late'),
        penalties: {
          toRecord: await list('toRecord'),
          toDraw: await list('toDraw'),
          toDecide: await list('toDecide'),
          toSign,
          toSignLater,
          toAnswer: await list('toAnswer'),
          toApprove: await list('toApprove'),
          toServe: await list('toServe'),
          toCollect: await list('toCollect'),
        },
        signedOut: await list('signedOut'),
        gaveUp: dead.map((d) => ({
          ...d,
          meaning: gaveUp(d.handler, d.n),
          retry: reader.rights.has('delivery.retry') && this.retrying.may(d.handler),
        })),
        retried: await this.retried.run(tx, reader),
        more,
      };
    });
  }
  private async lines<T>(tx: Tx, section: Section, reader: Reader): Promise<{ lines: T[]; beyond: number }> {
    if (!opens(section, reader)) return { lines: [], beyond: 0 };
    const most = officeTable.work_lines;
    const found = await tx.query<T[]>(`SELECT * FROM (${section.sql}) lines LIMIT ${most + 1}`, section.values(reader));
    if (found.length <= most) return { lines: found, beyond: 0 };
    return { lines: found.slice(0, most), beyond: (await countLines(tx, { ...section, waits: undefined }, reader)) - most };
  }
}
