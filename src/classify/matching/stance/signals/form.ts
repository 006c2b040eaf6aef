import type { Scene, Tell } from '../scene.js';

const LAUGHS = /[😂🤣😆😹🙄🤡🤦]|:\)\)|=\)\)|\bh(?:aha)+|kk{2,}/iu;
const REFUSES = /[❌🚫⛔✖🤥👎]/u;
const APPROVES = /[✅✔💯👍]/u;
const ALARM = /[🆘⚠🚨😱😭‼😡🤬]/u;

/** How it is written: long or short, loud, laughing, in the first person of who was there. */
export function form({ post, from, to }: Scene, tell: Tell): void {
  const part = post.text.slice(post.tokens[from]?.start ?? 0, (post.tokens[to]?.end ?? 0) + 12);
  tell('form:length', Math.log2(1 + to - from) / 6);
  const sentences = (post.sentences[to] ?? 0) - (post.sentences[from] ?? 0);
  tell('form:sentences', Math.min(6, sentences) / 6);
  const shouts = part.split('!').length - 1;
  if (shouts > 0) tell('form:exclaims', Math.min(3, shouts) / 3);
  if (LAUGHS.test(part)) tell('form:laughs');
  if (ALARM.test(part)) tell('form:alarms');
  if (REFUSES.test(part)) tell('form:refuses');
  if (APPROVES.test(part)) tell('form:approves');
  if (/\d/.test(part)) tell('form:digits');
  if (/#\p{L}/u.test(part)) tell('form:hashtag');
  if (/\.\.\.|…/.test(part)) tell('form:trails-off');
}
