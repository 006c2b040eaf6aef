import { Inject, Injectable } from '@nestjs/common';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { CONFIG, type Config } from '../../core/config.js';
import { takedownTable } from '../enforcement-table.js';
import type { Composed, DeliveryWay, Left, Outgoing } from './delivery-way.js';

interface SmtpError extends Error {
  responseCode?: number;
  response?: string;
  code?: string;
}
const ADDRESS = /^[^\s@<>,;:"']{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/** E-mail over SMTP; without a server, each message becomes a file of the outbox, to the byte. */
@Injectable()
export class EmailDelivery implements DeliveryWay {
  readonly key = 'email';
  readonly byHand = false;
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  ready(): boolean {
    return true;
  }
  reaches(recipient: string): boolean {
    return ADDRESS.test(recipient);
  }

  async compose({ reference, content, contentBytes, sha256, composedAt }: Outgoing): Promise<Composed> {
    const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    const { message } = await writer.sendMail({
      from: this.config.mailFrom,
      to: content.recipient,
      subject: content.subject,
      text: content.body,
      date: composedAt,
      messageId: this.messageId(reference),
      baseBoundary: sha256.slice(0, 24),
      xMailer: false,
      headers: { 'X-Content-SHA256': sha256 },
      disableFileAccess: true,
      disableUrlAccess: true,
      attachments: [{ filename: `${content.reference.replaceAll('/', '-')}.json`, content: contentBytes, contentType: 'application/json' }],
    });
    return { bytes: message as Buffer, mediaType: 'message/rfc822' };
  }

  async send({ reference, content }: Outgoing, bytes: Buffer): Promise<Left> {
    if (!this.config.smtpUrl) return this.drop(reference, bytes);
    const milliseconds = takedownTable.timeout_seconds * 1000;
    const server = nodemailer.createTransport({
      url: this.config.smtpUrl,
      connectionTimeout: milliseconds,
      greetingTimeout: milliseconds,
      socketTimeout: milliseconds,
      dnsTimeout: milliseconds,
    });
    const messageId = this.messageId(reference);
    try {
      const { accepted, response } = await server.sendMail({
        envelope: { from: this.config.mailFrom, to: [content.recipient] },
        raw: bytes,
        messageId,
      });
      return {
        outcome: 'delivered',
        proof: { by: 'smtp', server: new URL(this.config.smtpUrl).host, messageId, accepted: accepted.map(String), response },
      };
    } catch (error) {
      const { responseCode = 0, response, message } = error as SmtpError;
      if (responseCode < 500 || (error as SmtpError).code === 'EAUTH') throw error;
      return { outcome: 'bounced', says: response ?? message, proof: { by: 'smtp', messageId, responseCode } };
    } finally {
      server.close();
    }
  }

  private messageId(reference: string): string {
    return `<${reference}@${this.config.mailFrom.split('@')[1] ?? 'localhost'}>`;
  }
  /** The name tells the delivery, so a second try finds the message that is there. */
  private async drop(reference: string, bytes: Buffer): Promise<Left> {
    const dir = join(this.config.dataDir, 'outbox');
    const name = `${reference}.eml`;
    await mkdir(dir, { recursive: true });
    if (!(await stat(join(dir, name)).catch(() => null))) {
      const temporary = join(dir, `.${name}.${process.pid}`);
      const file = await open(temporary, 'w', 0o640);
      await file
        .writeFile(bytes)
        .then(() => file.sync())
        .finally(() => file.close());
      await rename(temporary, join(dir, name));
    }
    return {
      outcome: 'delivered',
      proof: { by: 'file', name: `outbox/${name}`, messageId: this.messageId(reference), bytes: bytes.length },
    };
  }
}
