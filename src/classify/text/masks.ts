import { replaced, type Instead, type Written } from './written.js';

/** the sign of the table of leet that stands for any letter */
const ANY = '*';
const BETWEEN = /(?<=\p{L}\p{M}*)[^\p{L}\p{M}\p{N}\s](?=\p{L})/gu;
const FEWEST = 3;
const SHARE = 0.3;
// signs that stand between nearly all letters part them
const MOST = 0.55;

/** The places of a sign that stands within many words, as if it hid a letter of each: v#ccine. */
export function masksIn(text: string): Instead[] {
  const by = new Map<string, Instead[]>();
  for (const { index, 0: sign } of text.matchAll(BETWEEN))
    by.set(sign, [...(by.get(sign) ?? []), { index, length: sign.length, out: ANY }]);
  const most = [...by.values()].toSorted((a, b) => b.length - a.length)[0] ?? [];
  const words = text.match(/\S+/g)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return most.length >= Math.max(FEWEST, words * SHARE) && most.length <= letters * MOST ? most : [];
}
export const asMasks = (written: Written): Written => replaced(written, masksIn(written.text));
