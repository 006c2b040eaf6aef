import { bare } from '../../../text/syllable.js';
import { runsOf } from '../reading.js';
import type { Scene, Tell } from '../scene.js';
import type { Token } from '../../../text/tokens.js';

const WORD = /[\p{L}\p{N}]+/gu;

/** Whose post it is, as far as the name tells: an office, or whoever calls itself so. */
export function speaker({ post, words }: Scene, tell: Tell): void {
  if (post.author === null) return;
  const tokens = [...post.author.toLowerCase().matchAll(WORD)].map(([w]) => ({ exact: w, bare: bare(w) }) as Token);
  const office = tokens.some((t) => words.domains.has(t.bare)) || runsOf(tokens, false, words.offices[post.language]).length > 0;
  tell(office ? 'speaker:office' : 'speaker:named');
  if (office && post.cues.some((c) => c.kind === 'denial' || c.kind === 'set-right')) tell('speaker:office-denies');
}
