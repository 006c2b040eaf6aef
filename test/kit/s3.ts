import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureFault } from './s3-signature.js';

export interface Lock {
  mode: string;
  until: Date;
}
interface Kept {
  bytes: Buffer;
  lock: Lock | null;
  at: Date;
}
/** How the server treats the next requests: answers with a status, never answers, or breaks off in the middle of a body. */
type Mishap = { status: number } | 'silence' | 'break';
const STATUS: Record<string, number> = {
  AccessDenied: 403,
  InvalidAccessKeyId: 403,
  SignatureDoesNotMatch: 403,
  RequestTimeTooSkewed: 403,
  AuthorizationHeaderMalformed: 400,
  BadDigest: 400,
  XAmzContentSHA256Mismatch: 400,
  InvalidRequest: 400,
  MissingContentLength: 411,
  PreconditionFailed: 412,
  NoSuchKey: 404,
  NoSuchBucket: 404,
  ObjectLockConfigurationNotFoundError: 404,
  MethodNotAllowed: 405,
};

/** An object store with one bucket that checks signatures, digests and locks as S3 does, on loopback, in memory. */
export class S3UnderTest {
  readonly objects = new Map<string, Kept>();
  readonly asked: string[] = [];
  mishaps: Mishap[] = [];
  /** what a body that came waits for before it is kept */
  slow: Promise<void> | null = null;
  readonly key = { id: 'AKTEST', secret: 'một bí mật/của+kho', region: 'vn-hcm-1' };
  readonly bucket = 'chung-cu';
  private server!: Server;
  private constructor(readonly withLock: boolean) {}

  static async open(withLock = false): Promise<S3UnderTest> {
    const s3 = new S3UnderTest(withLock);
    s3.server = createServer((request, response) => void s3.answer(request, response));
    await new Promise<void>((ready) => s3.server.listen(0, '127.0.0.1', ready));
    return s3;
  }
  get endpoint(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  /** What a client must be told to come in. */
  get settings() {
    return { endpoint: this.endpoint, region: this.key.region, bucket: this.bucket, accessKey: this.key.id, secretKey: this.key.secret };
  }
  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.asked.push(`${request.method} ${request.url}`);
    const mishap = this.mishaps.shift();
    if (mishap === 'silence') return;
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    if (request.method === 'PUT') await this.slow;
    if (typeof mishap === 'object') return void response.writeHead(mishap.status).end('<Error><Code>SlowDown</Code></Error>');
    const fault = signatureFault(request, this.key) ?? this.perform(request, Buffer.concat(chunks), response, mishap === 'break');
    if (!fault) return;
    response.writeHead(STATUS[fault] ?? 500, { 'content-type': 'application/xml' });
    response.end(request.method === 'HEAD' ? undefined : `<?xml version="1.0"?><Error><Code>${fault}</Code></Error>`);
  }

  /** The code of what is wrong, or null when it answered. */
  private perform(request: IncomingMessage, body: Buffer, response: ServerResponse, breaks: boolean): string | null {
    const [path, query = ''] = request.url!.split('?');
    const [bucket, ...rest] = decodeURIComponent(path).slice(1).split('/');
    const key = rest.join('/');
    if (bucket !== this.bucket) return 'NoSuchBucket';
    if (createHash('sha256').update(body).digest('hex') !== request.headers['x-amz-content-sha256']) return 'XAmzContentSHA256Mismatch';
    if (key === '') return this.ofBucket(request.method!, query, response);
    if (request.method === 'PUT') return this.put(key, request, body, response);
    if (request.method === 'DELETE') return this.delete(key, response);
    const kept = this.objects.get(key);
    if (!kept) return 'NoSuchKey';
    response.writeHead(200, { 'content-length': kept.bytes.length, 'last-modified': kept.at.toUTCString(), ...lockHeaders(kept.lock) });
    if (breaks) response.write(kept.bytes.subarray(0, Math.floor(kept.bytes.length / 2)), () => response.destroy());
    else response.end(request.method === 'HEAD' ? undefined : kept.bytes);
    return null;
  }

  private ofBucket(method: string, query: string, response: ServerResponse): string | null {
    const asksForLock = method === 'GET' && query.startsWith('object-lock');
    if (method !== 'HEAD' && !asksForLock) return 'MethodNotAllowed';
    if (asksForLock && !this.withLock) return 'ObjectLockConfigurationNotFoundError';
    const enabled = '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>';
    response.end(asksForLock ? enabled : undefined);
    return null;
  }

  private put(key: string, { headers }: IncomingMessage, body: Buffer, response: ServerResponse): string | null {
    if (headers['content-length'] === undefined) return 'MissingContentLength';
    const digest = headers['content-md5'];
    if (digest !== undefined && digest !== createHash('md5').update(body).digest('base64')) return 'BadDigest';
    const [mode, until] = [headers['x-amz-object-lock-mode'], headers['x-amz-object-lock-retain-until-date']].map(String);
    const locks = headers['x-amz-object-lock-mode'] !== undefined || headers['x-amz-object-lock-retain-until-date'] !== undefined;
    if (locks && (!this.withLock || digest === undefined)) return 'InvalidRequest';
    if (locks && (!['GOVERNANCE', 'COMPLIANCE'].includes(mode) || !(new Date(until).getTime() > Date.now()))) return 'InvalidRequest';
    if (headers['if-none-match'] === '*' && this.objects.has(key)) return 'PreconditionFailed';
    this.objects.set(key, { bytes: body, lock: locks ? { mode, until: new Date(until) } : null, at: new Date() });
    response.writeHead(200).end();
    return null;
  }

  private delete(key: string, response: ServerResponse): string | null {
    const lock = this.objects.get(key)?.lock;
    if (lock && lock.until.getTime() > Date.now()) return 'AccessDenied';
    this.objects.delete(key);
    response.writeHead(204).end();
    return null;
  }
}

const lockHeaders = (lock: Lock | null): Record<string, string> =>
  lock ? { 'x-amz-object-lock-mode': lock.mode, 'x-amz-object-lock-retain-until-date': lock.until.toISOString() } : {};
