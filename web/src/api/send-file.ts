import { csrfToken, ProblemError, type ProblemBody } from './client.js';

export interface Left {
  now: number;
  all: number;
}
interface Told {
  signal: AbortSignal;
  left: (so: Left) => void;
}

/** Sends a file that may be long; says how much of it has left, and stops when it is told to. */
export function sendFile<T>(path: string, form: FormData, key: string, { signal, left }: Told): Promise<T> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest(); // fetch does not tell how much has left
    const lost = () => fail(new ProblemError({ code: 'unreachable', title: 'The office cannot be reached', status: 0 }));
    request.open('POST', `/api${path}`);
    for (const [name, value] of Object.entries({ accept: 'application/json', 'x-csrf': csrfToken(), 'idempotency-key': key }))
      request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => left({ now: loaded, all: total });
    request.onload = () => {
      const body = bodyOf(request);
      if (request.status >= 200 && request.status < 300) done(body as T);
      else fail(refusal(request, body));
    };
    request.onerror = lost;
    request.onabort = () => fail(signal.reason);
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });
}
function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return null;
  }
}
/** What stands between us and the office may refuse too, in no words of ours. */
function refusal(request: XMLHttpRequest, body: unknown): ProblemError {
  const told = (body ?? { code: request.status === 413 ? 'too-large' : 'internal', title: request.statusText }) as ProblemBody;
  const instance = told.instance ?? request.getResponseHeader('x-request-id') ?? undefined;
  return new ProblemError({ ...told, status: request.status, instance });
}
