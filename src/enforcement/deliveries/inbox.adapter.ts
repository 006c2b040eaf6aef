import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../core/config.js';
import { legalBasis, takedownTable } from '../enforcement-table.js';
import type { Reply } from '../item.flow.js';
import type { TakedownKind } from '../takedown.flow.js';
import type { Answer, Composed, DeliveryWay, Left, Outgoing } from './delivery-way.js';

interface Answered {
  items?: { ref?: unknown; state?: unknown; reply?: unknown; repliedAt?: unknown }[];
}
/** What the platform calls its answers, to a request and to a withdrawal. */
const REPLY: Record<TakedownKind, Record<string, Reply>> = {
  removal: { removed: 'removed-claimed', refused: 'refused', restricted: 'restricted' },
  withdrawal: { restored: 'restoration-claimed', refused: 'restoration-refused', restricted: 'restoration-partial' },
};
const LONGEST = 1_000_000;

/** The operator's inbox of a platform: takes a request once however often it is told, and can be asked for answers. */
@Injectable()
export class InboxDelivery implements DeliveryWay {
  readonly key = 'inbox';
  readonly byHand = false;
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  ready(): boolean {
    return this.config.worldUrl !== null;
  }
  reaches(): boolean {
    return true;
  }

  compose({ reference, content, sha256 }: Outgoing): Promise<Composed> {
    const body = {
      ticketRef: reference,
      kind: content.kind,
      subject: content.subject,
      body: content.body,
      legalBasis: legalBasis(content.legalBasis)?.citation[content.language] ?? '',
      items: content.items.map((i) => ({ ref: i.addressId, url: i.url })),
      sha256,
    };
    return Promise.resolve({ bytes: Buffer.from(JSON.stringify(body), 'utf8'), mediaType: 'application/json' });
  }

  async send(_: Outgoing, bytes: Buffer): Promise<Left> {
    const { status, text } = await this.call('/operator/inbox', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array(bytes),
    });
    if (status === 429 || status >= 500) throw new Error(`The inbox answered ${status}`);
    const ticket = status < 300 ? (JSON.parse(text) as { ticket?: unknown }).ticket : undefined;
    if (typeof ticket !== 'string' || !/^[\w.-]{1,100}$/.test(ticket))
      return { outcome: 'bounced', says: `${status} ${text.slice(0, 500)}`, proof: { by: 'inbox', status } };
    return { outcome: 'delivered', proof: { by: 'inbox', status, ticket } };
  }

  async answers(proof: Record<string, unknown>, kind: TakedownKind): Promise<Answer[]> {
    const { status, text } = await this.call(`/operator/requests/${String(proof.ticket)}`, { method: 'GET' });
    if (status !== 200) throw new Error(`The inbox answered ${status}`);
    return ((JSON.parse(text) as Answered).items ?? []).flatMap(({ ref, state, reply, repliedAt }) => {
      const known = REPLY[kind][String(state)];
      return known && typeof ref === 'string'
        ? [
            {
              ref,
              reply: known,
              text: typeof reply === 'string' ? reply.slice(0, 10_000) : '',
              source: `${String(state)} ${String(repliedAt)}`.slice(0, 200),
            },
          ]
        : [];
    });
  }

  private async call(path: string, init: RequestInit): Promise<{ status: number; text: string }> {
    // browsers know that *.localhost is this machine; the system's resolver may not
    const base = this.config.worldUrl!.replace('//world.localhost', '//127.0.0.1');
    const response = await fetch(`${base}${path}`, {
      ...init,
      redirect: 'error',
      signal: AbortSignal.timeout(takedownTable.timeout_seconds * 1000),
    });
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      if ((length += chunk.length) > LONGEST) throw new Error('The inbox answers at too great a length');
    }
    return { status: response.status, text: Buffer.concat(chunks).toString('utf8') };
  }
}
