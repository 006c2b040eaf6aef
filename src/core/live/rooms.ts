import type { LiveTable } from './live-table.js';

/** By its whole name, or by how it begins. */
const names = (patterns: readonly string[], kind: string): boolean =>
  patterns.some((p) => kind === p || kind.startsWith(`${p}.`) || kind.startsWith(`${p}:`));

/** The rooms that these kinds of things move, of those that somebody with these rights may hear of. */
export function roomsMoved(kinds: readonly string[], rights: ReadonlySet<string>, table: LiveTable): string[] {
  const loud = kinds.filter((kind) => !isSilent(kind, table));
  return Object.entries(table.rooms)
    .filter(([, room]) => !room.rights || room.rights.some((right) => rights.has(right)))
    .filter(([, room]) => loud.some((kind) => names(room.on, kind)))
    .map(([name]) => name);
}

/** What moves no room; a whole name goes before the beginning of one. */
export const isSilent = (kind: string, table: LiveTable): boolean =>
  names(table.silent, kind) && !Object.values(table.rooms).some((room) => room.on.includes(kind));
export const changesSessions = (kind: string, table: LiveTable): boolean => names(table.sessions, kind);

/** A record that somebody opened or closed. */
export interface OpenRecord {
  kind: string;
  id: string;
}
const PRESENCE = /^presence:([a-z]+):([0-9a-f-]{36})$/;
export const presenceKind = ({ kind, id }: OpenRecord): string => `presence:${kind}:${id}`;
/** The records that these kinds tell of. */
export const recordsIn = (kinds: readonly string[]): OpenRecord[] =>
  kinds.flatMap((k) => {
    const [, kind, id] = PRESENCE.exec(k) ?? [];
    return kind ? [{ kind, id }] : [];
  });
