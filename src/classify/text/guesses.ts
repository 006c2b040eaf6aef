import { asDrawn, drawnIn } from './drawn.js';
import { exchanges } from './exchanges.js';
import { isMostlyLeet } from './leet.js';
import { asMasks, masksIn } from './masks.js';
import { PLAIN, type Mode, type Reader } from './reader.js';
import { withoutRepeats } from './repeats.js';
import { KEYBOARDS, type Keys } from './rules.js';
import { bare } from './syllable.js';
import type { Repair } from './tokens.js';
import { typedSyllable } from './typing.js';
import { backwards, exchanged, wordsBackwards, type Written } from './written.js';

/** One way in which a stretch of text may be meant. */
export interface Guess {
  change: (written: Written) => Written;
  /** the sample so changed */
  changed: Written;
  mode: Mode;
  repair: Repair | null;
  /** nothing in the text speaks for it */
  blind: boolean;
}
type Change = Pick<Guess, 'change' | 'repair'>;

const asItIs: Change = { change: (w) => w, repair: null };
const FEW = 0.15;
const SIGN = /[^\p{L}\p{M}\p{N}\s]/gu;
const MOST_SIGNS = 24;
const EDGES = /^["'(“]+|[,;:!"')”…]+$/g;

const modes = new Map<string, Mode>();
/** Each mode once, since a reader remembers by it. */
function modeOf(of: Partial<Mode>): Mode {
  const wanted = { ...PLAIN, ...of };
  const name = Object.values(wanted).join(' ');
  let mode = modes.get(name);
  if (!mode) {
    if (modes.size > 500) modes.clear();
    modes.set(name, (mode = wanted));
  }
  return mode;
}

const share = (text: string, letters: ReadonlyMap<string, string>): number => {
  let many = 0;
  let all = 0;
  for (const c of text) {
    if (c <= ' ') continue;
    all += 1;
    if (c > '\u007f' && letters.has(c)) many += 1;
  }
  return all === 0 ? 0 : many / all;
};

/** Other letters, by what stands there. */
function looksOf({ text }: Written, { rules, has }: Reader): Change[] {
  const { looks } = rules;
  const by = (letters: ReadonlyMap<string, string>, repair: Repair, order: (w: Written) => Written = (w) => w): Change => ({
    change: (w) => order(exchanged(w, letters)),
    repair,
  });
  const found: Change[] = [];
  if (has('upside-down') && share(text, looks.turned) >= FEW)
    found.push(...[backwards, (w: Written) => w, wordsBackwards].map((order) => by(looks.turned, 'upside-down', order)));
  if (has('upside-down') && share(text, looks.mirrored) >= FEW / 2) found.push(by(looks.mirrored, 'upside-down', backwards));
  if (has('look-alikes') && share(text, looks.letters) >= FEW) {
    found.push(by(looks.letters, 'look-alike-letters'), by(new Map([...looks.letters, ...looks.likeness]), 'look-alike-letters'));
    found.push(by(looks.otherwise, 'look-alike-letters'));
    if (share(text, looks.sounds) >= FEW) found.push(by(looks.sounds, 'look-alike-letters'));
  }
  return found;
}

/** Signs that may stand for letters here. */
function signsIn({ text }: Written, { rules, has }: Reader): string {
  if (!has('leet')) return '';
  return [...new Set(text.match(SIGN))]
    .filter((sign) => rules.leet.letters.has(sign))
    .slice(0, MOST_SIGNS)
    .sort()
    .join('');
}

const CHUNK = /[^\s]{2,}/g;
const JOINED = 12;
const LEAST_VIETNAMESE = 0.4;
function isVietnamese({ text }: Written, { isSyllable }: Reader): boolean {
  const words = text.match(CHUNK) ?? [];
  return words.filter((word) => isSyllable(bare(word.replace(EDGES, '')))).length >= words.length * LEAST_VIETNAMESE;
}
/** Enough words become syllables by the keys, and few are English. */
function isTyped({ text }: Written, keys: Keys, { rules, isSyllable }: Reader): boolean {
  let typed = 0;
  let plain = 0;
  let english = 0;
  let joined = 0;
  for (const [chunk] of text.matchAll(CHUNK)) {
    const word = chunk.replace(EDGES, '');
    if (word.length > JOINED) joined += 1;
    else if (isSyllable(bare(word))) plain += 1;
    else if (rules.everyday.has(word)) english += 1;
    else if (typedSyllable(word, keys, isSyllable)) typed += 1;
  }
  return (typed > 2 && english * 4 < typed + plain) || joined > typed + plain + english;
}

/** How the letters of a changed stretch may be taken. */
function* modesFor(changed: Written, reader: Reader): Generator<Mode> {
  const { rules, has } = reader;
  const leet = isMostlyLeet(changed.text, rules) ? 'most' : 'some';
  const signs = signsIn(changed, reader);
  yield modeOf({ leet });
  if (signs) yield modeOf({ leet, signs });
  if (has('typing'))
    for (const keyboard of KEYBOARDS)
      if (isTyped(changed, rules.keys[keyboard], reader)) yield modeOf({ keyboard, signs: rules.keys[keyboard].signs });
  if (has('chat') && isVietnamese(changed, reader)) yield modeOf({ chat: true });
}

const both = (a: Change, b: Change): Change => ({ change: (w) => b.change(a.change(w)), repair: a.repair ?? b.repair });
const ORDERS: Change[] = [
  { change: backwards, repair: 'backwards' },
  { change: wordsBackwards, repair: 'backwards' },
];

/** The ways in which a stretch may be meant, likelier and cheaper ones first. */
export function* guesses(sample: Written, reader: Reader): Generator<Guess> {
  const { rules, has } = reader;
  const bases = [asItIs, ...looksOf(sample, reader)];
  const drawing: Change[] =
    has('leet') && drawnIn(sample.text, rules).length > 0 ? [{ change: (w) => asDrawn(w, rules), repair: 'digits-for-letters' }] : [];
  const shorter = (base: Change): Change[] =>
    has('repeats') ? withoutRepeats(base.change(sample)).map((change) => both(base, { change, repair: 'stretched-words' })) : [];
  function* taken(change: Change, blind: boolean): Generator<Guess> {
    const changed = change.change(sample);
    for (const mode of modesFor(changed, reader)) yield { ...change, changed, mode, blind };
  }
  for (const base of [...drawing, ...bases.flatMap((base) => [...shorter(base), base])]) yield* taken(base, false);
  if (has('leet') && masksIn(sample.text).length > 0)
    yield { ...asItIs, change: asMasks, changed: asMasks(sample), mode: modeOf({ signs: '*' }), blind: false };
  const turned = (base: Change) => (has('backwards') ? ORDERS.map((order) => both(base, order)) : []);
  for (const base of bases.flatMap(turned)) yield* taken(base, true);
  if (!has('exchanged')) return;
  for (const base of bases) {
    const likely = exchanges(base.change(sample).text, rules);
    for (const order of [base, ...turned(base)]) {
      const ordered = order.change(sample);
      for (const letters of likely) {
        const change = both(order, { change: (w) => exchanged(w, letters), repair: 'exchanged-letters' });
        yield { ...change, changed: exchanged(ordered, letters), mode: PLAIN, blind: true };
      }
    }
  }
}
