// How well posts are set beside claims: `npm run bench -- matching`.
// --data DIR measures a set of yours (claims.jsonl, posts.jsonl, qrels.tsv); --beside DIR also asks the engines of others installed there.
import { join } from 'node:path';
import { lachan, peers } from './matching/engines.mjs';
import { quantile, rankingOf, round } from './matching/measures.mjs';
import { readSets, rows } from './matching/read-set.mjs';
import { robustness } from './matching/robustness.mjs';
import { stanceOf, thresholdsOf } from './matching/decisions.mjs';

const root = join(import.meta.dirname, '..');

export default async function bench({ data, beside } = {}) {
  const ours = await lachan(root);
  const engines = { lachan: ours, ...(beside ? peers(beside) : {}) };
  const sets = readSets(data ?? join(root, 'bench', 'matching', 'own'));
  const figures = { node: process.version, sets: Object.fromEntries(sets.map((set) => [set.name, measured(set, engines)])) };
  if (data) return figures;
  const pairs = rows(join(root, 'bench', 'matching', 'stance', 'pairs.jsonl'));
  const english = [...new Set(pairs.filter((p) => p.lang === 'en').map((p) => p.claim))].map((text, i) => ({ id: `en${i}`, text }));
  return {
    ...figures,
    thresholds: thresholdsOf(sets[0], ours(sets[0].claims)),
    robustness: { vi: robustness(sets[0].claims, 'vi', ours(sets[0].claims).rank), en: robustness(english, 'en', ours(english).rank) },
    stance: stanceOf(pairs, ours),
  };
}

function measured({ claims, posts, right }, engines) {
  return Object.fromEntries(
    Object.entries(engines).map(([name, make]) => {
      const began = performance.now();
      const { rank } = make(claims);
      const built = performance.now() - began;
      const times = [];
      const ranking = rankingOf(posts, right, (post) => {
        const asked = performance.now();
        const ranked = rank(post);
        times.push(performance.now() - asked);
        return ranked;
      });
      const speed = {
        'built in ms': Math.round(built),
        'p50 ms': round(quantile(times, 0.5), 2),
        'p99 ms': round(quantile(times, 0.99), 2),
      };
      return [name, { claims: claims.length, ...ranking, ...speed }];
    }),
  );
}
