import type { Aligned } from '../align.js';
import type { Reading } from './reading.js';
import { sceneOf } from './scene.js';
import { tellSigns } from './signs.js';
import { STANCES, type Cue, type Stance, type StanceLabel } from './stance.js';
import type { StanceScorer } from './stance-model.js';
import type { StanceWords } from './stance-table.js';

export interface StanceRules {
  words: StanceWords;
  model: StanceScorer;
}

/** What a post does with the claim that it is laid beside, and the listed words that were heard. */
export function stanceOf(post: Reading, pair: Aligned, { words, model }: StanceRules): { stance: Stance; cues: Cue[] } {
  const scene = sceneOf(post, pair, words);
  const exact = model.heard((tell) => tellSigns(scene, tell));
  const scores = Object.fromEntries(STANCES.map((s) => [s, Math.round(exact[s] * 1000) / 1000])) as Record<StanceLabel, number>;
  const top = labelOf(exact);
  const cues = post.cues
    .filter((cue) => cue.from >= scene.from && cue.to <= scene.to && !wholly(cue, scene.own))
    .map(({ kind, from, to }) => ({ kind, start: post.tokens[from].start, end: post.tokens[to].end }));
  for (const asked of scene.asked) cues.push({ kind: 'question-mark', start: post.tokens[asked].start, end: post.tokens[asked].end });
  return { stance: { label: exact[top] >= words.thresholds[top] ? top : null, scores }, cues };
}

export const labelOf = (scores: Record<StanceLabel, number>): StanceLabel =>
  STANCES.reduce((top, stance) => (scores[stance] > scores[top] ? stance : top));

const wholly = ({ from, to }: { from: number; to: number }, own: ReadonlySet<number>): boolean => {
  for (let i = from; i <= to; i++) if (!own.has(i)) return false;
  return true;
};
