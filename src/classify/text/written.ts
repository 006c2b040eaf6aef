/** A text that stands for another one: each unit knows its stretch of the original. */
export interface Written {
  text: string;
  starts: Int32Array;
  ends: Int32Array;
}

let places = { starts: new Int32Array(0), ends: new Int32Array(0) };
/** A text that stands for itself. */
export function asWritten(text: string): Written {
  const { length } = text;
  if (places.starts.length < length) {
    const size = Math.max(1024, length * 2);
    places = { starts: Int32Array.from({ length: size }, (_, i) => i), ends: Int32Array.from({ length: size }, (_, i) => i + 1) };
  }
  return { text, starts: places.starts.subarray(0, length), ends: places.ends.subarray(0, length) };
}

/** What stands in the place of a stretch. */
export interface Instead {
  index: number;
  length: number;
  out: string;
}
/** The same text with each match of the pattern written as `as` says; null leaves a match as it is. */
export const rewrite = (written: Written, pattern: RegExp, as: (match: RegExpExecArray) => string | null): Written =>
  replaced(written, insteadOf(written.text, pattern, as));
function* insteadOf(text: string, pattern: RegExp, as: (match: RegExpExecArray) => string | null): Generator<Instead> {
  for (const match of text.matchAll(pattern)) {
    const out = as(match as RegExpExecArray);
    if (out !== null) yield { index: match.index, length: match[0].length, out };
  }
}
/** The same text with other letters in the place of stretches, given in order. */
export function replaced(written: Written, stretches: Iterable<Instead>): Written {
  const { text, starts, ends } = written;
  const parts: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  const keep = (end: number) => {
    parts.push(text.slice(at, end));
    for (; at < end; at++) {
      from.push(starts[at]);
      to.push(ends[at]);
    }
  };
  for (const { index, length, out } of stretches) {
    keep(index);
    at += length;
    parts.push(out);
    for (let u = 0; u < out.length; u++) {
      from.push(starts[index]);
      to.push(ends[at - 1]);
    }
  }
  if (parts.length === 0) return written;
  keep(text.length);
  return { text: parts.join(''), starts: Int32Array.from(from), ends: Int32Array.from(to) };
}

/** Letters exchanged one by one; one with marks by what it is without them. */
export function exchanged({ text, starts, ends }: Written, letters: ReadonlyMap<string, string>): Written {
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    out += letters.get(letter) ?? (letter > '\u00ff' ? marked(letter, letters) : letter);
  }
  return { text: out, starts, ends };
}
function marked(letter: string, letters: ReadonlyMap<string, string>): string {
  const parts = letter.normalize('NFD');
  const base = parts.length > 1 ? letters.get(parts[0]) : undefined;
  const again = base === undefined ? letter : (base + parts.slice(1)).normalize('NFC');
  return again.length === 1 ? again : letter;
}

export const stretchOf = ({ text, starts, ends }: Written, from: number, to: number): Written => ({
  text: text.slice(from, to),
  starts: starts.subarray(from, to),
  ends: ends.subarray(from, to),
});

/** The units in another order; those of one place stay together. */
function inOrder({ text, starts, ends }: Written, order: readonly number[]): Written {
  return {
    text: order.map((i) => text[i]).join(''),
    starts: Int32Array.from(order, (i) => starts[i]),
    ends: Int32Array.from(order, (i) => ends[i]),
  };
}
function turn(starts: Int32Array, from: number, to: number, order: number[]): void {
  for (let last = to; last > from;) {
    let first = last - 1;
    while (first > from && starts[first - 1] === starts[last - 1]) first--;
    for (let i = first; i < last; i++) order.push(i);
    last = first;
  }
}
export function backwards(written: Written): Written {
  const order: number[] = [];
  turn(written.starts, 0, written.text.length, order);
  return inOrder(written, order);
}
export function wordsBackwards(written: Written): Written {
  const order: number[] = [];
  for (const { index, 0: part } of written.text.matchAll(/\s+|\S+/g)) turn(written.starts, index, index + part.length, order);
  return inOrder(written, order);
}
