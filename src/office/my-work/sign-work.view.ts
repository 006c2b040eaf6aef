import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import { ToSignView, type NotYet } from '../../enforcement/index.js';
import { officeTable } from '../office-table.js';
import type { Reader } from '../section.js';
import type { PenaltyNotYet, PenaltyToDo } from './penalty-lines.js';
import { DRAFTS_TO_SIGN } from './penalty-work.view.js';

export interface SignWork {
  toSign: PenaltyToDo[];
  toSignLater: PenaltyNotYet[];
  /** how many wait beyond these lines */
  beyond: Record<'toSign' | 'toSignLater', number>;
}

/** What waits for the reader's signature: what can be signed now apart from what cannot yet. */
@Injectable()
export class SignWorkView {
  constructor(private readonly drafts: ToSignView) {}

  async run(tx: Tx, reader: Reader): Promise<SignWork> {
    const most = officeTable.work_lines;
    const { now, later } = await this.known(tx, reader);
    const listed = now.slice(0, most);
    const lacking: NotYet[] = await this.drafts.lacking(tx, reader, listed);
    const all = [...later, ...lacking];
    const waiting = new Map(all.slice(0, most).map((draft) => [draft.id, draft]));
    const lack = new Set(all.map((draft) => draft.id));
    const lines = await tx.query<PenaltyToDo[]>(DRAFTS_TO_SIGN, [[...listed.map((draft) => draft.id), ...waiting.keys()]]);
    return {
      toSign: lines.filter((line) => !lack.has(line.penaltyId!)),
      toSignLater: lines.flatMap((line) => {
        const draft = waiting.get(line.penaltyId!);
        return draft ? [{ ...line, lacks: draft.lacks, from: draft.from }] : [];
      }),
      beyond: { toSign: now.length - listed.length, toSignLater: all.length - waiting.size },
    };
  }
  /** How many can be signed now, as far as is told without opening papers. */
  async count(tx: Tx, reader: Reader): Promise<number> {
    return (await this.known(tx, reader)).now.length;
  }

  private async known(tx: Tx, reader: Reader) {
    return reader.rights.has('penalty.sign') ? this.drafts.run(tx, reader) : { now: [], later: [] };
  }
}
