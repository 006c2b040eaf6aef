import { stemOf } from '../../../text/stem.js';
import type { Scene, Tell } from '../scene.js';

const NUMBER = '#';
const CLAIM = '*';
const END = '|';
/** so many signs of a post weigh five together; of more each weighs less, since long posts say much by the way */
const WEIGHT = 5;
const FEW = 4;

/**
 * The words that the claim does not hold: alone, with a neighbour, with the next but one, and around the claim in threes; what the
 * claim holds is one sign, *, whatever it says. Single words also as they are written with marks (=), and in English by their stem (~).
 */
export function words(scene: Scene, tell: Tell): void {
  const { language } = scene.post;
  const told = new Set([...inOrder(lineOf(scene), `${language}:`), ...alone(scene, language)]);
  const value = WEIGHT / Math.sqrt(told.size + FEW);
  for (const name of told) tell(name, value);
}

function* inOrder(line: readonly string[], prefix: string): Generator<string> {
  for (let i = 0; i < line.length; i++) {
    const [word, next, third] = [line[i], line[i + 1], line[i + 2]];
    if (word !== END && word !== CLAIM) yield prefix + word;
    if (next === undefined) return;
    yield `${prefix}${word} ${next}`;
    if (third === undefined || next === END) continue;
    if (word === CLAIM || third === CLAIM) yield `${prefix}${word} ${next} ${third}`;
    if (next !== CLAIM) yield `${prefix}${word} _ ${third}`;
  }
}

function* alone({ post, own, from, to, words: { syllables } }: Scene, language: string): Generator<string> {
  for (let i = from; i <= to; i++) {
    if (own.has(i)) continue;
    const { exact, bare } = post.tokens[i];
    if (post.hasMarks) yield `${language}=${exact}`;
    else if (language === 'en') yield `${language}~${stemOf(bare, syllables)}`;
  }
}

function lineOf({ post, own, from, to }: Scene): string[] {
  const line = [END];
  for (let i = from; i <= to; i++) {
    if (i > from && post.sentences[i] !== post.sentences[i - 1]) line.push(END);
    const word = own.has(i) ? CLAIM : post.tokens[i].number ? NUMBER : post.tokens[i].bare;
    if (word !== CLAIM || line[line.length - 1] !== CLAIM) line.push(word);
  }
  return [...line, END];
}
