import { macroF1, mean, round } from './measures.mjs';

const STANCES = ['spread', 'denial', 'question', 'unrelated'];

/** What an inspector is shown at each threshold: how much of what is right, and how often a post about nothing registered raises it. */
export function thresholdsOf({ posts, right }, { matches, thresholds }) {
  const found = posts.map((post) => ({ post, top: matches(post, 5) }));
  return Object.fromEntries(
    Object.entries(thresholds).map(([name, from]) => {
      const shown = found.flatMap(({ post, top }) =>
        top.filter((m) => m.score >= from).map((m) => right.get(post.id)?.has(m.claimId) ?? false),
      );
      const about = found.filter(({ post }) => right.has(post.id));
      const recalled = about.filter(({ post, top }) => top.some((m) => m.score >= from && right.get(post.id).has(m.claimId)));
      const alarms = (kind) => {
        const of = found.filter(({ post }) => !right.has(post.id) && post.kind === kind);
        return of.length === 0 ? undefined : round(mean(of.map(({ top }) => ((top[0]?.score ?? 0) >= from ? 1 : 0))));
      };
      return [
        name,
        {
          from,
          precision: round(mean(shown.map(Number))),
          recall: round(recalled.length / about.length),
          'false alarms on near-misses': alarms('near-miss'),
          'on other posts': alarms('other'),
        },
      ];
    }),
  );
}

/** Each post beside its own claim alone: what is said of its stance. A pair that is no match at all counts as unrelated. */
export function stanceOf(pairs, make) {
  const said = pairs.map(({ claim, post, author, stance, lang }) => {
    const [match] = make([{ id: '1', text: claim }]).matches({ text: post, author }, 1);
    return { lang, right: stance, said: match ? match.stance.label : 'unrelated' };
  });
  const denials = said.filter((s) => s.right === 'denial');
  const of = (some) => macroF1(STANCES, some);
  return {
    pairs: said.length,
    'no label': round(mean(said.map((s) => (s.said === null ? 1 : 0)))),
    'denials taken for spread': round(mean(denials.map((s) => (s.said === 'spread' ? 1 : 0)))),
    all: of(said),
    vi: of(said.filter((s) => s.lang === 'vi'))['macro-F1'],
    en: of(said.filter((s) => s.lang === 'en'))['macro-F1'],
  };
}
