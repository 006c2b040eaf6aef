import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Line {
  head: string;
  office: string;
  public: Record<string, unknown>;
  seq: number;
}
const FILE = '000001.jsonl';
const hash = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([k, v]) => [k, sorted(v)]),
      )
    : value;
const read = (dir: string): Line[] =>
  readFileSync(join(dir, FILE), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
const write = (dir: string, lines: Line[]): void =>
  writeFileSync(join(dir, FILE), lines.map((line) => `${JSON.stringify(sorted(line))}\n`).join(''));
const lines = (dir: string, change: (all: Line[]) => Line[]): void => write(dir, change(read(dir)));

/** Heads of the chain as it would be, had what it says now been true. */
function recomputed(all: Line[]): Line[] {
  let head: Buffer = Buffer.alloc(32);
  return all.map((line, i) => {
    const seq = Buffer.alloc(8);
    seq.writeBigUInt64BE(BigInt(i + 1));
    head = hash(seq, head, hash(hash(Buffer.from(JSON.stringify(sorted(line.public)))), Buffer.from(line.office, 'hex')));
    return { ...line, seq: i + 1, head: head.toString('hex') };
  });
}
const edited = (all: Line[], n: number): Line[] => all.map((l, i) => (i === n ? { ...l, public: { ...l.public, type: 'case.fell' } } : l));

/** An office that lies signs its new chain with a new key, or with its own. */
function signedAnew(dir: string, all: Line[]): void {
  const made = generateKeyPairSync('ed25519');
  const spki = made.publicKey.export({ type: 'spki', format: 'der' });
  const key = hash(spki).toString('hex').slice(0, 16);
  const last = all.at(-1)!;
  const head = { seq: String(last.seq), head: last.head, at: new Date().toISOString() };
  const statement = Buffer.from(`lachan-head/1\n${head.seq}\n${head.head}\n${head.at}\n`);
  const signature = sign(null, statement, createPrivateKey(made.privateKey.export({ type: 'pkcs8', format: 'pem' }))).toString('base64');
  writeFileSync(join(dir, `public-${key}.pem`), made.publicKey.export({ type: 'spki', format: 'pem' }));
  writeFileSync(join(dir, 'heads.jsonl'), `${JSON.stringify({ ...head, key, signature })}\n`);
  write(dir, all);
}

export const TAMPERINGS: { title: string; says: RegExp; act: (dir: string) => void }[] = [
  { title: 'an event was edited', says: /^event 5 was changed/, act: (dir) => lines(dir, (all) => edited(all, 4)) },
  {
    title: 'the hash of an office part was edited',
    says: /^event 7 was changed/,
    act: (dir) => lines(dir, (all) => all.map((l, i) => (i === 6 ? { ...l, office: 'a'.repeat(64) } : l))),
  },
  { title: 'an event was deleted', says: /after event 3 comes 5/, act: (dir) => lines(dir, (all) => all.filter((l) => l.seq !== 4)) },
  {
    title: 'an event was deleted and the rest numbered anew',
    says: /^event 4 was changed/,
    act: (dir) => lines(dir, (all) => all.filter((l) => l.seq !== 4).map((l, i) => ({ ...l, seq: i + 1 }))),
  },
  {
    title: 'two events changed places',
    says: /after event 1 comes 3/,
    act: (dir) => lines(dir, ([a, b, c, ...rest]) => [a, c, b, ...rest]),
  },
  { title: 'the tail was cut', says: /tail was cut/, act: (dir) => lines(dir, (all) => all.slice(0, -3)) },
  {
    title: 'the tail was cut with its heads',
    says: /tail was cut/,
    act: (dir) => {
      lines(dir, (all) => all.slice(0, -3));
      writeFileSync(join(dir, 'heads.jsonl'), '');
    },
  },
  {
    title: 'events were added without a signed head',
    says: /no signed head names an event after/,
    act: (dir) => lines(dir, (all) => recomputed([...all, all[0]])),
  },
  { title: 'the chain was recomputed', says: /recomputed/, act: (dir) => lines(dir, (all) => recomputed(edited(all, 2))) },
  {
    title: 'the chain was recomputed and signed with another key',
    says: /recomputed|differ/,
    act: (dir) => signedAnew(dir, recomputed(edited(read(dir), 2))),
  },
  {
    title: 'a line is not in canonical form',
    says: /no event in canonical form/,
    act: (dir) => {
      const text = readFileSync(join(dir, FILE), 'utf8');
      writeFileSync(join(dir, FILE), text.replace('"seq":1}', '"seq": 1}'));
    },
  },
  {
    title: 'a signed head was altered',
    says: /valid signature/,
    act: (dir) => {
      const file = join(dir, 'heads.jsonl');
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(/"at":"20(\d)/, (_, c: string) => `"at":"20${c === '2' ? '3' : '2'}`),
      );
    },
  },
];
