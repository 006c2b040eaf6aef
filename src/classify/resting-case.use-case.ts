import { Injectable } from '@nestjs/common';
import type { Tx } from '../core/database/db.js';

/** A case that stands on the judgement of a post. */
export interface RestingCase {
  id: string;
  number: string;
  open: boolean;
}
type Find = (tx: Tx, postId: string) => Promise<RestingCase | null>;

/** Asks whoever builds cases whether one stands on a post; that room lies to the right, and says here how it is asked. */
@Injectable()
export class RestingCases {
  private ask: Find = () => Promise.resolve(null);

  askBy(find: Find): void {
    this.ask = find;
  }
  find(tx: Tx, postId: string): Promise<RestingCase | null> {
    return this.ask(tx, postId);
  }
}
