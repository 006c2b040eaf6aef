import { Injectable } from '@nestjs/common';
import type { Composed, DeliveryWay, Left, Outgoing } from './delivery-way.js';

/** A person enters the request in the platform's own form or hands it over, by a list that must be ticked. */
@Injectable()
export class ManualDelivery implements DeliveryWay {
  readonly key = 'manual';
  readonly byHand = true;
  ready(): boolean {
    return true;
  }
  reaches(recipient: string): boolean {
    return recipient.trim().length >= 2;
  }
  compose({ content }: Outgoing): Promise<Composed> {
    return Promise.resolve({ bytes: Buffer.from(`${content.subject}\n\n${content.body}`, 'utf8'), mediaType: 'text/plain; charset=utf-8' });
  }
  send(): Promise<Left> {
    return Promise.reject(new Error('The house sends nothing that goes by hand'));
  }
}
