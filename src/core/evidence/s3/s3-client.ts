import aws4 from 'aws4';
import { createReadStream } from 'node:fs';
import { request as overHttp, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

export interface S3Place {
  endpoint: string;
  region: string;
  bucket: string;
  accessKey: string;
  secretKey: string;
}
export interface S3Request {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** within the bucket; empty: the bucket itself */
  key: string;
  query?: string;
  headers?: OutgoingHttpHeaders;
  /** a file whose bytes are the body, with their SHA-256 */
  body?: { path: string; bytes: number; sha256: string };
}
/** An answer that is no success, with S3's own code where it told one. */
export class S3Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`The evidence store answered ${status}${code && ` ${code}`}`);
  }
}
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SILENCE_MS = 20_000;
const TRIES = 3;
const PAUSE_MS = 250;
const LONGEST_REASON = 4_000;
/** what S3 means by "try again" */
const PASSING = new Set([408, 429, 500, 502, 503, 504]);

/** Speaks S3 to one bucket, in path style: signed requests with an end, tried again a few times where that can help. */
export class S3Client {
  constructor(
    private readonly place: S3Place,
    private readonly silenceMs = SILENCE_MS,
  ) {}

  async send(order: S3Request): Promise<IncomingMessage> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(order);
      } catch (error) {
        const passing = !(error instanceof S3Refusal) || PASSING.has(error.status) || error.code === 'ConditionalRequestConflict';
        if (!passing || attempt === TRIES) throw error;
        await new Promise((again) => setTimeout(again, PAUSE_MS * 2 ** attempt));
      }
    }
  }

  private async once({ method, key, query, headers, body }: S3Request): Promise<IncomingMessage> {
    const url = new URL(this.place.endpoint);
    const signed = aws4.sign(
      {
        service: 's3',
        region: this.place.region,
        method,
        host: url.host,
        path: `/${this.place.bucket}${key && `/${key}`}${query ? `?${query}` : ''}`,
        headers: { ...headers, ...(body && { 'Content-Length': body.bytes }), 'X-Amz-Content-Sha256': body?.sha256 ?? EMPTY },
      },
      { accessKeyId: this.place.accessKey, secretAccessKey: this.place.secretKey },
    );
    const request = (url.protocol === 'https:' ? overHttps : overHttp)({
      protocol: url.protocol,
      hostname: url.hostname,
      port: url.port,
      method,
      path: signed.path,
      headers: signed.headers,
    });
    request.setTimeout(this.silenceMs, () => request.destroy(new Error(`The evidence store said nothing for ${this.silenceMs / 1000} s`)));
    const answered = new Promise<IncomingMessage>((resolve, reject) => request.once('response', resolve).once('error', reject));
    if (body) await Promise.race([pipeline(createReadStream(body.path), request), answered]).catch(() => undefined); // `answered` tells it
    else request.end();
    const answer = await answered;
    if (answer.statusCode! < 300) return answer;
    throw new S3Refusal(answer.statusCode!, /<Code>(\w+)<\/Code>/.exec((await text(answer)).slice(0, LONGEST_REASON))?.[1] ?? '');
  }
}
