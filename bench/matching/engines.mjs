// The engines that a set is given to. Each is made of claims and ranks their ids for a post, the best first, at most a hundred.
import { createRequire } from 'node:module';
import { join } from 'node:path';

const TOP = 100;
const words = (text) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const whole = (claim) => [claim.text, claim.title].filter(Boolean).join('\n');

/** Ours, by the built product: also gives the matches themselves. */
export async function lachan(root) {
  const built = (file) => import(join(root, 'dist', 'src', 'classify', 'matching', file));
  const [{ ClaimIndex }, { match }, { matching }] = [
    await built('claim-index.js'),
    await built('match.js'),
    await built('matching-table.js'),
  ];
  return (claims) => {
    const index = new ClaimIndex(
      claims.map(({ id, text, title, wordings = [] }) => ({
        claimId: id,
        versionId: id,
        falseFrom: null,
        falseTo: null,
        wordings: [text, ...(title ? [`${text}\n${title}`] : []), ...wordings],
      })),
      matching.text,
      matching.index,
      matching.common,
    );
    const matches = (post, top = TOP) => match({ text: post.text, author: post.author, date: null }, index, matching, { top });
    return { matches, rank: (post) => matches(post).map((m) => m.claimId), thresholds: matching.score.thresholds };
  };
}

/** Those of others that are installed in `dir`, on words in lower case; each as its documentation shows it. */
export function peers(dir) {
  const require = createRequire(join(dir, 'package.json'));
  const known = {
    minisearch: (claims) => {
      const MiniSearch = require('minisearch');
      const index = new MiniSearch({ fields: ['text'], tokenize: words });
      index.addAll(claims.map((claim) => ({ id: claim.id, text: whole(claim) })));
      return { rank: (post) => ids(index.search(post.text), (hit) => hit.id) };
    },
    lunr: (claims) => {
      const lunr = require('lunr');
      const index = lunr(function () {
        this.field('text');
        this.pipeline.reset();
        this.searchPipeline.reset();
        for (const claim of claims) this.add({ id: claim.id, text: words(whole(claim)) });
      });
      const ask = (post) => index.query((q) => [...new Set(words(post.text))].forEach((word) => q.term(word, { usePipeline: false })));
      return { rank: (post) => ids(ask(post), (hit) => hit.ref) };
    },
    'wink-bm25-text-search': (claims) => {
      const engine = require('wink-bm25-text-search')();
      engine.defineConfig({ fldWeights: { text: 1 } });
      engine.definePrepTasks([words]);
      for (const claim of claims) engine.addDoc({ text: whole(claim) }, claim.id);
      engine.consolidate();
      return { rank: (post) => ids(engine.search(post.text, TOP), ([id]) => id) };
    },
    natural: (claims) => {
      const TfIdf = require('natural/lib/natural/tfidf/tfidf.js');
      const index = new (TfIdf.default ?? TfIdf.TfIdf ?? TfIdf)();
      for (const claim of claims) index.addDocument(words(whole(claim)));
      return {
        rank: (post) => {
          const scored = index.tfidfs(words(post.text)).map((score, i) => [score, claims[i].id]);
          return ids(
            scored.filter(([score]) => score > 0).toSorted((a, b) => b[0] - a[0]),
            ([, id]) => id,
          );
        },
      };
    },
  };
  return Object.fromEntries(Object.entries(known).filter(([name]) => installed(require, name)));
}
const ids = (hits, of) => hits.slice(0, TOP).map((hit) => String(of(hit)));
function installed(require, name) {
  try {
    return Boolean(require.resolve(name));
  } catch {
    return false;
  }
}
