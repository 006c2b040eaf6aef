const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/;

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
      : typeof keys[i] === 'string' && (kind === 'id' ? UUID.test(keys[i]) : TIME.test(keys[i]) && !Number.isNaN(Date.parse(keys[i]))),
  );
  return fits ? (keys as (string | number)[]) : null;
}
