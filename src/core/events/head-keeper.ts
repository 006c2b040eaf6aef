import { createPrivateKey, createPublicKey, createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from './sealer.js';

export interface SignedHead {
  seq: string;
  head: string;
  at: string;
  key: string;
  signature: string;
}
const EVERY_MS = 10_000;

/** What is signed: the words, then seq, head and time, a line each. */
export function headStatement(head: Pick<SignedHead, 'seq' | 'head' | 'at'>): Buffer {
  return Buffer.from(`lachan-head/1\n${head.seq}\n${head.head}\n${head.at}\n`);
}

/** Keeps signed heads (Ed25519) outside the database, in a file that only grows: a cut tail of the log shows. */
export class HeadKeeper {
  private keptAt = 0;
  private keptSeq = 0n;
  private key?: { private: KeyObject; id: string };
  constructor(private readonly dir: string) {}

  async keep(head: Head, force = false): Promise<SignedHead | undefined> {
    if (head.seq <= this.keptSeq || (!force && Date.now() - this.keptAt < EVERY_MS)) return undefined;
    const key = this.loadKey();
    const plain = { seq: head.seq.toString(), head: head.head.toString('hex'), at: new Date().toISOString() };
    const signed: SignedHead = { ...plain, key: key.id, signature: sign(null, headStatement(plain), key.private).toString('base64') };
    const file = await open(join(this.dir, 'heads.jsonl'), 'a+', 0o640);
    try {
      await file.appendFile(`${(await endsInside(file)) ? '\n' : ''}${JSON.stringify(signed)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    this.keptAt = Date.now();
    this.keptSeq = head.seq;
    return signed;
  }

  private loadKey(): { private: KeyObject; id: string } {
    if (this.key) return this.key;
    mkdirSync(this.dir, { recursive: true });
    const path = join(this.dir, 'head-key.pem');
    if (!existsSync(path)) {
      const made = generateKeyPairSync('ed25519');
      writeFileSync(path, made.privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    }
    const key = createPrivateKey(readFileSync(path));
    const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
    const id = createHash('sha256').update(spki).digest('hex').slice(0, 16);
    writeFileSync(join(this.dir, `public-${id}.pem`), createPublicKey(key).export({ type: 'spki', format: 'pem' }));
    this.key = { private: key, id };
    return this.key;
  }
}

/** Was the last line cut off? What comes next must not be taken for its end. */
async function endsInside(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() !== '\n';
}
