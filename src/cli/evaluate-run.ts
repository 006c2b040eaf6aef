import type { Answer } from '../classify/evaluation/answered.js';
import { inDisguise, strengthOf, type MatchRules } from '../classify/matching/match.js';
import { surely, STANCES, type Stance } from '../classify/matching/stance/stance.js';
import { tokenise } from '../classify/text/tokens.js';
import type { JudgedSet } from './evaluate-set.js';
import { idOf, LineError, rows, textOf, type Row } from './rows.js';

/** What a file that `lachan match` wrote answers to the posts of a set; a post that the file does not hold got no answer. */
export async function answersIn(file: string, { posts }: JudgedSet, rules: MatchRules): Promise<Map<string, Answer[]>> {
  const said = new Map<string, Answer[]>();
  for await (const { row, at } of rows(file)) {
    const id = idOf({ id: row.post }, at, 'post');
    if (said.has(id)) throw new LineError(`${at}: the post ${JSON.stringify(id)} stands further up`);
    if (!Array.isArray(row.matches)) throw new LineError(`${at}: "matches" must be a list`);
    const judged = posts.get(id);
    if (!judged) throw new LineError(`${at}: the set has no post ${JSON.stringify(id)}`);
    const { tokens, repairs } = tokenise(judged.post.text, rules.text);
    const post = { words: tokens.length, disguised: inDisguise(repairs, rules.stance) };
    said.set(
      id,
      row.matches.map((match) => asAnswer(match as Row, at, post, rules)),
    );
  }
  return said;
}

function asAnswer(match: Row | null, at: string, { words, disguised }: { words: number; disguised: boolean }, rules: MatchRules): Answer {
  const claim = idOf({ id: match?.claim }, at, 'claim');
  const score = match!.score;
  if (typeof score !== 'number' || !(score >= 0 && score <= 1)) throw new LineError(`${at}: "score" must be a number from 0 to 1`);
  const stance = match!.stance === undefined || match!.stance === null ? null : asStance(match!.stance as Row, at);
  const unrelated = stance !== null && surely(stance, rules.stance.words.sure, disguised) === 'unrelated';
  return { claim, score, strength: strengthOf(score, { words, unrelated }, rules.score), stance: stance?.label ?? null };
}

function asStance(stance: Row, at: string): Stance {
  const scores = stance.scores as Row | null | undefined;
  if (typeof scores !== 'object' || scores === null || STANCES.some((label) => typeof scores[label] !== 'number'))
    throw new LineError(`${at}: "stance" must have "scores" of ${STANCES.join(', ')}`);
  if (stance.label !== null && !STANCES.includes(textOf(stance, 'label', at) as Stance['label'] & string))
    throw new LineError(`${at}: "label" must be one of ${STANCES.join(', ')} or null`);
  return stance as unknown as Stance;
}
