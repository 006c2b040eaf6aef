import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import '../../src/classify/events.js';
import { canonical } from '../../src/core/events/canonical.js';
import { HeadKeeper, headStatement, type SignedHead } from '../../src/core/events/head-keeper.js';
import { digestOf, FORMAT, GENESIS, headOf, partsOf } from '../../src/core/events/seal.js';
import { ChainVerifier } from '../../src/core/events/verify.js';
import { verifyLog } from '../../src/core/events/verify-log.js';
import { layGround, type Ground } from '../kit/ground.js';
import { TAMPERINGS } from '../kit/tampering.js';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCUMENT = readFileSync(join(ROOT, 'docs', 'event-format.md'), 'utf8');
const VERIFIER = join(ROOT, 'test', 'kit', 'independent-verifier.mjs');
const block = (name: string): string => new RegExp('```\\w+ ' + name.replaceAll('.', '\\.') + '\\n([\\s\\S]*?)\\n```').exec(DOCUMENT)![1];
const after = (name: string, what: string): string =>
  new RegExp('```json ' + name + '\\n[\\s\\S]*?\\n```\\n[\\s\\S]*?' + what + ' `([0-9a-f]{64})`').exec(DOCUMENT)![1];
const example = (n: number) => {
  const [open, office] = block(`event ${n}`).split('\n');
  return { open, office, digest: after(`event ${n}`, 'digest'), head: after(`event ${n}`, 'head') };
};
const FRAME = ['format', 'part', 'id', 'type', 'v', 'recordedAt', 'officeAt', 'nonce'];

describe('the worked examples of docs/event-format.md', () => {
  test('are what the program writes, to the byte, for the same event', () => {
    for (const n of [1, 2]) {
      const { open, office } = example(n);
      const [said, kept] = [open, office].map((part) => JSON.parse(part) as Record<string, never>);
      const own = Object.fromEntries(Object.entries(said).filter(([name]) => !FRAME.includes(name)));
      const event = { type: said.type, v: said.v, public: own, office: kept.data, actor: kept.actor, subject: kept.subject };
      const parts = partsOf(event as never, { recordedAt: new Date(said.recordedAt), officeAt: new Date(said.officeAt) }, said.id, [
        said.nonce,
        kept.nonce,
      ]);
      expect([said.format, parts.publicPart.toString(), parts.officePart.toString()]).toEqual([FORMAT, open, office]);
    }
  });
  test('have the digests and heads that the program computes', () => {
    let head: Buffer = GENESIS;
    for (const n of [1, 2]) {
      const { open, office, ...told } = example(n);
      const digest = digestOf(Buffer.from(open), Buffer.from(office));
      head = headOf(BigInt(n), head, digest);
      expect({ digest: digest.toString('hex'), head: head.toString('hex') }).toEqual(told);
    }
  });
  test('bear a signed head that the program accepts', () => {
    const head = JSON.parse(block('heads.jsonl')) as SignedHead;
    const key = createPublicKey(block('public-06e3fd8fda29bb60.pem'));
    expect(head.head).toBe(example(2).head);
    expect(headStatement(head).toString()).toBe(`lachan-head/1\n2\n${head.head}\n${head.at}\n`);
    expect(verify(null, headStatement(head), key, Buffer.from(head.signature, 'base64'))).toBe(true);
    expect(
      createHash('sha256')
        .update(key.export({ type: 'spki', format: 'der' }))
        .digest('hex')
        .slice(0, 16),
    ).toBe(head.key);
  });
  test('give the canonical form of every line of the table', () => {
    const table = JSON.parse(block('canonical')) as [string, string][];
    expect(table.map(([said]) => canonical(JSON.parse(said)))).toEqual(table.map(([, written]) => written));
  });
  test('let one event be proved by its public part, the hash of the other, and the digests up to the signed head', () => {
    const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const [first, second] = [example(1), example(2)];
    const digest = sha(sha(Buffer.from(first.open)), sha(Buffer.from(first.office)));
    const chained = headOf(2n, headOf(1n, GENESIS, digest), Buffer.from(second.digest, 'hex'));
    expect(chained.toString('hex')).toBe((JSON.parse(block('heads.jsonl')) as SignedHead).head);
  });
});

test('a signed head is kept in the form that the document gives, by a key that is made once', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-heads-'));
  const head = { seq: 2n, head: Buffer.from(example(2).head, 'hex') };
  await new HeadKeeper(dir).keep(head, true);
  await new HeadKeeper(dir).keep({ ...head, seq: 3n }, true);
  const lines = readFileSync(join(dir, 'heads.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SignedHead);
  expect(lines.map((line) => Object.keys(line))).toEqual([1, 2].map(() => Object.keys(JSON.parse(block('heads.jsonl')) as object)));
  expect(lines[0].key).toBe(lines[1].key);
  const key = createPublicKey(createPrivateKey(readFileSync(join(dir, 'head-key.pem'))));
  for (const line of lines)
    expect(
      verify(null, Buffer.from(`lachan-head/1\n${line.seq}\n${line.head}\n${line.at}\n`), key, Buffer.from(line.signature, 'base64')),
    ).toBe(true);
  rmSync(dir, { recursive: true });
});

test('bytes that are no UTF-8 are not canonical, even where their seal fits them', () => {
  const parts = partsOf({ type: 'claim.retired', v: 1, public: { topic: 'x' }, office: { claimId: 'c' } } as never, {
    recordedAt: new Date(),
    officeAt: new Date(),
  });
  const broken = Buffer.from(parts.publicPart.toString('latin1').replace('"topic":"x"', '"topic":"\xff"'), 'latin1');
  const digest = digestOf(broken, parts.officePart);
  const verifier = new ChainVerifier([], () => undefined);
  verifier.take({
    seq: 1n,
    eventId: parts.id,
    rowId: parts.id,
    type: 'claim.retired',
    publicPart: broken,
    officePart: parts.officePart,
    digest,
    head: headOf(1n, GENESIS, digest),
  });
  expect(verifier.end()).toMatchObject({ holds: false, seq: 1n });
});

describe('the independent verifier', () => {
  let ground: Ground;
  let heads: string;
  beforeEach(async () => {
    ground = await layGround();
    heads = mkdtempSync(join(tmpdir(), 'lachan-heads-'));
    for (let n = 0; n < 12; n++)
      await ground.db.tx((tx) =>
        ground.log.append(tx, {
          type: 'claim.retired',
          v: 1,
          public: { topic: `chu-de-${n}` },
          office: { claimId: `c${n}` },
          actor: null,
          subject: `c${n}`,
        }),
      );
    const { last } = await ground.sealer.seal();
    await new HeadKeeper(heads).keep(last, true);
  }, 30_000);
  afterEach(async () => {
    await ground.close();
    rmSync(heads, { recursive: true });
  });

  const independent = () => {
    const { stdout, status } = spawnSync(process.execPath, [VERIFIER, ground.database.urls.reader, heads], { encoding: 'utf8' });
    return { ...(JSON.parse(stdout) as { holds: boolean; seq?: number | null; sealedTo?: number }), status };
  };
  const own = async () => {
    const verdict = await verifyLog(ground.database.urls.reader, heads);
    return verdict.holds
      ? { holds: true, sealedTo: Number(verdict.sealedTo), status: 0 }
      : { holds: false, seq: verdict.seq === null ? null : Number(verdict.seq), status: 1 };
  };

  test('shares no code with the program', () => {
    expect([...readFileSync(VERIFIER, 'utf8').matchAll(/from '([^']+)'/g)].map((m) => m[1])).toEqual([
      'node:crypto',
      'node:fs',
      'node:path',
      'pg',
    ]);
  });
  test('holds a log that nobody touched, to the same event', async () => {
    expect(independent()).toMatchObject({ holds: true, sealedTo: 12, provedTo: 12, heads: 1, status: 0 });
    expect(await own()).toMatchObject({ holds: true, sealedTo: 12 });
  });
  test.each(TAMPERINGS)('agrees with the program: $title', async ({ act, seq }) => {
    await act((sql, values) => ground.database.owner(sql, values), heads);
    expect(independent()).toMatchObject({ holds: false, seq, status: 1 });
    expect(await own()).toMatchObject({ holds: false, seq });
  });
  test('refuses a head whose key was exchanged for another', async () => {
    const other = mkdtempSync(join(tmpdir(), 'lachan-heads-'));
    await new HeadKeeper(other).keep({ seq: 12n, head: Buffer.alloc(32) }, true);
    const [line] = readFileSync(join(heads, 'heads.jsonl'), 'utf8').split('\n');
    const foreign = readFileSync(join(other, 'head-key.pem'));
    writeFileSync(
      join(heads, `public-${(JSON.parse(line) as SignedHead).key}.pem`),
      createPublicKey(createPrivateKey(foreign)).export({ type: 'spki', format: 'pem' }),
    );
    rmSync(other, { recursive: true });
    expect(independent()).toMatchObject({ holds: false, seq: 12 });
    expect(await own()).toMatchObject({ holds: false, seq: 12 });
  });
});
