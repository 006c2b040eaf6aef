import type { Scene, Tell } from '../scene.js';

/** Is the claim told in quotation marks, and is it some word alone that is held at arm's length? */
export function quotation({ post, own, from, to }: Scene, tell: Tell): void {
  if (post.quoted.size === 0) return;
  let [inside, quoted] = [0, 0];
  for (let i = from; i <= to; i++)
    if (post.quoted.has(i)) {
      quoted++;
      if (own.has(i)) inside++;
    }
  if (quoted === 0) return;
  tell('quotation:any');
  if (inside > 0) tell(quoted <= 4 ? 'quotation:words-of-claim' : 'quotation:claim');
}
