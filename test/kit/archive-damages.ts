import { createHash, type KeyObject } from 'node:crypto';
import { gzipSync, inflateRawSync } from 'node:zlib';
import { partsOf, zipOf, type Part } from './plain-zip.js';
import { signedBy } from './sample-package.js';

const [ARCHIVE, INDEX, PAGES] = ['archive/data.warc.gz', 'indexes/index.cdxj', 'pages/pages.jsonl'];
const sha256 = (bytes: Uint8Array): string => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const named = (parts: Part[], name: string): Part => parts.find((part) => part.name === name)!;

/** What lies in a package, as it is changed: unpacked records, and texts by lines. */
interface Inside {
  /** 0 tells of the software; then an answer and its request each, the last a request without an answer */
  records: Buffer[];
  index: string[];
  pages: string[];
  /** whatever is to be done to the packed records */
  packed?(members: Buffer[]): Buffer[];
}
type Change = (inside: Inside) => void;

function membersOf(archive: Buffer): { at: number; record: Buffer }[] {
  const found: { at: number; record: Buffer }[] = [];
  for (let at = 0; at < archive.length;) {
    const { buffer, engine } = inflateRawSync(archive.subarray(at + 10), { info: true } as never) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    found.push({ at, record: buffer });
    at += 10 + engine.bytesWritten + 8;
  }
  return found;
}
const linesOf = (part: Part): string[] => part.content.toString().split('\n').slice(0, -1);
const asText = (lines: string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''));
type Told = Record<string, string | number>;
const retold = (line: string, change: (told: Told) => void): string => {
  const at = line.indexOf('{');
  const told = JSON.parse(line.slice(at)) as Told;
  change(told);
  return line.slice(0, at) + JSON.stringify(told);
};

/** Changes what is inside and seals it anew with the key of the office: places in the index, hashes, list and signature fit. */
export function resealed(bytes: Buffer, key: KeyObject, change: Change): Buffer {
  const parts = partsOf(bytes);
  const before = membersOf(named(parts, ARCHIVE).content);
  const inside: Inside = {
    records: before.map(({ record }) => record),
    index: linesOf(named(parts, INDEX)).map((line) =>
      retold(line, (told) => (told.record = before.findIndex(({ at }) => at === told.offset))),
    ),
    pages: linesOf(named(parts, PAGES)),
  };
  change(inside);
  const members = inside.records.map((record) => gzipSync(record));
  const starts = members.map((_, i) => members.slice(0, i).reduce((n, { length }) => n + length, 0));
  named(parts, ARCHIVE).content = Buffer.concat(inside.packed?.(members) ?? members);
  named(parts, PAGES).content = asText(inside.pages);
  named(parts, INDEX).content = asText(
    inside.index.map((line) =>
      line.includes('"record"')
        ? retold(line, (told) => {
            Object.assign(told, { offset: starts[told.record as number], length: members[told.record as number].length });
            delete told.record;
          })
        : line,
    ),
  );
  return sealedAnew(parts, key);
}
function sealedAnew(parts: Part[], key: KeyObject): Buffer {
  const [manifest, digest] = ['datapackage.json', 'datapackage-digest.json'].map((name) => named(parts, name));
  const list = JSON.parse(manifest.content.toString()) as { resources: { path: string }[] };
  for (const resource of list.resources) {
    const { content } = named(parts, resource.path);
    Object.assign(resource, { hash: sha256(content), bytes: content.length });
  }
  manifest.content = Buffer.from(JSON.stringify(list, null, 1));
  const seal = JSON.parse(digest.content.toString()) as { hash: string; signedData: object };
  seal.hash = sha256(manifest.content);
  Object.assign(seal.signedData, { hash: seal.hash, ...signedBy(key, seal.hash) });
  digest.content = Buffer.from(JSON.stringify(seal, null, 1));
  return zipOf(parts);
}

/** The record with its head changed, and its length and the digest of its block made to fit. */
const refitted = (record: Buffer, change: (block: Buffer) => Buffer): Buffer => {
  const split = record.indexOf('\r\n\r\n') + 4;
  const block = change(record.subarray(split, -4));
  const head = record
    .toString('latin1', 0, split)
    .replace(/(WARC-Block-Digest: )\S+/, `$1${sha256(block)}`)
    .replace(/(Content-Length: )\d+/, `$1${block.length}`);
  return Buffer.concat([Buffer.from(head, 'latin1'), block, record.subarray(-4)]);
};
const headed =
  (number: number, from: RegExp, to: string): Change =>
  ({ records }) => {
    const text = records[number].toString('latin1');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`nothing in record ${number} is ${from}`);
    records[number] = Buffer.from(changed, 'latin1');
  };
const indexed =
  (change: (told: Told) => void): Change =>
  ({ index }) => {
    index[1] = retold(index[1], change);
  };
const ZEROS = '0'.repeat(64);

/** What may be wrong in a package that was sealed so, by its office's own key: only the rules of the archive can tell, by this code. */
export const ARCHIVE_DAMAGES: [what: string, code: string, change: Change][] = [
  ['a record bears the digest of another block', 'block-digest', headed(3, /(WARC-Block-Digest: sha256:)\w+/, `$1${ZEROS}`)],
  ['an answer bears the digest of another body', 'payload-digest', headed(3, /(WARC-Payload-Digest: sha256:)\w+/, `$1${ZEROS}`)],
  [
    'the body of an answer is another',
    'payload-digest',
    ({ records }) =>
      (records[3] = refitted(records[3], (block) => Buffer.from(block.toString('latin1').replace('article', 'Article'), 'latin1'))),
  ],
  ['a record bears no digest', 'no-digest', headed(4, /WARC-Block-Digest: \S+\r\n/, '')],
  ['an answer bears no digest of its body', 'no-digest', headed(3, /WARC-Payload-Digest: \S+\r\n/, '')],
  ['a record says that it is shorter', 'record-length', headed(4, /Content-Length: \d+/, 'Content-Length: 7')],
  ['a record says that it is longer', 'record-length', headed(4, /Content-Length: (\d+)/, 'Content-Length: 9$1')],
  [
    'two records are packed as one',
    'record-length',
    (inside) => {
      inside.records[8] = Buffer.concat([inside.records[8], inside.records[9]]);
      inside.records.pop();
    },
  ],
  ['a record is of another version', 'record-head', headed(4, /^WARC\/1\.1/, 'WARC/1.0')],
  ['a record has a field twice', 'record-head', headed(4, /\r\n/, '\r\nWARC-Type: request\r\n')],
  [
    'an answer has no status of HTTP',
    'http-head',
    ({ records }) =>
      (records[3] = refitted(records[3], (block) =>
        Buffer.from(block.toString('latin1').replace('HTTP/1.1 200', 'HTTP/1.1 OK'), 'latin1'),
      )),
  ],
  [
    'a packed record is cut off',
    'member',
    (inside) => (inside.packed = (members) => [...members.slice(0, -1), members.at(-1)!.subarray(0, -3)]),
  ],
  [
    'a packed record bears another check sum',
    'member',
    (inside) =>
      (inside.packed = (members) => {
        members.at(-1)![members.at(-1)!.length - 8] ^= 1;
        return members;
      }),
  ],
  ['nothing is recorded', 'empty', (inside) => Object.assign(inside, { records: [], index: [] })],
  [
    'two records bear one name',
    'same-id',
    ({ records }) => {
      const [id] = /<urn:uuid:[^>]+>/.exec(records[4].toString('latin1').replace(/WARC-Concurrent-To: \S+/, ''))!;
      headed(6, /(WARC-Record-ID: )<[^>]+>/, `$1${id}`)({ records, index: [], pages: [] });
    },
  ],
  ['nobody asked for an answer', 'pair', headed(4, /WARC-Concurrent-To: \S+\r\n/, '')],
  ['an answer is about another address than its request', 'pair', headed(4, /(WARC-Target-URI: \S+)/, '$1-x')],
  [
    'a line of the index points elsewhere',
    'index-place',
    ({ index }) => (index[1] = retold(index[1], (told) => Object.assign(told, { record: 3 }))),
  ],
  ['two lines of the index point at one record', 'index-place', ({ index }) => index.push(index.at(-1)!)],
  ['a line of the index tells another status', 'index-says', indexed((told) => (told.status = '404'))],
  ['a line of the index tells another address', 'index-says', indexed((told) => (told.url = `${told.url}-x`))],
  ['a line of the index tells another digest', 'index-says', indexed((told) => (told.digest = `sha256:${ZEROS}`))],
  ['a line of the index tells another time', 'index-says', ({ index }) => (index[3] = index[3].replace(/ 2026/, ' 2027'))],
  ['an answer is not in the index', 'not-indexed', ({ index }) => index.splice(1, 1)],
  ['the index is in another order', 'index-line', ({ index }) => index.reverse()],
  ['a line of the index is none', 'index-line', ({ index }) => index.push('zzz')],
  ['the list of pages has no head', 'page-line', ({ pages }) => pages.shift()],
  ['a page bears no time', 'page-line', ({ pages }) => (pages[1] = retold(pages[1], (told) => (told.ts = 'hôm nay')))],
  [
    'the captured page is not among the pages',
    'main-page',
    ({ pages }) => (pages[1] = retold(pages[1], (told) => (told.url = `${told.url}-x`))),
  ],
];
