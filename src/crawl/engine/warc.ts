import { createHash, randomUUID } from 'node:crypto';
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';
import { getSurt, postToGetUrl } from 'warcio';
import { valueOf, type Exchange } from './exchange.js';
import { BYTES } from './media-types.js';

export interface Indexed {
  key: string;
  /** where it is not GET, and what was sent, as a query */
  method?: string;
  requestBody?: string;
  url: string;
  date: string;
  mime: string;
  status: number;
  digest: string;
  offset: number;
  length: number;
}
type Block = (Buffer | string)[]; // buffers, and paths of files

/** Writes WARC/1.1 records (ISO 28500), each a gzip member of its own. */
export class WarcWriter {
  private offset = 0;
  readonly index: Indexed[] = [];
  private constructor(private readonly out: FileHandle) {}
  static async open(path: string): Promise<WarcWriter> {
    return new WarcWriter(await open(path, 'w'));
  }

  async info(fields: Record<string, string>): Promise<void> {
    await this.write(
      'warcinfo',
      [['Content-Type', 'application/warc-fields']],
      [
        Buffer.from(
          Object.entries(fields)
            .map(([k, v]) => `${k}: ${v}\r\n`)
            .join(''),
        ),
      ],
      new Date().toISOString(),
    );
  }

  /** A request and, where an answer came, the response that belongs to it. */
  async exchange(e: Exchange): Promise<void> {
    const id = `<urn:uuid:${randomUUID()}>`;
    const { pathname, search } = new URL(e.url);
    const address: [string, string][] = e.ip ? [['WARC-IP-Address', e.ip]] : [];
    if (e.status !== null && e.body) {
      const head = Buffer.from(
        `HTTP/${e.httpVersion} ${e.status} ${e.statusText}\r\n${lines(e.responseHeaders.map((h, i, all) => (i % 2 === 0 && /^transfer-encoding$/i.test(h) ? `X-Archive-Orig-${h}` : all[i])))}\r\n`,
        'latin1',
      );
      const mime = valueOf(e.responseHeaders, 'content-type').split(';')[0].trim() || 'application/octet-stream';
      const digest = `sha256:${e.sha256}`;
      const cut: [string, string][] = e.fault?.kind === 'cut' ? [['WARC-Truncated', 'length']] : [];
      const at = await this.write(
        'response',
        [
          ['WARC-Target-URI', e.url],
          ['WARC-Record-ID', id],
          ['Content-Type', 'application/http; msgtype=response'],
          ['WARC-Payload-Digest', digest],
          ...address,
          ...cut,
        ],
        [head, e.body],
        e.startedAt,
      );
      this.index.push({ ...keyOf(e), url: e.url, date: e.startedAt, mime, status: e.status, digest, ...at });
    }
    if (e.status === null && e.body)
      await this.write(
        'resource', // bytes that are no answer by the rules of HTTP
        [
          ['WARC-Target-URI', e.url],
          ['WARC-Record-ID', id],
          ['Content-Type', BYTES],
          ['WARC-Payload-Digest', `sha256:${e.sha256}`],
          ...address,
        ],
        [e.body],
        e.startedAt,
      );
    await this.write(
      'request',
      [['WARC-Target-URI', e.url], ['WARC-Concurrent-To', id], ['Content-Type', 'application/http; msgtype=request'], ...address],
      [
        Buffer.from(`${e.method} ${pathname}${search} HTTP/1.1\r\n${lines(e.requestHeaders)}\r\n`, 'latin1'),
        ...(e.requestBody ? [e.requestBody] : []),
      ],
      e.startedAt,
    );
  }

  close(): Promise<void> {
    return this.out.close();
  }

  private async write(type: string, headers: [string, string][], block: Block, date: string): Promise<{ offset: number; length: number }> {
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of chunks(block)) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    const own = headers.some(([name]) => name === 'WARC-Record-ID') ? [] : [['WARC-Record-ID', `<urn:uuid:${randomUUID()}>`]];
    const all = [
      ['WARC-Type', type],
      ...own,
      ['WARC-Date', date],
      ...headers,
      ['WARC-Block-Digest', `sha256:${hash.digest('hex')}`],
      ['Content-Length', String(bytes)],
    ];
    const head = Buffer.from(`WARC/1.1\r\n${all.map(([k, v]) => `${k}: ${v}\r\n`).join('')}\r\n`);
    const began = this.offset;
    const record = pipeline(chunks([head, ...block, Buffer.from('\r\n\r\n')]), createGzip(), () => undefined); // a fault ends the loop below
    for await (const chunk of record as AsyncIterable<Buffer>) {
      this.offset += chunk.length;
      await this.out.appendFile(chunk);
    }
    return { offset: began, length: this.offset - began };
  }
}

async function* chunks(block: Block): AsyncGenerator<Buffer> {
  for (const part of block) {
    if (Buffer.isBuffer(part)) yield part;
    else if (statSync(part).size > 0) yield* createReadStream(part) as AsyncIterable<Buffer>;
  }
}
const lines = (raw: string[]): string => raw.map((_, i) => (i % 2 === 0 ? `${raw[i]}: ${raw[i + 1]}\r\n` : '')).join('');

/** more of a body than a page asks by; what is beyond makes no key */
const LONGEST_QUERY = 4_096;
/** RFC 2046, 5.1.1, narrowed to what browsers send: it becomes part of an expression in the library below */
const BOUNDARY = /\bboundary="?[\w-]{1,70}"?\s*$/;

/** Under which key an exchange is found again: the SURT of its address; what was sent along becomes part of it, as pywb and ReplayWeb.page do. */
function keyOf({ method, url, requestHeaders, requestBody }: Exchange): Pick<Indexed, 'key' | 'method' | 'requestBody'> {
  if (method === 'GET') return { key: getSurt(url) };
  const type = valueOf(requestHeaders, 'content-type');
  if (/multipart/i.test(type) && !BOUNDARY.test(type)) return { key: getSurt(url), method };
  const request = {
    method,
    url,
    headers: new Headers({ 'content-type': /^[\t\x20-\x7e]*$/.test(type) ? type : '' }),
    postData: requestBody ? firstOf(requestBody) : '',
    requestBody: '',
  };
  postToGetUrl(request, LONGEST_QUERY);
  return { key: getSurt(request.url), method, requestBody: request.requestBody };
}

function firstOf(path: string): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(LONGEST_QUERY);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** CDXJ lines, sorted by key and time. */
export const cdxj = (index: Indexed[], filename: string): string =>
  index
    .map(({ key, date, ...entry }) => `${key} ${date.replace(/\D/g, '').slice(0, 14)} ${JSON.stringify({ ...entry, filename })}\n`)
    .sort()
    .join('');
