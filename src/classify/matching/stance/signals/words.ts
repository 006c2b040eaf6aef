import type { Scene, Tell } from '../scene.js';

const NUMBER = '#';
const CLAIM = '*';
const END = '|';
const VALUE = 0.5;

/** The words that the claim does not hold, alone, in twos and, around the claim, in threes; what the claim holds is one sign, *, whatever it says. */
export function words(scene: Scene, tell: Tell): void {
  const line = lineOf(scene);
  const told = new Set<string>();
  const name = `${scene.post.language}:`;
  for (let i = 0; i < line.length; i++) {
    const [word, next, third] = [line[i], line[i + 1], line[i + 2]];
    if (word !== END && word !== CLAIM) told.add(name + word);
    if (next === undefined) continue;
    told.add(`${name}${word} ${next}`);
    if (next !== END && third !== undefined && (word === CLAIM || third === CLAIM)) told.add(`${name}${word} ${next} ${third}`);
  }
  for (const sign of told) tell(sign, VALUE);
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
