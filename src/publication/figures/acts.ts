import { fits, wordOf, type PublicPart, type When } from './public-part.js';

/** What becomes of a single public act, as `config/statistics.yaml` tells it. */
export interface ActRule {
  opens: { event: string; when?: When; state: string };
  moves: { event: string; when?: When; state?: string; item?: string }[];
}
export type ActRules = Record<string, ActRule>;
/** A single act as the register knows it; `items`: where each link of it stands. */
export interface Act {
  act: string;
  seq: number;
  kind: string;
  day: string;
  platform: string;
  topic: string;
  basis: string;
  asked: number;
  end: string;
  provision: string;
  subject: string;
  amount: number | null;
  state: string;
  changedDay: string;
  items: Record<string, string>;
}
export type Acts = Map<string, Act>;
export interface Sealed {
  seq: number;
  part: PublicPart;
}

/** The act that an event opens or moves, if it does either. */
export const actNamed = (part: PublicPart): string | null => (typeof part.act === 'string' ? part.act : null);

/** Moves acts by one event. A state that took something back is not left again, but by the act itself being done anew. */
export function moverOf(rules: ActRules, dayOf: (moment: string) => string): (sealed: Sealed, acts: Acts) => void {
  return ({ seq, part }, acts) => {
    const id = actNamed(part);
    if (id === null) return;
    const known = acts.get(id);
    const changedDay = dayOf(part.officeAt);
    for (const [kind, { opens, moves }] of Object.entries(rules)) {
      if (opens.event === part.type && fits(part, opens.when)) acts.set(id, opened(kind, id, seq, part, opens.state, changedDay, known));
      if (known?.kind !== kind) continue;
      for (const move of moves)
        if (move.event === part.type && fits(part, move.when)) {
          const items = move.item ? { ...known.items, [wordOf(part, 'item')]: part[move.item] ?? move.item } : known.items;
          acts.set(id, { ...known, items: items as Act['items'], state: move.state ?? known.state, changedDay });
        }
    }
  };
}
const opened = (kind: string, act: string, seq: number, part: PublicPart, state: string, day: string, before?: Act): Act => ({
  act,
  seq: before?.seq ?? seq,
  kind,
  day: before?.day ?? day,
  platform: wordOf(part, 'platform'),
  topic: wordOf(part, 'topic'),
  basis: wordOf(part, 'basis'),
  asked: Number.isSafeInteger(part.items) ? (part.items as number) : 0,
  end: wordOf(part, 'end'),
  provision: wordOf(part, 'provision'),
  subject: wordOf(part, 'subject'),
  amount: Number.isSafeInteger(part.amount) ? (part.amount as number) : null,
  state,
  changedDay: day,
  items: before?.items ?? {},
});

/** How an act stands for whoever reads the register: its own state, or for one that waits what became of its links. */
export function outcomeOf({ state, asked, items }: Pick<Act, 'state' | 'asked' | 'items'>): { state: string; removed: number } {
  const states = Object.values(items);
  const removed = states.filter((s) => s === 'verified-removed').length;
  if (state !== 'sent' || asked === 0) return { state, removed };
  if (removed === asked) return { state: 'removed', removed };
  if (removed > 0) return { state: 'partly-removed', removed };
  return { state: ['reappeared', 'refused'].find((s) => states.includes(s)) ?? 'sent', removed };
}
