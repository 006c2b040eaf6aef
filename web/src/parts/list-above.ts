/** addresses of records that stand in a room of another name */
const STANDS_IN: Record<string, string> = { posts: 'triage' };

/** The room whose list the record at this address would stand in, as far as the reader may enter it, else the first page; null at a list itself. */
export function listAbove(pathname: string, rooms: readonly { path: string }[]): string | null {
  const [first, record] = pathname.split('/').filter(Boolean);
  if (!record) return null;
  const room = STANDS_IN[first] ?? first;
  return rooms.some(({ path }) => path === room) ? room : 'work';
}
