import type { Scene, Tell } from '../scene.js';

const REACH = 2;

/** Listed words around the match: how near they stand, whether they are turned round, quoted, or open or close what is said. */
export function cues({ post, own, main, from, to }: Scene, tell: Tell): void {
  for (const cue of post.cues) {
    if (cue.to < from || cue.from > to) continue;
    let claims = true;
    for (let i = cue.from; i <= cue.to; i++) claims &&= own.has(i);
    if (claims) continue;
    const away = Math.abs(post.sentences[cue.from] - main);
    let name = cue.kind;
    for (let i = Math.max(0, cue.from - REACH); i < cue.from; i++)
      if (post.negated.has(i) && post.sentences[i] === post.sentences[cue.from]) name = `not-${cue.kind}`;
    tell(`cue:${name}`, 1 / (1 + 0.5 * away));
    if (post.quoted.has(cue.from)) tell(`cue:quoted:${cue.kind}`);
    if (post.sentences[cue.from] === post.sentences[from] || cue.from - from < 4) tell(`cue:first:${cue.kind}`, 0.5);
    if (post.sentences[cue.to] === post.sentences[to]) tell(`cue:last:${cue.kind}`, 0.5);
  }
}
