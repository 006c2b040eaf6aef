import type { Aligned } from '../../matching/align.js';
import { candidates } from '../../matching/candidates.js';
import { ClaimIndex } from '../../matching/claim-index.js';
import type { MatchRules } from '../../matching/match.js';
import { readPost } from '../../matching/stance/reading.js';
import { sceneOf } from '../../matching/stance/scene.js';
import { signsOf } from '../../matching/stance/signs.js';
import type { StanceLabel } from '../../matching/stance/stance.js';
import type { StanceTable } from '../../matching/stance/stance-table.js';
import { tokenise } from '../../text/tokens.js';

/** A post beside a claim, with what a person says that it does with it. */
export interface Pair {
  lang: keyof StanceTable['negations'];
  claim: string;
  post: string;
  author: string | null;
  stance: StanceLabel;
}
/** What the machine sees of a pair; null where the post shares no word with the claim. */
export interface StanceExample {
  claim: string;
  lang: Pair['lang'];
  stance: StanceLabel;
  signs: ReadonlyMap<string, number> | null;
}

/** Sees each claim as if it stood in the registry alone. */
export function exampleMaker(rules: MatchRules): (pair: Pair) => StanceExample {
  const indexes = new Map<string, ClaimIndex>();
  const indexOf = (text: string) => {
    let index = indexes.get(text);
    const claim = { claimId: text, versionId: text, falseFrom: null, falseTo: null, wordings: [text] };
    if (!index) indexes.set(text, (index = new ClaimIndex([claim], rules.text, rules.index, rules.common)));
    return index;
  };
  return ({ claim, lang, post, author, stance }) => {
    const index = indexOf(claim);
    const read = tokenise(post, rules.text, index.knows);
    const query = index.query(read);
    const found: Aligned | undefined = candidates(index.search(query, 1), query, index)[0]?.pair;
    const { words } = rules.stance;
    const signs = found && signsOf(sceneOf(readPost({ text: post, author }, read, words, rules.text), found, words));
    return { claim, lang, stance, signs: signs ?? null };
  };
}
