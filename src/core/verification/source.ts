/** Bytes that can be read anywhere: a file, a dropped file of a browser, or a part of either. `read` answers with as many bytes as asked for, up to the end. */
export interface Source {
  readonly size: number;
  /** `into`: where the bytes may be put, if that saves room */
  read(offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
}
/** as much as is held in memory at a time */
export const PIECE = 1_048_576;

export const partOf = (source: Source, offset: number, size: number): Source => ({
  size,
  read: (at, length, into) => source.read(offset + at, Math.max(0, Math.min(length, size - at)), into),
});

/** Every byte in order; the next piece is fetched while one is at work. A piece is gone once the next one is asked for. */
export async function* piecesOf(source: Source, offset = 0, size = source.size): AsyncGenerator<Uint8Array> {
  const rooms = [0, 1].map(() => new Uint8Array(Math.min(PIECE, size)));
  const fetch = (at: number): Promise<Uint8Array> | null => {
    if (at >= size) return null;
    rooms.reverse();
    const piece = source.read(offset + at, Math.min(PIECE, size - at), rooms[0]);
    piece.catch(() => undefined); // told where it is awaited
    return piece;
  };
  let next = fetch(0);
  for (let at = 0; next;) {
    const piece = await next;
    if (piece.length === 0) throw new Error('the file ends before its end');
    at += piece.length;
    next = fetch(at);
    yield piece;
  }
}

export const u16 = (b: Uint8Array, at: number): number => b[at] | (b[at + 1] << 8);
export const u32 = (b: Uint8Array, at: number): number => (u16(b, at) | (u16(b, at + 2) << 16)) >>> 0;
/** Not a number where it lies beyond what can be counted exactly. */
export function u64(b: Uint8Array, at: number): number {
  const value = u32(b, at) + u32(b, at + 4) * 2 ** 32;
  return Number.isSafeInteger(value) ? value : NaN;
}
export const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
/** Null where the bytes are no UTF-8. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
