import type { RequestContent } from '../takedown.js';
import type { Reply } from '../item.flow.js';
import type { TakedownKind } from '../takedown.flow.js';

/** One request on its way out. `reference` is the same however often this delivery is tried. */
export interface Outgoing {
  takedownId: string;
  reference: string;
  content: RequestContent;
  contentBytes: Buffer;
  sha256: string;
  composedAt: Date;
}
export interface Composed {
  bytes: Buffer;
  mediaType: string;
}
export type Left =
  | { outcome: 'delivered'; proof: Record<string, unknown> }
  | { outcome: 'bounced'; says: string; proof: Record<string, unknown> };
export interface Answer {
  ref: string;
  reply: Reply;
  text: string;
  source: string;
}

/** A way by which requests leave. A file in this folder is a way; what it composes is kept before it sends it. */
export interface DeliveryWay {
  readonly key: string;
  /** a person does it and says so; nothing is sent by the house */
  readonly byHand: boolean;
  ready(): boolean;
  reaches(recipient: string): boolean;
  compose(request: Outgoing): Promise<Composed>;
  /** Sends exactly these bytes. Throws when the other side could not be reached: then it is tried again. */
  send(request: Outgoing, bytes: Buffer): Promise<Left>;
  /** What the other side answered so far, where it can be asked. */
  answers?(proof: Record<string, unknown>, kind: TakedownKind): Promise<Answer[]>;
}
export const DELIVERY_WAYS = Symbol('the ways by which requests leave');
export type DeliveryWays = ReadonlyMap<string, DeliveryWay>;
