/** What the API answers when it refuses: RFC 9457, with a code and a number to quote. */
export interface ProblemBody {
  code: string;
  title: string;
  status: number;
  instance?: string;
  [extra: string]: unknown;
}

export class ProblemError extends Error {
  constructor(readonly problem: ProblemBody) {
    super(problem.title);
    this.name = 'ProblemError';
  }
}
export const problemOf = (error: unknown): ProblemBody =>
  error instanceof ProblemError ? error.problem : { code: 'broken-page', title: String(error), status: 0 };

export type Signal = 'reached' | 'lost' | 'signed-out';
const listeners = new Set<(signal: Signal) => void>();
const tell = (signal: Signal) => {
  for (const listener of listeners) listener(signal);
};
/** Hears whether the office can be reached, and when the session has ended. */
export function onSignal(listener: (signal: Signal) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

let csrf = '';
export const keepCsrf = (token: string): void => {
  csrf = token;
};
export const csrfToken = (): string => csrf;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const KEPT_ALIVE = 8_000;
/** One call of the API. A key makes an act that is sent twice happen once. */
export async function call<T>(method: Method, path: string, body?: unknown, key?: string, signal?: AbortSignal): Promise<T> {
  const response = await reach(method, path, body, key, signal);
  const text = await response.text();
  const json = jsonOf(response, text);
  if (response.ok) return json as T;
  throw refusal(response, json);
}
export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>('GET', path, undefined, undefined, signal);

/** What is shown to whoever says why; each time is a look of its own. */
export const look = <T>(path: string, reason: string): Promise<T> => call<T>('POST', `${path}/look`, { reason });

/** A file that is shown in the same way, as it came. */
export const lookAtFile = async (path: string, reason: string): Promise<Blob> => (await askFor(`${path}/look`, { reason })).blob();

/** A file that is taken along, while it still comes. */
export async function askFor(path: string, body: object): Promise<Response> {
  const response = await reach('POST', path, body);
  if (response.ok) return response;
  throw refusal(response, jsonOf(response, await response.text()));
}

async function reach(method: Method, path: string, body?: unknown, key?: string, signal?: AbortSignal): Promise<Response> {
  const form = body instanceof FormData;
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': document.documentElement.lang };
  if (body !== undefined && !form) headers['content-type'] = 'application/json';
  if (method !== 'GET') headers['x-csrf'] = csrf;
  if (key) headers['idempotency-key'] = key;
  const sent = body === undefined || form ? body : JSON.stringify(body);
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers,
      signal,
      credentials: 'same-origin',
      body: sent as BodyInit | undefined,
      // an act that is on its way when the page is closed arrives all the same; browsers carry small ones only
      keepalive: method !== 'GET' && (sent === undefined || (typeof sent === 'string' && sent.length < KEPT_ALIVE)),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    tell('lost');
    throw new ProblemError({ code: 'unreachable', title: 'The office cannot be reached', status: 0 });
  }
  tell(response.status >= 502 && response.status !== 503 ? 'lost' : 'reached');
  return response;
}
const jsonOf = (response: Response, text: string): unknown =>
  /json/.test(response.headers.get('content-type') ?? '') && text ? JSON.parse(text) : undefined;
function refusal(response: Response, json: unknown): ProblemError {
  const problem = (json ?? { code: response.status === 404 ? 'missing' : 'internal', title: response.statusText }) as ProblemBody;
  if (problem.code === 'not-signed-in') tell('signed-out');
  return new ProblemError({
    ...problem,
    status: response.status,
    instance: problem.instance ?? response.headers.get('x-request-id') ?? undefined,
  });
}

/** A query string of those values that are given. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(values).filter(([, v]) => v !== undefined && v !== null && v !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString()}`;
}
