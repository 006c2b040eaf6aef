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

/** how many frames of each stance a claim is said in */
const FRAMES = 3;

/** Each claim said in the next frames of its language for each stance, some without marks; every fourth also word by word, which spreads it, and beside a post about another claim. */
export function plainCases(pairs: readonly Pair[], frames: readonly Frame[]): Pair[] {
  const claims = [...new Map(pairs.map((pair) => [pair.claim, pair])).values()];
  const taken = new Map<Frame[], number>();
  const fitting = framesBy(frames);
  return claims.flatMap((pair, i) => {
    const text = pair.claim.replace(/[.\s]+$/, '');
    const said = (stance: StanceLabel, post: string): Pair => ({ ...pair, stance, author: null, post });
    const framed = STANCES.flatMap((stance) => {
      const own = fitting.get(pair.lang + stance) ?? [];
      const from = taken.get(own) ?? 0;
      taken.set(own, from + FRAMES);
      return Array.from({ length: Math.min(FRAMES, own.length) }, (_, n) => {
        const post = put(text, own[(from + n) % own.length].frame);
        return said(stance, (i + n) % 5 === 4 ? plain(post) : post);
      });
    });
    if (i % 4 > 0) return framed;
    const others = pairs.filter((p) => p.lang === pair.lang && p.claim !== pair.claim);
    const beside = others.length > 0 ? [said('unrelated', others[(i * 37) % others.length].post)] : [];
    return [said('spread', text), ...framed, ...beside];
  });
}

function framesBy(frames: readonly Frame[]): Map<string, Frame[]> {
  const by = new Map<string, Frame[]>();
  for (const frame of frames) by.set(frame.lang + frame.stance, [...(by.get(frame.lang + frame.stance) ?? []), frame]);
  return by;
}
/** A claim within a sentence begins small, unless with a word all in capitals. */
function put(claim: string, frame: string): string {
  const within = !frame.startsWith('{claim}') && /^\p{Lu}[\p{Ll} ]/u.test(claim);
  return frame.replaceAll('{claim}', () => (within ? claim[0].toLowerCase() + claim.slice(1) : claim));
}
