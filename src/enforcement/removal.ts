import type { ItemState } from './item.flow.js';

/** One look at an address, in office time. */
export interface Look {
  observation: string;
  at: Date;
  recordedAt?: Date;
  captureId: string;
  /** by which way out it went */
  way: string;
  /** what members are shown proves nothing of what the public is */
  signedIn?: boolean;
}
export const ofThePublic = (looks: readonly Look[]): Look[] => looks.filter((l) => !l.signedIn);
/** What a proof needs: how many hours lie between its looks, and how many ways out the house has. */
export interface ProofNeeds {
  hoursApart: number;
  ways: number;
}
export type Seen = { to: 'verified-removed' | 'reappeared'; captures: string[]; at: Date } | null;
const HOUR = 3_600_000;

/** Oldest first; of two looks at one moment the one that saw the post counts last. */
const order = (a: Look, b: Look) =>
  a.at.getTime() - b.at.getTime() ||
  (a.recordedAt?.getTime() ?? 0) - (b.recordedAt?.getTime() ?? 0) ||
  Number(a.observation === 'present') - Number(b.observation === 'present');

/**
 * The two looks that prove a removal: both saw it gone, after it was asked for and after it was last seen, at least so many hours apart,
 * and by two ways out where the house has several. What saw neither (a login wall, a block, an error) proves nothing and breaks nothing.
 */
export function provedGone(looks: readonly Look[], askedAt: Date, { hoursApart, ways }: ProofNeeds): [Look, Look] | null {
  const lastPresent = Math.max(-Infinity, ...looks.filter((l) => l.observation === 'present').map((l) => l.at.getTime()));
  const gone = looks
    .filter((l) => l.observation === 'gone' && l.at.getTime() > askedAt.getTime() && l.at.getTime() > lastPresent)
    .sort(order);
  for (const second of gone) {
    const first = gone.find((l) => second.at.getTime() - l.at.getTime() >= hoursApart * HOUR && (ways < 2 || l.way !== second.way));
    if (first) return [first, second];
  }
  return null;
}

/** When it was seen again after this moment. */
export function seenSince(looks: readonly Look[], since: Date): Look | null {
  return looks.filter((l) => l.observation === 'present' && l.at.getTime() > since.getTime()).sort(order)[0] ?? null;
}

export interface ItemFacts {
  state: ItemState;
  askedAt: Date;
  claimedAt: Date | null;
  verifiedAt: Date | null;
}

/** Where the looks move an item, or nowhere. */
export function movedByLooks(item: ItemFacts, all: readonly Look[], needs: ProofNeeds): Seen {
  const looks = ofThePublic(all);
  if (item.state === 'withdrawn') return null;
  const since = item.state === 'verified-removed' ? item.verifiedAt : item.state === 'removed-claimed' ? item.claimedAt : null;
  if (since) {
    const again = seenSince(looks, since);
    if (again) return { to: 'reappeared', captures: [again.captureId], at: again.at };
  }
  if (item.state === 'verified-removed') return null;
  const proof = provedGone(looks, item.askedAt, needs);
  return proof && { to: 'verified-removed', captures: proof.map((l) => l.captureId), at: proof[1].at };
}

/** An item whose time is up with neither an answer nor a removal is overdue; one seen again is as well. */
export const isUnanswered = (state: ItemState): boolean => state === 'awaiting' || state === 'reappeared' || state === 'asked-back';

/** Of a request; of a withdrawal it says what was seen, or, as its items do, what the platform says. */
export type RollUp =
  | ('none' | 'open' | 'partly' | 'removed' | 'refused')
  | ('restored' | 'restoration-claimed' | 'restoration-partial' | 'restoration-refused');
/** What became of a whole request, by its items; those that were withdrawn do not count. */
export function rollUp(states: readonly ItemState[]): RollUp {
  const counted = states.filter((s) => s !== 'withdrawn');
  if (counted.length === 0) return 'none';
  const removed = counted.filter((s) => s === 'verified-removed').length;
  if (removed === counted.length) return 'removed';
  if (removed > 0) return 'partly';
  return counted.every((s) => s === 'refused' || s === 'restricted') ? 'refused' : 'open';
}
