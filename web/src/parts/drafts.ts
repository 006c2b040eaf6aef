const PREFIX = 'draft.';
const FORGOTTEN = 'drafts.forgotten';
const KEPT_DAYS = 14;
/** Drafts that speak of a person: they outlive a reload and a session that runs out, but not the tab. */
const OF_PEOPLE = /^draft\.[^.]*\.(party|user|note|reason|record|decision|annulment|explanation|complaint)\b/;
interface Kept {
  at: number;
  value: unknown;
}

const storeOf = (name: string): Storage => (OF_PEOPLE.test(name) ? sessionStorage : localStorage);
function kept(name: string): Kept | null {
  try {
    return JSON.parse(storeOf(name).getItem(name) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}
export const readDraft = <T>(key: string): T | null => (kept(PREFIX + key)?.value as T | undefined) ?? null;
export function keepDraft(key: string, value: unknown): void {
  try {
    storeOf(PREFIX + key).setItem(PREFIX + key, JSON.stringify({ at: Date.now(), value } satisfies Kept));
  } catch {
    // a full store keeps no draft; what is typed still stands on the screen
  }
}
export const dropDraft = (key: string): void => storeOf(PREFIX + key).removeItem(PREFIX + key);

function drop(store: Storage, which: (name: string) => boolean): void {
  for (const name of Object.keys(store)) if (name.startsWith(PREFIX) && which(name)) store.removeItem(name);
}
/** Drafts that nobody came back to, and what was kept longer than its tab before. */
export const dropOldDrafts = (now = Date.now()): void =>
  drop(localStorage, (name) => storeOf(name) !== localStorage || !((kept(name)?.at ?? 0) > now - KEPT_DAYS * 86_400_000));

const forget = (staffId: string): void => {
  for (const store of [localStorage, sessionStorage]) drop(store, (name) => name.startsWith(`${PREFIX}${staffId}.`));
};
/** Whoever signs out leaves nothing of what they typed at this machine, in no tab; a session that runs out keeps it. */
export function forgetDrafts(staffId: string): void {
  forget(staffId);
  localStorage.setItem(FORGOTTEN, staffId);
  localStorage.removeItem(FORGOTTEN);
}
/** That somebody signed out in another tab. */
export const hearForgotten = ({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): void => {
  if (key === FORGOTTEN && newValue) forget(newValue);
};
