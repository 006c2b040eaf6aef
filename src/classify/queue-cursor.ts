/** A place in a list that is paged by its sort keys: text that only the list itself reads. */
export const writeCursor = (keys: (string | number)[]): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** The keys again; null when the text is no place of such a list. */
export function readCursor(cursor: string, kinds: ('number' | 'time' | 'id')[]): (string | number)[] | null {
  let keys: unknown;
  try {
    keys = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(keys) || keys.length !== kinds.length) return null;
  const fits = kinds.every((kind, i) =>
    kind === 'number'
      ? Number.isSafeInteger(keys[i])
      : typeof keys[i] === 'string' && (kind === 'id' ? /^[0-9a-f-]{36}$/.test(keys[i]) : !Number.isNaN(Date.parse(keys[i]))),
  );
  return fits ? (keys as (string | number)[]) : null;
}
