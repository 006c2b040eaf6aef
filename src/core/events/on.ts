import type { Tx } from '../database/db.js';
import type { EventType, Recorded } from './event.js';
import type { Lane } from './lanes.js';

export interface ListenOptions {
  lane?: Lane;
  leaseSeconds?: number;
  maxAttempts?: number;
}
export interface Listening extends Required<ListenOptions> {
  kind: 'event' | 'due';
  key: string;
}

/** `work` touches the world outside and holds no transaction; `handle` runs in the one that marks the delivery done. */
export interface Handler<T extends EventType, R = void> {
  work?(event: Recorded<T>): Promise<R>;
  handle(tx: Tx, event: Recorded<T>, result: R): Promise<void>;
  /** Of a handler with `work`: what is true once its last try has failed, in the transaction that marks the delivery dead. */
  giveUp?(tx: Tx, event: Recorded<T>, error: Error): Promise<void>;
}
export interface Due {
  id: string;
  kind: string;
  ref: string;
  dueAt: Date;
}
export interface DueHandler<R = void> {
  work?(due: Due): Promise<R>;
  handle(tx: Tx, due: Due, result: R): Promise<void>;
  giveUp?(tx: Tx, due: Due, error: Error): Promise<void>;
}

const LISTENING = Symbol('listening');
const mark =
  (kind: Listening['kind'], key: string, options: ListenOptions): ClassDecorator =>
  (target) => {
    Object.defineProperty(target, LISTENING, {
      value: { kind, key, lane: 'quick', leaseSeconds: 10, maxAttempts: 5, ...options } satisfies Listening,
    });
  };
/** This class reacts to an event of its own room or of one to the left. */
export const On = (type: EventType, options: ListenOptions = {}) => mark('event', type, options);
/** This class reacts when a time set by `Clock.schedule` has come. */
export const OnDue = (kind: string, options: ListenOptions = {}) => mark('due', kind, options);
export const listeningOf = (target: object): Listening | undefined => (target as Record<symbol, Listening>)[LISTENING];
