import type { Scene, Tell } from '../scene.js';
import { pairShare } from '../../align.js';

/** How much of the claim the post holds: names, numbers, other words, the order; and how much else it says. */
export function overlap({ post, pair, own, from, to }: Scene, tell: Tell): void {
  const { wording, heard, window } = pair;
  const share = (of: (j: number) => boolean) => {
    let [sum, all] = [0, 0];
    for (let j = 0; j < wording.families.length; j++)
      if (of(j)) {
        all += wording.weights[j];
        sum += wording.weights[j] * heard[j];
      }
    return all > 0 ? sum / all : -1;
  };
  const others = share((j) => !wording.names[j] && !wording.numbers[j]);
  tell('overlap:window', window.share);
  tell(
    'overlap:all',
    share(() => true),
  );
  tell('overlap:pairs', pairShare(pair));
  if (others >= 0) tell('overlap:words', others);
  const names = share((j) => wording.names[j]);
  if (names >= 0) tell('overlap:names', names);
  const step = Math.min(4, Math.floor(window.share * 5));
  tell(`overlap:step-${step}`);
  tell('overlap:else', 1 - own.size / Math.max(1, to - from + 1));
  const last = wording.families.length - 1;
  const verbs = share((j) => j > last / 3 && !wording.names[j] && !wording.numbers[j]);
  if (verbs >= 0) tell('overlap:end', verbs);
  if (post.tokens.length < 8) tell('form:short');
}
