/** The head of an answer as a record of the archive holds it; `start` and `length`: where in the record the bytes lie that came. */
export interface RecordedHead {
  status: number;
  headers: ReadonlyMap<string, string>;
  start: number;
  length: number;
}
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** Reads the beginning of a WARC record of a response; null where it is none. */
export function recordedHead(beginning: Uint8Array): RecordedHead | null {
  const head = linesOf(beginning);
  if (!head) return null;
  const http = linesOf(beginning.subarray(head.end));
  const status = Number(/^HTTP\/\S+ (\d{3})/.exec(http?.first ?? '')?.[1]);
  const length = Number(head.fields.get('content-length')) - (http?.end ?? 0);
  return http && status && length >= 0 ? { status, headers: http.fields, start: head.end + http.end, length } : null;
}

function linesOf(bytes: Uint8Array): { first: string; fields: Map<string, string>; end: number } | null {
  const end = endOf(bytes);
  if (end < 0) return null;
  const [first, ...lines] = latin1(bytes.subarray(0, end)).split('\r\n');
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { first, fields, end: end + 4 };
}
function endOf(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(13); at >= 0; at = bytes.indexOf(13, at + 1))
    if (bytes[at + 1] === 10 && bytes[at + 2] === 13 && bytes[at + 3] === 10) return at;
  return -1;
}

/** As which type it may be shown: a picture, a film, a sound, a font or a style sheet; everything else is bytes. */
export function shownAs(contentType: string): string {
  const type = contentType.split(';')[0].trim().toLowerCase();
  if (type === 'text/css') return 'text/css; charset=utf-8';
  return /^(image|video|audio|font)\/[\w.+-]{1,60}$/.test(type) ? type : 'application/octet-stream';
}

/** The piece of a body that a player asks for; null where it asks for the whole. */
export function pieceOf(range: string | undefined, length: number): { start: number; end: number } | null {
  const [, from, to] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(range ?? '') ?? [];
  if (from === undefined || Number(from) >= length) return null;
  return { start: Number(from), end: to ? Math.min(Number(to), length - 1) : length - 1 };
}
