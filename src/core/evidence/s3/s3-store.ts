import { createReadStream } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Problem } from '../../problem/problem.js';
import { refuseOtherNames } from '../hash-name.js';
import { stage, type Staged } from '../stage.js';
import { EvidenceStore, type Expect, type Stored } from '../store.js';
import { S3Client, S3Refusal, type S3Place, type S3Request } from './s3-client.js';
import { spool } from './spool.js';

export interface S3Settings extends S3Place {
  lock: 'GOVERNANCE' | 'COMPLIANCE' | null;
  lockDays: number;
}
const DAY_MS = 86_400_000;
const FRESH_MS = 3_600_000;
const CHECK_SILENCE_MS = 3_000;

/** The store in a bucket of S3 or what speaks like it. Each object is locked as it is put, where the settings say so. */
export class S3Store extends EvidenceStore {
  private readonly client: S3Client;
  constructor(
    private readonly settings: S3Settings,
    private readonly spoolDir: string,
    silenceMs?: number,
    expect?: Expect,
  ) {
    super(expect);
    this.client = new S3Client(settings, silenceMs);
  }

  async put(source: Readable | Buffer): Promise<Stored> {
    const spooled = await spool(this.spoolDir, source);
    const { sha256, bytes } = spooled;
    try {
      await this.expect(sha256);
      const since = await this.putAt(sha256);
      // an older one is put anew: its date tells whoever removes it that somebody is about to name it
      if (!since || Date.now() - since.getTime() > FRESH_MS)
        await this.asked(
          {
            method: 'PUT',
            key: keyOf(sha256),
            body: spooled,
            headers: { 'Content-MD5': spooled.md5, ...(since ? {} : { 'If-None-Match': '*' }), ...this.lockHeaders() },
          },
          [412], // somebody put the same bytes meanwhile
        );
      return { sha256, bytes };
    } finally {
      await spooled.remove();
    }
  }
  stage(source: Readable, most: number): Promise<Staged> {
    return stage(this.spoolDir, source, most);
  }
  async keep(staged: Staged): Promise<void> {
    await this.put(createReadStream(staged.path));
    await staged.remove();
  }
  async open(sha256: string): Promise<Readable> {
    const answer = await this.asked({ method: 'GET', key: keyOf(sha256) }, [404]);
    if (!answer) throw new Problem('missing', { detail: `No evidence has the hash ${sha256}` });
    return answer;
  }
  async has(sha256: string): Promise<boolean> {
    return (await this.putAt(sha256)) !== null;
  }

  /** Under a lock the bucket keeps the bytes, under no name, until the lock ends. */
  async remove(sha256: string, ifBefore: Date): Promise<boolean> {
    const since = await this.putAt(sha256);
    if (since && since > ifBefore) return false;
    if (since) (await this.asked({ method: 'DELETE', key: keyOf(sha256) }, [404]))?.resume();
    return true;
  }

  /** Refuses a bucket that is not there, does not open, or cannot lock what must be locked. */
  async check(): Promise<void> {
    const { bucket, lock } = this.settings;
    const client = new S3Client(this.settings, CHECK_SILENCE_MS); // a start does not wait long
    try {
      (await client.send({ method: 'HEAD', key: '' })).resume();
      if (lock) (await client.send({ method: 'GET', key: '', query: 'object-lock=' })).resume();
    } catch (error) {
      if (!(error instanceof S3Refusal)) throw error;
      const says =
        error.code === 'ObjectLockConfigurationNotFoundError'
          ? 'it was made without Object Lock, which EVIDENCE_S3_LOCK asks for'
          : error.message;
      throw new Error(`Configuration: the bucket ${bucket} of EVIDENCE_S3_ENDPOINT cannot be used: ${says}`, { cause: error });
    }
  }

  /** When it was put last; null: it is not there. */
  private async putAt(sha256: string): Promise<Date | null> {
    const answer = await this.asked({ method: 'HEAD', key: keyOf(sha256) }, [404]);
    answer?.resume();
    return answer && new Date(answer.headers['last-modified'] ?? 0);
  }
  /** The answer; null where one of these refusals came. */
  private async asked(order: S3Request, expected: number[]): Promise<IncomingMessage | null> {
    try {
      const answer = await this.client.send(order);
      if (order.method === 'PUT') answer.resume();
      return answer;
    } catch (error) {
      if (error instanceof S3Refusal && expected.includes(error.status)) return null;
      throw new Problem('busy', { detail: (error as Error).message });
    }
  }
  private lockHeaders(): Record<string, string> {
    const { lock, lockDays } = this.settings;
    if (!lock) return {};
    const until = new Date(Date.now() + lockDays * DAY_MS).toISOString();
    return { 'X-Amz-Object-Lock-Mode': lock, 'X-Amz-Object-Lock-Retain-Until-Date': until };
  }
}

function keyOf(sha256: string): string {
  refuseOtherNames(sha256);
  return `${sha256.slice(0, 2)}/${sha256}`;
}
