import { Injectable } from '@nestjs/common';
import { Db, type Tx } from '../core/database/db.js';
import { rightsOf } from '../core/identity/rights.js';
import { RetryDeliveries } from '../core/events/retry-deliveries.use-case.js';
import { RetriedView } from './retried.view.js';
import { gaveUp, officeTable } from './office-table.js';
import { opens, type Reader, type Section } from './section.js';
import { SECTIONS } from './work-sections.view.js';
import type { GaveUp, RoleToApprove, Work } from './work.js';

/** Everything that waits for one person, in one snapshot. */
@Injectable()
export class WorkView {
  constructor(
    private readonly db: Db,
    private readonly retrying: RetryDeliveries,
    private readonly retried: RetriedView,
  ) {}

  run(reader: Reader): Promise<Work> {
    return this.db.read(async (tx) => {
      const list = <T>(section: Section) => this.lines<T>(tx, section, reader);
      const roles = await list<Omit<RoleToApprove, 'rights'>>(SECTIONS.roles);
      const dead = await list<Omit<GaveUp, 'meaning' | 'retry'>>(SECTIONS.gaveUp);
      return {
        proposals: await list(SECTIONS.proposals),
        assigned: await list(SECTIONS.assigned),
        deadlines: await list(SECTIONS.deadlines),
        answers: await list(SECTIONS.answers),
        approvals: {
          claims: await list(SECTIONS.claims),
          falls: await list(SECTIONS.falls),
          roles: roles.map((r) => ({ ...r, rights: [...rightsOf([r.role])] })),
          titles: await list(SECTIONS.titles),
          resets: await list(SECTIONS.resets),
          identities: await list(SECTIONS.identities),
          takedowns: await list(SECTIONS.takedowns),
          corrections: await list(SECTIONS.corrections),
        },
        toCorrect: await list(SECTIONS.toCorrect),
        toDraft: await list(SECTIONS.toDraft),
        toSend: await list(SECTIONS.toSend),
        late: await list(SECTIONS.late),
        penalties: {
          toRecord: await list(SECTIONS.toRecord),
          toDraw: await list(SECTIONS.toDraw),
          toDecide: await list(SECTIONS.toDecide),
          toSign: await list(SECTIONS.toSign),
          toServe: await list(SECTIONS.toServe),
          toCollect: await list(SECTIONS.toCollect),
        },
        gaveUp: dead.map((d) => ({
          ...d,
          meaning: gaveUp(d.handler, d.n),
          retry: reader.rights.has('delivery.retry') && this.retrying.may(d.handler),
        })),
        retried: await this.retried.run(tx, reader),
      };
    });
  }
  private lines<T>(tx: Tx, section: Section, reader: Reader): Promise<T[]> {
    if (!opens(section, reader)) return Promise.resolve([]);
    return tx.query<T[]>(`SELECT * FROM (${section.sql}) lines LIMIT ${officeTable.work_lines}`, section.values(reader));
  }
}
