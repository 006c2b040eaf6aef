import type { Scene, Tell } from '../scene.js';

/** Who asks: a question mark behind the match, behind the last sentence, behind a word of negation (“… không?”). */
export function question({ post, asked, main, from, to }: Scene, tell: Tell): void {
  if (asked.length === 0) return;
  tell('asks:any');
  tell('asks:share', asked.length / (1 + post.sentences[to] - post.sentences[from]));
  if (post.asked.has(main)) tell('asks:match');
  if (post.asked.has(post.sentences[to])) tell('asks:last');
  for (const end of asked) if (post.negated.has(end)) tell('asks:negation');
}
