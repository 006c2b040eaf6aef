import { isUpper } from './chars.js';
import type { Token } from './tokens.js';

const NEW_LINE = 0x0a;
const BEGINS = new Set(Array.from('.!?…:"“', (c) => c.charCodeAt(0)));

/** Marks the words written with a capital where no sentence begins; a line in capitals, or a headline where each word begins with one, names nobody by them. */
export function markNames(tokens: Token[], original: string): void {
  let first = 0;
  let capitals = 0;
  const close = (end: number) => {
    if (capitals * 2 > end - first) for (let i = first; i < end; i++) tokens[i].name = false;
    first = end;
    capitals = 0;
  };
  for (let i = 0; i < tokens.length; i++) {
    let line = false;
    let begins = i === 0;
    if (i > 0)
      for (let at = tokens[i - 1].end; at < tokens[i].start; at++) {
        const unit = original.charCodeAt(at);
        if (unit === NEW_LINE) line = true;
        else if (BEGINS.has(unit)) begins = true;
      }
    if (line) close(i);
    if (!isUpper(original.charCodeAt(tokens[i].start))) continue;
    capitals += 1;
    tokens[i].name = !begins && !line;
  }
  close(tokens.length);
}
