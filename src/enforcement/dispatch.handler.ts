import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import { DispatchTakedown, type Dispatched } from './dispatch-takedown.use-case.js';
import './events.js';

/** The seconds in which somebody could call it back are over: the request leaves. */
@Injectable()
@On('takedown.queued', { lane: 'outward', leaseSeconds: 60 })
export class SendQueued implements Handler<'takedown.queued', Dispatched> {
  constructor(private readonly dispatch: DispatchTakedown) {}
  work({ office }: Recorded<'takedown.queued'>): Promise<Dispatched> {
    return this.dispatch.leave(office);
  }
  handle(tx: Tx, { office }: Recorded<'takedown.queued'>, result: Dispatched): Promise<void> {
    return this.dispatch.settle(tx, office, result);
  }
}

/** The other side could not be reached before: it is tried again. */
@Injectable()
@On('takedown.delayed', { lane: 'outward', leaseSeconds: 60 })
export class SendDelayed implements Handler<'takedown.delayed', Dispatched> {
  constructor(private readonly dispatch: DispatchTakedown) {}
  work({ office }: Recorded<'takedown.delayed'>): Promise<Dispatched> {
    return this.dispatch.leave(office);
  }
  handle(tx: Tx, { office }: Recorded<'takedown.delayed'>, result: Dispatched): Promise<void> {
    return this.dispatch.settle(tx, office, result);
  }
}
