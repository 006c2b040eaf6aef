import type { FieldFault, HouseRule } from '../problem/invalid.js';

type Fault = FieldFault<HouseRule>;
const LONGEST = 200;
/** Names that every object has by itself: what reads a form takes them for its own and loses what was sent under them. */
const isTaken = (name: string): boolean => name in Object.prototype;
/** Signs that nobody sees and that turn the direction of what follows (Unicode Standard Annex 9, 2.1 to 2.4): a sum or a name would be read otherwise than it stands. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/u;

/** What PostgreSQL cannot keep, and JSON refuses already: in a form of many parts it comes so far. */
const NUL = '\0';

const FOREIGN = new WeakSet<object>();
/** A form that brings what others wrote, which is kept as it came. */
export const HoldsForeignWords =
  () =>
  (form: object): void =>
    void FOREIGN.add(form);

/** What no form takes wherever it stands in what was sent; however deep that is, it is walked step by step. */
export function refusedIn(sent: unknown, form?: object): Fault | undefined {
  const foreign = holdsForeignWords(form);
  const todo: [string, unknown][] = [['', sent]];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const [at, value] = next;
    if (typeof value === 'string' && value.includes(NUL)) return { path: at, rule: 'noNul', message: `${at} holds the character NUL` };
    if (typeof value === 'string' && !foreign && TURNS.test(value)) return turned(at, value);
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    for (const [name, inner] of Object.entries(value)) {
      const here = (at ? `${at}.${name}` : name).slice(-LONGEST);
      if (isTaken(name)) return { path: here, rule: 'takenName', message: `${here} is a name that no form takes` };
      todo.push([here, inner]);
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
