import { Injectable } from '@nestjs/common';
import type { Tx } from '../../core/database/db.js';
import type { Recorded } from '../../core/events/event.js';
import { On, OnDue, type Due, type DueHandler, type Handler } from '../../core/events/on.js';
import { NoteEnd } from './note-end.use-case.js';
import { CLAIM_END } from './overtaken.js';
import '../events.js';

/** Whatever changes a claim may end its time, or begin it anew. */
@Injectable()
@On('claim.approved')
export class NoteEndOfApproved implements Handler<'claim.approved'> {
  constructor(private readonly note: NoteEnd) {}

  handle(tx: Tx, { office }: Recorded<'claim.approved'>): Promise<void> {
    return this.note.run(tx, office.claimId);
  }
}

@Injectable()
@On('claim.retired')
export class NoteEndOfRetired implements Handler<'claim.retired'> {
  constructor(private readonly note: NoteEnd) {}

  handle(tx: Tx, { office }: Recorded<'claim.retired'>): Promise<void> {
    return this.note.run(tx, office.claimId);
  }
}

@Injectable()
@On('claim.merged')
export class NoteEndOfMerged implements Handler<'claim.merged'> {
  constructor(private readonly note: NoteEnd) {}

  handle(tx: Tx, { office }: Recorded<'claim.merged'>): Promise<void> {
    return this.note.run(tx, office.claimId);
  }
}

@Injectable()
@On('claim.reinstated')
export class NoteEndOfReinstated implements Handler<'claim.reinstated'> {
  constructor(private readonly note: NoteEnd) {}

  handle(tx: Tx, { office }: Recorded<'claim.reinstated'>): Promise<void> {
    return this.note.run(tx, office.claimId);
  }
}

/** Its last day is over. */
@Injectable()
@OnDue(CLAIM_END)
export class NoteEndInTime implements DueHandler {
  constructor(private readonly note: NoteEnd) {}

  handle(tx: Tx, { ref }: Due): Promise<void> {
    return this.note.run(tx, ref);
  }
}
