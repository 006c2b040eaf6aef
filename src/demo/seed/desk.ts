import { randomUUID } from 'node:crypto';

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
}

const TRIES = 30;
const PAUSE_MS = 3_000;

/** A staff member of the demo office (or a citizen, without signing in) at the product's own API. */
export class Desk {
  private cookie = '';
  private csrf = '';
  /** `network`: as if from somewhere else, so that the invented citizens do not use up what a first visitor may report */
  constructor(
    private readonly base: string,
    private readonly network?: string,
  ) {}

  async signIn(email: string, password: string): Promise<this> {
    const response = await this.patiently(() =>
      fetch(`${this.base}/api/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password }),
        signal: AbortSignal.timeout(20_000),
      }),
    );
    if (!response.ok) throw new Error(`${email} could not sign in: ${response.status}`);
    this.cookie = response.headers.getSetCookie()[0].split(';')[0];
    this.csrf = String((await this.get('/api/me')).body.csrf);
    return this;
  }
  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.call<T>('GET', path);
  }
  post<T = Record<string, unknown>>(path: string, body: object | FormData, key: string = randomUUID()): Promise<Answer<T>> {
    return this.call<T>('POST', path, body, key);
  }
  /** Writes a record anew; what is refused stops the seeding. */
  async put(path: string, body: object, key: string): Promise<void> {
    const { status } = await this.call('PUT', path, body, key);
    if (status >= 300) throw new Error(`PUT ${path} answered ${status}`);
  }

  /** As `post`, but what is refused stops the seeding with what the office said. */
  async must<T = Record<string, unknown>>(path: string, body: object | FormData, key?: string): Promise<T> {
    const { status, body: answer } = await this.post<T>(path, body, key);
    if (status >= 300) throw new Error(`POST ${path} answered ${status} ${String((answer as { code?: string }).code ?? '')}`.trim());
    return answer;
  }

  private async call<T>(method: string, path: string, body?: object | FormData, key?: string): Promise<Answer<T>> {
    const form = body instanceof FormData;
    const response = await this.patiently(() =>
      fetch(this.base + path, {
        method,
        body: body && (form ? body : JSON.stringify(body)),
        signal: AbortSignal.timeout(30_000),
        headers: {
          ...(body && !form ? { 'content-type': 'application/json' } : {}),
          ...(this.cookie ? { cookie: this.cookie, 'x-csrf': this.csrf } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
          ...(this.network ? { 'x-forwarded-for': this.network } : {}),
        },
      }),
    );
    const text = await response.text();
    return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : { text }) as T };
  }

  /** A server that starts again, is busy, or counts too many calls a minute is asked again a little later. */
  private async patiently(ask: () => Promise<Response>): Promise<Response> {
    for (let tries = 1; ; tries++) {
      const response = await ask().catch((error: Error) => error);
      const later = response instanceof Error || response.status === 429 || response.status === 503;
      if (!later) return response;
      if (tries === TRIES) throw response instanceof Error ? response : new Error(`The office answered ${response.status} ${TRIES} times`);
      await new Promise((r) => {
        setTimeout(r, PAUSE_MS);
      });
    }
  }
}
