/** How urgent a post is, as a sum of factors that the queue shows one by one. */
export interface PriorityRules {
  weights: { match: number; harm: number; repetition: number; unread: number };
  harm: Record<'low' | 'medium' | 'high', number>;
  full_repetition: number;
  /** which share of match and harm counts, by what the post does with the claim; a person's confirmation counts in full */
  sample: { points: number };
  stance: Record<'spread' | 'unclear' | 'question' | 'denial' | 'unrelated' | 'confirmed', number>;
}
export interface Factor {
  name: 'match' | 'harm' | 'stance' | 'repetition' | 'unread' | 'sample';
  points: number;
  value: string | number;
}
export interface PriorityInput {
  top: { score: number; harm: 'low' | 'medium' | 'high'; stance: keyof PriorityRules['stance'] } | null;
  reports: number;
  /** one of the posts without a suggestion that are read to see what is missed */
  sampled?: boolean | null;
}

/** Priority 0–1000 and its factors; the number of reports raises attention and decides nothing. */
export function priorityOf(input: PriorityInput, rules: PriorityRules): { priority: number; factors: Factor[] } {
  const share = Math.min(1, Math.log1p(input.reports - 1) / Math.log1p(rules.full_repetition - 1));
  const factors: Factor[] = input.top
    ? [
        { name: 'match', value: Math.round(input.top.score * 100), points: Math.round(rules.weights.match * input.top.score) },
        { name: 'harm', value: input.top.harm, points: Math.round(rules.weights.harm * rules.harm[input.top.harm]) },
      ]
    : [{ name: 'unread', value: 1, points: rules.weights.unread }];
  if (input.top && rules.stance[input.top.stance] !== 1) {
    const whole = factors.reduce((sum, f) => sum + f.points, 0);
    factors.push({ name: 'stance', value: input.top.stance, points: Math.round(whole * rules.stance[input.top.stance]) - whole });
  }
  if (!input.top && input.sampled) factors.push({ name: 'sample', value: 1, points: rules.sample.points });
  factors.push({ name: 'repetition', value: input.reports, points: Math.round(rules.weights.repetition * share) });
  return { priority: factors.reduce((sum, f) => sum + f.points, 0), factors };
}
