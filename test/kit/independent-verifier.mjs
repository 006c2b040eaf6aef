// A second verifier of the log, written from docs/event-format.md alone; it shares no code with the program.
// node test/kit/independent-verifier.mjs DATABASE_URL HEADS_FOLDER: one line of JSON, exit code 0 only if the log holds.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const FRAME = ['format', 'id', 'type', 'v', 'recordedAt', 'officeAt'];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const hash = (bytes) => createHash('sha256').update(bytes).digest();

/** Writes a value canonically; throws where the narrowed scheme has no form for it. */
export function write(value) {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isSafeInteger(value)) throw new Error('a number that is not whole or too great');
      return Object.is(value, -0) ? '0' : String(value);
    case 'string':
      return quote(value);
    default:
  }
  if (Array.isArray(value)) return '[' + value.map(write).join(',') + ']';
  return (
    '{' +
    Object.keys(value)
      .sort(byUnits)
      .map((name) => quote(name) + ':' + write(value[name]))
      .join(',') +
    '}'
  );
}
function byUnits(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) return a.charCodeAt(i) - b.charCodeAt(i);
  return a.length - b.length;
}
const SHORT = { 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 34: '\\"', 92: '\\\\' };
function quote(text) {
  let out = '"';
  for (const character of text) {
    const code = character.codePointAt(0);
    if (code >= 0xd800 && code <= 0xdfff) throw new Error('a lone surrogate');
    out += SHORT[code] ?? (code < 32 ? '\\u' + code.toString(16).padStart(4, '0') : character);
  }
  return out + '"';
}

function readPart(bytes, part) {
  const value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  if (!Buffer.from(write(value), 'utf8').equals(bytes)) throw new Error('it is not canonical');
  if (value.format !== 'lachan-event/1' || value.part !== part) throw new Error('it is of another format');
  if (
    [value.recordedAt, value.officeAt].some((at) => !TIME.test(at) || new Date(at).toISOString() !== at) ||
    !/^[\w-]{22}$/.test(value.nonce)
  )
    throw new Error('its frame is broken');
  return value;
}

function faultOfHead(head, folder) {
  const file = join(folder, `public-${head.key}.pem`);
  if (!/^[0-9a-f]{16}$/.test(head.key) || !existsSync(file)) return 'a signed head names a key that is not there';
  const key = createPublicKey(readFileSync(file));
  if (
    !hash(key.export({ type: 'spki', format: 'der' }))
      .toString('hex')
      .startsWith(head.key)
  )
    return 'a key does not bear its name';
  const statement = ['lachan-head/1', head.seq, head.head, head.at].map((line) => line + '\n').join('');
  return verify(null, Buffer.from(statement), key, Buffer.from(head.signature, 'base64')) ? null : 'a signature is not valid';
}

function faultOfRow(row) {
  try {
    const open = readPart(row.public_part, 'public');
    const office = readPart(row.office_part, 'office');
    if (FRAME.some((name) => open[name] !== office[name])) return 'its parts tell of different events';
    if (open.id !== row.event_id || open.id !== row.id || open.type !== row.type) return 'its row tells of another event';
    if (open.nonce === office.nonce) return 'its parts share a nonce';
    return null;
  } catch (error) {
    return error.message;
  }
}

/** `seals`: rows of core.seals joined with core.events, in order of seq; `unsealed`: the number of events without a seal that cannot be waiting for it. */
export function check({ seals, heads, folder, unsealed }) {
  const wrong = (seq, says) => ({ holds: false, seq: seq === null ? null : Number(seq), says });
  for (const head of heads) {
    const fault = faultOfHead(head, folder);
    if (fault) return wrong(head.seq, fault);
  }
  let last = 0n;
  let [misdated, latest] = [0, -Infinity];
  let chain = Buffer.alloc(32);
  for (const row of seals) {
    const seq = BigInt(row.seq);
    if (seq !== last + 1n) return wrong(seq, 'a number is missing or comes twice');
    if (!row.public_part || !row.office_part) return wrong(seq, 'the event is not there');
    const fault = faultOfRow(row);
    if (fault) return wrong(seq, fault);
    const digest = hash(Buffer.concat([hash(row.public_part), hash(row.office_part)]));
    if (!digest.equals(row.digest)) return wrong(seq, 'the digest differs');
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(seq);
    chain = hash(Buffer.concat([number, chain, digest]));
    if (!chain.equals(row.head)) return wrong(seq, 'the head differs');
    if (heads.some((head) => BigInt(head.seq) === seq && head.head !== chain.toString('hex'))) return wrong(seq, 'a signed head differs');
    last = seq;
    const at = Date.parse(JSON.parse(row.public_part.toString()).recordedAt);
    const next = heads
      .filter((head) => BigInt(head.seq) >= seq)
      .sort((a, b) => Number(BigInt(a.seq) - BigInt(b.seq)) || Date.parse(a.at) - Date.parse(b.at))[0];
    const ahead = next && at > Date.parse(next.at) + 60_000;
    if (ahead || at < latest - 600_000) misdated += 1;
    if (!ahead) latest = Math.max(latest, at);
  }
  if (heads.some((head) => BigInt(head.seq) > last)) return wrong(last + 1n, 'the tail was cut');
  if (unsealed > 0) return wrong(null, 'an event stands without a seal');
  if (heads.length === 0 && last > 0n) return wrong(null, `no signed head lies in ${folder}`);
  const provedTo = heads.reduce((most, head) => Math.max(most, Number(head.seq)), 0);
  return { holds: true, sealedTo: Number(last), provedTo, heads: heads.length, misdated };
}

async function main(url, folder) {
  const file = join(folder, 'heads.jsonl');
  const heads = existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('}')) // another was cut off and holds no head
        .map((line) => JSON.parse(line))
    : [];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const seals = (
    await client.query(
      'SELECT s.seq, s.event_id, s.digest, s.head, e.id, e.type, e.public_part, e.office_part FROM core.seals s LEFT JOIN core.events e ON e.id = s.event_id ORDER BY s.seq',
    )
  ).rows;
  const loose = (
    await client.query(
      'SELECT id AS event_id, id, type, public_part, office_part FROM core.events WHERE id NOT IN (SELECT event_id FROM core.seals)',
    )
  ).rows;
  const listed = new Set((await client.query('SELECT event_id FROM core.unsealed')).rows.map((row) => row.event_id));
  await client.end();
  const mayWait = (row) =>
    listed.has(row.id) &&
    faultOfRow(row) === null &&
    Math.abs(Date.parse(JSON.parse(row.public_part.toString()).recordedAt) - Date.now()) < 60_000;
  const slipped = loose.filter((row) => !mayWait(row));
  return check({ seals, heads, folder, unsealed: slipped.length });
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.length < 4) {
    console.error('Say which log and which heads: independent-verifier.mjs DATABASE_URL HEADS_FOLDER');
    process.exit(2);
  }
  const verdict = await main(process.argv[2], process.argv[3]);
  console.log(JSON.stringify(verdict));
  process.exitCode = verdict.holds ? 0 : 1;
}
