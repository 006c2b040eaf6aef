import type { Names } from '../names.js';
import type { Scene, Tell } from '../scene.js';

/** In a line of places: what the claim holds, and where a sentence ends. */
const [CLAIM, END] = [-1, -2];
/** so many signs of a post weigh five together; of more each weighs less, since long posts say much by the way */
const WEIGHT = 5;
const FEW = 4;

/**
 * The words that the claim does not hold: alone, with a neighbour, with the next but one, and around the claim in threes; what the
 * claim holds is one sign, *, whatever it says. Single words also as they are written with marks (=), and in English by their stem (~).
 */
export function words(scene: Scene, tell: Tell): void {
  const { names } = scene.post;
  const told = new Set<string>();
  inOrder(lineOf(scene), names, told);
  for (let i = scene.from; i <= scene.to; i++) {
    const name = scene.own.has(i) ? null : names.alone(i);
    if (name !== null) told.add(name);
  }
  const value = WEIGHT / Math.sqrt(told.size + FEW);
  for (const name of told) tell(name, value);
}

function inOrder(line: readonly number[], names: Names, told: Set<string>): void {
  const text = (at: number) => (at === CLAIM ? '*' : at === END ? '|' : names.word(at));
  const prefix = `${names.language}:`;
  for (let i = 0; i < line.length; i++) {
    const [at, next, third] = [line[i], line[i + 1], line[i + 2]];
    if (at >= 0) told.add(names.one(at));
    if (next === undefined) return;
    told.add(at >= 0 && next >= 0 ? names.two(at) : `${prefix}${text(at)} ${text(next)}`);
    if (third === undefined || next === END) continue;
    if (at === CLAIM || third === CLAIM) told.add(`${prefix}${text(at)} ${text(next)} ${text(third)}`);
    if (next === CLAIM) continue;
    told.add(at >= 0 && third >= 0 ? names.apart(at) : `${prefix}${text(at)} _ ${text(third)}`);
  }
}

function lineOf({ post: { sentences }, own, from, to }: Scene): number[] {
  const line = [END];
  for (let i = from; i <= to; i++) {
    if (i > from && sentences[i] !== sentences[i - 1]) line.push(END);
    if (!own.has(i)) line.push(i);
    else if (line[line.length - 1] !== CLAIM) line.push(CLAIM);
  }
  line.push(END);
  return line;
}
