import { codes } from './codes.js';
import type { Disguise, Disguises } from './disguise.js';
import { gaps } from './gaps.js';
import { looks } from './looks.js';
import { mixed, mixedVietnamese } from './mixed.js';
import { ofVietnamese, slips } from './typing.js';

export type { Disguise } from './disguise.js';
const named = (family: string, of: Disguises): [string, Disguise][] => Object.entries(of).map(([name, d]) => [`${family}: ${name}`, d]);
/** Every disguise of a language, by its family and name. */
export const disguisesOf = (language: 'vi' | 'en'): [string, Disguise][] => [
  ...named('looks', looks),
  ...named('gaps', gaps),
  ...named('codes', codes),
  ...named('slips', slips),
  ...named('mixed', mixed),
  ...(language === 'vi' ? [...named('typing', ofVietnamese), ...named('mixed', mixedVietnamese)] : []),
];

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
