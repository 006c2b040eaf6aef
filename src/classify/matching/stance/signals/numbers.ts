import type { Scene, Tell } from '../scene.js';

/** Numbers of the claim that the post tells, leaves out, or puts others in the place of. */
export function numbers({ post, pair, from, to }: Scene, tell: Tell): void {
  const { wording, heard } = pair;
  let [told, left] = [0, 0];
  for (let j = 0; j < wording.families.length; j++)
    if (wording.numbers[j]) {
      if (heard[j] > 0.5) told++;
      else left++;
    }
  let others = 0;
  for (let i = from; i <= to; i++) if (post.tokens[i].number && !(pair.found[i] > 0.5)) others++;
  if (told > 0) tell('numbers:told');
  if (left > 0) tell(others > 0 ? 'numbers:replaced' : 'numbers:left-out');
  if (others > 0) tell('numbers:others', Math.min(3, others) / 3);
}
