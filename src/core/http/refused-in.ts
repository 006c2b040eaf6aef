import type { FieldFault, HouseRule } from '../problem/invalid.js';
import { keepable } from './refuse-unkeepable.js';

type Fault = FieldFault<HouseRule>;
const LONGEST = 200;
/** Names that every object has by itself: what reads a form takes them for its own and loses what was sent under them. */
const isTaken = (name: string): boolean => name in Object.prototype;
/** Signs that nobody sees and that turn the direction of what follows (Unicode Standard Annex 9, 2.1 to 2.4): a sum or a name would be read otherwise than it stands. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/u;
/** No form has more values, or lies deeper; what reads forms walks them by calling itself, and checks each part. */
const [MOST, DEEPEST] = [10_000, 32];

const FOREIGN = new WeakSet<object>();
/** A form that brings what others wrote, which is kept as it came. */
export const HoldsForeignWords =
  () =>
  (form: object): void =>
    void FOREIGN.add(form);

/** What no form takes wherever it stands in what was sent; however deep that is, it is walked step by step. */
export function refusedIn(sent: unknown, form?: object): Fault | undefined {
  const foreign = holdsForeignWords(form);
  const todo: [at: string, value: unknown, depth: number][] = [['', sent, 0]];
  let seen = 0;
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [at, value, depth] = next;
    // a JSON body was refused for it as it was read; a form of many parts and a file come so far
    if (typeof value === 'string' && !keepable(value))
      return { path: at, rule: 'noNul', message: `${at} holds a character that nobody can keep` };
    if (typeof value === 'string' && !foreign && TURNS.test(value)) return turned(at, value);
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    const inside = Object.entries(value);
    seen += inside.length;
    if (seen > MOST || depth === DEEPEST) return { path: at, rule: 'tooMuch', message: `${at} holds more than any form` };
    for (const [name, inner] of inside) {
      const here = (at ? `${at}.${name}` : name).slice(-LONGEST);
      if (isTaken(name)) return { path: here, rule: 'takenName', message: `${here} is a name that no form takes` };
      todo.push([here, inner, depth + 1]);
    }
  }
  return undefined;
}

function holdsForeignWords(form: object | null | undefined): boolean {
  return Boolean(form) && (FOREIGN.has(form!) || holdsForeignWords(Object.getPrototypeOf(form) as object | null));
}
function turned(path: string, text: string): Fault {
  const sign = TURNS.exec(text)![0].codePointAt(0)!.toString(16).toUpperCase();
  return { path, rule: 'noTurning', message: `${path} holds U+${sign}, which nobody sees and which turns the direction of what follows` };
}
