import { STANCES, type StanceLabel } from '../../matching/stance/stance.js';
import { bare } from '../../text/syllable.js';
import type { Pair } from './stance-example.js';

/** A sentence with {claim} in it, and what it does with whatever stands there. */
export interface Frame {
  lang: Pair['lang'];
  stance: StanceLabel;
  frame: string;
}
/** Sentences about nothing, to put around a post. */
export interface Talk {
  lang: Pair['lang'];
  text: string;
}

const plain = (text: string): string => bare(text.toLowerCase());

/** The same pairs as people also write them: without marks and capitals, in capitals, inside other talk, without a name over them. */
export function variantsOf(pairs: readonly Pair[], talk: readonly Talk[]): Pair[] {
  return pairs.flatMap((pair, i) => {
    const own = talk.filter((t) => t.lang === pair.lang).map((t) => t.text);
    const around = own.length === 0 ? ['', ''] : [own[i % own.length], own[(i + 1) % own.length]];
    const loud = i % 2 === 1 ? pair.post.toUpperCase() : pair.post;
    return [
      { ...pair, post: plain(pair.post), author: null },
      { ...pair, post: `${around[0]} ${loud} ${around[1]}`.trim(), author: null },
    ];
  });
}

/** Each claim said outright, in one frame of its language for each stance in turn; every fourth word by word, which spreads it, and beside a post about another claim. */
export function plainCases(pairs: readonly Pair[], frames: readonly Frame[]): Pair[] {
  const claims = new Map(pairs.map((pair) => [pair.claim, pair]));
  return [...claims.values()].flatMap((pair, i) => {
    const text = pair.claim.replace(/[.\s]+$/, '');
    const framed = STANCES.flatMap((stance): Pair[] => {
      const fitting = frames.filter((frame) => frame.lang === pair.lang && frame.stance === stance);
      return fitting.length === 0
        ? []
        : [{ ...pair, stance, author: null, post: fitting[i % fitting.length].frame.replace('{claim}', () => text) }];
    });
    const others = pairs.filter((p) => p.lang === pair.lang && p.claim !== pair.claim);
    if (i % 4 > 0) return framed;
    const bare: Pair = { ...pair, stance: 'spread', author: null, post: text };
    return others.length === 0
      ? [bare, ...framed]
      : [bare, ...framed, { ...pair, stance: 'unrelated', author: null, post: others[(i * 37) % others.length].post }];
  });
}
