const PREFIX = 'draft.';
const KEPT_DAYS = 14;
interface Kept {
  at: number;
  value: unknown;
}

function kept(name: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
export const readDraft = <T>(key: string): T | null => (kept(PREFIX + key)?.value as T | undefined) ?? null;
export function keepDraft(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify({ at: Date.now(), value } satisfies Kept));
  } catch {
    // a full store keeps no draft; what is typed still stands on the screen
  }
}
export const dropDraft = (key: string): void => localStorage.removeItem(PREFIX + key);

/** Drafts that nobody came back to. */
export function dropOldDrafts(now = Date.now()): void {
  for (const name of Object.keys(localStorage).filter((n) => n.startsWith(PREFIX)))
    if (!((kept(name)?.at ?? 0) > now - KEPT_DAYS * 86_400_000)) localStorage.removeItem(name);
}
