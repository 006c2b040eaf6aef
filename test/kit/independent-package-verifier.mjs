// A second reader of evidence packages, by another hand: written from WACZ 1.1.1, WARC 1.1 (ISO 28500), CDXJ, WACZ signing 0.1.0, the ZIP
// application note and docs/decisions/0037 alone. Shares no code with the product and needs nothing but Node.
// node test/kit/independent-package-verifier.mjs FILE [FINGERPRINT…]: one line of JSON, exit code 0 only if the package holds.
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { crc32, inflateRawSync } from 'node:zlib';

const sha = (b) => 'sha256:' + createHash('sha256').update(b).digest('hex');
/** the order of P-256 (SEC 2) */
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
class NotSo extends Error {}
const demand = (yes, says) => {
  if (!yes) throw new NotSo(says);
};
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** APPNOTE 6.3: from the end record to the directory, and each entry by both of its headers. */
function unzip(z) {
  demand(z.length >= 22 && z.readUInt32LE(z.length - 22) === 0x06054b50, 'the last 22 bytes are no end record');
  const e = z.subarray(z.length - 22);
  const [disk, first, here, count] = [4, 6, 8, 10].map((o) => e.readUInt16LE(o));
  const [size, start] = [e.readUInt32LE(12), e.readUInt32LE(16)];
  demand(disk === 0 && first === 0 && here === count && e.readUInt16LE(20) === 0, 'the end record');
  demand(count < 0xffff && start + size === z.length - 22, 'the directory does not end where the end record begins');
  const entries = [];
  let [p, expected] = [start, 0];
  const alike = {};
  while (p < start + size) {
    demand(p + 46 <= start + size && z.readUInt32LE(p) === 0x02014b50, 'the directory');
    const [made, needed, flags, method] = [4, 6, 8, 10].map((o) => z.readUInt16LE(p + o));
    const [dos, crc, packed, plain] = [12, 16, 20, 24].map((o) => z.readUInt32LE(p + o));
    const [n, x, c, dsk, internal] = [28, 30, 32, 34, 36].map((o) => z.readUInt16LE(p + o));
    const [external, offset] = [z.readUInt32LE(p + 38), z.readUInt32LE(p + 42)];
    demand(p + 46 + n + x + c <= start + size, 'the directory');
    const rawName = z.subarray(p + 46, p + 46 + n);
    const name = strict.decode(rawName);
    const extra = z.subarray(p + 46 + n, p + 46 + n + x);
    demand(needed === 20 && flags & 0x800 && !(flags & ~0x808) && c + dsk + internal === 0, `${name}: fields`);
    demand(method === 0, `${name}: not stored`);
    demand(name && !/[\\:\p{Cc}]/u.test(name) && name.split('/').every((s) => s && s !== '.' && s !== '..'), `${name}: unsafe`);
    demand(x === 9 && extra.readUInt32BE(0) === 0x55540500 && extra[4] === 3, `${name}: extra fields`);
    const seconds = extra.readUInt32LE(5);
    const kind = name.startsWith('datapackage') ? 'own' : 'content';
    const says = `${made} ${dos} ${seconds}`;
    demand((alike.all ??= says) === says && (alike[kind] ??= external) === external, `${name}: unlike the others`);
    const [t, d] = [dos & 0xffff, dos >>> 16];
    const local = Date.UTC(1980 + (d >> 9), ((d >> 5) & 15) - 1, d & 31, t >> 11, (t >> 5) & 63, (t & 31) * 2) / 1000;
    const apart = local - Math.floor(seconds / 2) * 2;
    demand(apart % 900 === 0 && Math.abs(apart) <= 50_400, `${name}: two times`);
    // local header
    demand(offset === expected && offset + 30 + n + packed <= start, `${name}: does not lie behind the one before`);
    demand(z.readUInt32LE(offset) === 0x04034b50, `${name}: local header`);
    const follows = flags & 8;
    const want = Buffer.alloc(30 + n);
    want.writeUInt32LE(0x04034b50, 0);
    [needed, flags, method].forEach((v, i) => want.writeUInt16LE(v, 4 + 2 * i));
    [dos, ...(follows ? [0, 0, 0] : [crc, packed, plain])].forEach((v, i) => want.writeUInt32LE(v, 10 + 4 * i));
    want.writeUInt16LE(n, 26);
    rawName.copy(want, 30);
    demand(want.equals(z.subarray(offset, offset + 30 + n)), `${name}: its headers differ`);
    const from = offset + 30 + n;
    const bytes = z.subarray(from, from + packed);
    expected = from + packed;
    if (follows) {
      const told = [0, 4, 8, 12].map((o) => z.readUInt32LE(expected + o));
      demand(String(told) === String([0x08074b50, crc, packed, plain]), `${name}: descriptor`);
      expected += 16;
    }
    demand(packed === plain && crc32(bytes) === crc, `${name}: check sum`);
    entries.push({ name, bytes, seconds, made, external, local });
    p += 46 + n + x;
  }
  demand(entries.length === count && expected === start, 'gaps or a wrong count');
  demand(new Set(entries.map((x) => x.name.normalize().toLowerCase())).size === count, 'a name twice');
  return entries;
}

/** WARC 1.1 in gzip members (RFC 1952), one record each. */
function* warcRecords(file, b) {
  for (let at = 0; at < b.length;) {
    const where = `${file} @${at}`;
    demand(at + 18 <= b.length && b.readUInt32BE(at) === 0x1f8b0800, `${where}: no gzip member`);
    let out, used;
    try {
      const { buffer, engine } = inflateRawSync(b.subarray(at + 10), { info: true });
      [out, used] = [buffer, engine.bytesWritten];
    } catch (error) {
      throw new NotSo(`${where}: ${error.message}`);
    }
    const end = at + 10 + used + 8;
    demand(end <= b.length && b.readUInt32LE(end - 8) === crc32(out) && b.readUInt32LE(end - 4) === out.length % 2 ** 32, `${where}: gzip`);
    const split = out.indexOf('\r\n\r\n');
    const [version, ...lines] = out.subarray(0, split).toString().split('\r\n');
    demand(split > 0 && version === 'WARC/1.1', `${where}: no WARC 1.1`);
    const fields = {};
    for (const line of lines) {
      const [, k, v] = /^([\w-]+):\s*(.*?)\s*$/.exec(line) ?? [];
      demand(k && (!(k.toLowerCase() in fields) || k.toLowerCase() === 'warc-concurrent-to'), `${where}: ${line}`);
      fields[k.toLowerCase()] = v;
    }
    for (const k of ['warc-type', 'warc-record-id', 'warc-date', 'content-length', 'warc-block-digest'])
      demand(fields[k], `${where}: ${k}`);
    const block = out.subarray(split + 4, out.length - 4);
    demand(String(block.length) === fields['content-length'] && out.subarray(-4).toString() === '\r\n\r\n', `${where}: length`);
    demand(fields['warc-block-digest'] === sha(block), `${where}: block digest`);
    const http = /^application\/http/.test(fields['content-type'] ?? '');
    const cut = http ? block.indexOf('\r\n\r\n') : -1;
    if (fields['warc-type'] === 'response') demand(cut > 0 && fields['warc-payload-digest'], `${where}: no answer of HTTP`);
    const payload = fields['warc-payload-digest'];
    if (payload) demand(payload === sha(http ? block.subarray(cut + 4) : block), `${where}: payload digest`);
    yield { at, length: end - at, fields, head: cut > 0 ? block.subarray(0, cut).toString('latin1') : '' };
    at = end;
  }
}

function checkArchive(files) {
  const [records, ids] = [new Map(), new Map()];
  for (const [name, bytes] of files)
    if (/^archive\/.*\.warc\.gz$/.test(name))
      for (const r of warcRecords(name, bytes)) {
        records.set(`${name.slice(8)} ${r.at}`, r);
        demand(!ids.has(r.fields['warc-record-id']), `${name} @${r.at}: record id twice`);
        ids.set(r.fields['warc-record-id'], r);
      }
  demand(records.size > 0, 'nothing is archived');
  const asked = new Set();
  for (const { fields, at } of records.values()) {
    const other = ids.get(fields['warc-concurrent-to']);
    if (!other) continue;
    demand(other.fields['warc-target-uri'] === fields['warc-target-uri'], `@${at}: pair`);
    asked.add(other).add(ids.get(fields['warc-record-id']));
  }
  const indexed = new Set();
  for (const [name, bytes] of files) {
    if (!/^indexes\/.*\.cdxj?$/.test(name)) continue;
    const lines = strict.decode(bytes).split('\n');
    demand(lines.pop() === '', `${name}: last line`);
    demand(
      lines.every((l, i) => i === 0 || Buffer.compare(Buffer.from(lines[i - 1]), Buffer.from(l)) <= 0),
      `${name}: order`,
    );
    for (const line of lines) {
      const [, stamp, json] = /^\S+ (\d{14}) (.*)$/.exec(line) ?? [];
      demand(stamp, `${name}: ${line}`);
      const told = JSON.parse(json);
      const r = records.get(`${told.filename} ${told.offset}`);
      demand(r && r.length === told.length && !indexed.has(r), `${name}: points nowhere: ${line}`);
      demand(told.url === r.fields['warc-target-uri'] && told.digest === r.fields['warc-payload-digest'], `${name}: ${line}`);
      demand(r.fields['warc-date'].replace(/\D/g, '').startsWith(stamp), `${name}: time: ${line}`);
      if (r.fields['warc-type'] === 'response') demand(r.head.split(' ')[1] === String(told.status), `${name}: status: ${line}`);
      indexed.add(r);
    }
  }
  for (const r of records.values())
    if (r.fields['warc-type'] === 'response') demand(indexed.has(r) && asked.has(r), `@${r.at}: not in the index, or nobody asked for it`);
}

function checkPackage(zip, fingerprints) {
  const entries = unzip(zip);
  const files = new Map(entries.map((e) => [e.name, e.bytes]));
  const [manifest, digestFile] = ['datapackage.json', 'datapackage-digest.json'].map((n) => files.get(n));
  demand(manifest && digestFile, 'no manifest or digest');
  const digest = JSON.parse(strict.decode(digestFile));
  demand(JSON.stringify(digest, null, 1) === strict.decode(digestFile), 'the digest is not in its form');
  demand(Object.keys(digest).join() === 'path,hash,signedData' && digest.path === 'datapackage.json', 'the digest');
  demand(digest.hash === sha(manifest), 'the manifest does not fit its digest');
  const s = digest.signedData;
  demand(Object.keys(s).sort().join() === 'created,hash,publicKey,signature,software,version', 'signedData');
  const [key, signature] = [s.publicKey, s.signature].map((text) => Buffer.from(text, 'base64'));
  demand(key.toString('base64') === s.publicKey && signature.toString('base64') === s.signature, 'base64');
  const spki = createPublicKey({ key, format: 'der', type: 'spki' });
  demand(spki.asymmetricKeyDetails?.namedCurve === 'prime256v1', 'the key is not on P-256');
  const good = verifySignature('sha256', Buffer.from(s.hash), { key: spki, dsaEncoding: 'ieee-p1363' }, signature);
  const m = JSON.parse(strict.decode(manifest));
  demand(good && s.hash === digest.hash && s.version === '0.1.0', 'the signature');
  demand(s.created === m.created && s.software === m.software, 'the signature is dated otherwise');
  const fingerprint = sha(key).slice(7);
  demand(fingerprints.length === 0 || fingerprints.includes(fingerprint), 'a stranger’s key');
  demand(m.profile === 'data-package' && m.wacz_version === '1.1.1', 'no WACZ 1.1.1');
  const order = [...m.resources.map((r) => r.path), 'datapackage.json', 'datapackage-digest.json'];
  demand(order.join('\n') === entries.map((e) => e.name).join('\n'), 'other files than the manifest lists, or in another order');
  for (const { path, hash, bytes } of m.resources)
    demand(sha(files.get(path)) === hash && files.get(path).length === bytes, `${path} does not fit its hash`);
  demand(
    entries.every((e) => e.seconds === Math.floor(Date.parse(m.created) / 1000)),
    'times',
  );
  const form = Number(/^Lá Chắn capture (\d+)$/.exec(m.software)?.[1] ?? Infinity);
  if (form > 1)
    demand(
      entries.every((e) => e.made === 0x033f && e.external === 0x81a40000),
      'written by another hand',
    );
  if (form > 2) {
    demand(
      entries.every((e) => e.local === e.seconds - (e.seconds % 2)),
      'in the time of a zone',
    );
    demand(BigInt(`0x${signature.toString('hex', 32)}`) <= N / 2n, 'the other signature of two that fit');
  }
  checkArchive(files);
  const [head, ...pages] = strict
    .decode(files.get('pages/pages.jsonl'))
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));
  demand(head.format === 'json-pages-1.0' && pages.every((p) => p.url && !Number.isNaN(Date.parse(p.ts))), 'pages');
  demand(
    pages.some((p) => p.url === m.mainPageUrl),
    'the main page',
  );
  return fingerprint;
}

export function verifyIndependently(zip, fingerprints = []) {
  try {
    return { holds: true, fingerprint: checkPackage(zip, fingerprints) };
  } catch (error) {
    return { holds: false, says: error.message };
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [file, ...fingerprints] = process.argv.slice(2);
  const told = verifyIndependently(readFileSync(file), fingerprints);
  console.log(JSON.stringify(told));
  process.exitCode = told.holds ? 0 : 1;
}
