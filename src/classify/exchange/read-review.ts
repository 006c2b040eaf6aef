import { cut } from '../../core/text/cut.js';
import { MOST_LISTED, type Source } from '../claim.js';
import type { RatingTable } from './rating.js';
import { verdictOf } from './rating.js';
import { Unreadable, type ReadRecord } from './record.js';
import { all, isA, dayIn, nameOf, numberIn, textIn, type Thing, thing } from './json-ld.js';

const URN = /^urn:uuid:([0-9a-f-]{36})$/i;
const COVERAGE = /^(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2}|\.\.)$/;
const VIETNAMESE = /[ăâđêôơưạ-ỹ]/iu;
const [LONGEST_TITLE, LONGEST_TRUTH] = [300, 4000];

/** The reviews of a file: one, a list, a graph, or a feed of them. */
export function readReviews(text: string, most: number, ratings: RatingTable): ReadRecord[] {
  const reviews = reviewsIn(parsed(text));
  if (reviews.length === 0) throw new Unreadable('no-claim-reviews');
  if (reviews.length > most) throw new Unreadable('too-many', { most });
  return reviews.map((review, i) => ({ place: i + 1, ...recordOf(review, ratings) }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new Unreadable('not-json', { line: text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length });
  }
}

const LEADS = ['@graph', 'dataFeedElement', 'item', 'itemListElement'];
/** In the order in which they stand there; however many they are and however deep they lie, one step each. */
function reviewsIn(root: unknown): Thing[] {
  const found: Thing[] = [];
  const todo: unknown[] = [];
  const put = (several: unknown[]) => {
    for (let i = several.length - 1; i >= 0; i--) todo.push(several[i]);
  };
  for (put([root]); todo.length > 0;) {
    const next = todo.pop();
    const is = thing(next);
    if (Array.isArray(next)) put(next);
    else if (isA(is, 'ClaimReview')) found.push(is);
    else put(LEADS.flatMap((lead) => all(is[lead])));
  }
  return found;
}

/** One review as a draft would say it; what it does not say is left to whoever imports. */
export function recordOf(review: Thing, ratings: RatingTable): Omit<ReadRecord, 'place'> {
  const item = thing(all(review.itemReviewed)[0]);
  const said = textIn(review.claimReviewed) ?? textIn(item.text) ?? textIn(item.name);
  if (!said) return { reason: 'no-claim', text: textIn(review.name) ?? textIn(review.url) ?? undefined };
  const rated = thing(all(review.reviewRating)[0]);
  const words =
    textIn(rated.alternateName) ?? textIn(rated.name) ?? (numberIn(rated.ratingValue) === undefined ? textIn(rated.ratingValue) : null);
  const verdict = verdictOf(
    { words, value: numberIn(rated.ratingValue), worst: numberIn(rated.worstRating), best: numberIn(rated.bestRating) },
    ratings,
  );
  const text = said.slice(0, 200);
  if (verdict === 'not-false') return { reason: 'not-false', text };
  const [reviewed, seen] = [dayIn(review.datePublished) ?? dayIn(review.dateCreated), dayIn(item.datePublished)];
  if (!reviewed) return { reason: 'no-date', text };
  const language = languageOf(textIn(review.inLanguage) ?? textIn(item.inLanguage), said);
  if (!language) return { reason: 'other-language', text };
  const [, from = seen && seen < reviewed ? seen : reviewed, to = '..'] = COVERAGE.exec(textIn(item.temporalCoverage) ?? '') ?? [];
  const topic = textIn(thing(all(item.about)[0]).termCode);
  const content = {
    ...(topic ? { topic } : {}),
    wordings: [{ language, text: said }, ...othersOf(item)],
    truth: cut(textIn(review.reviewBody) ?? textIn(review.description) ?? nameOf(review) ?? words ?? '', LONGEST_TRUTH),
    sources: sourcesOf(review, { words, reviewed, seenAt: appearancesOf(item) }),
    falseFrom: from,
    falseTo: to === '..' ? null : to,
  };
  const [, id] = URN.exec(textIn(review['@id']) ?? '') ?? [];
  return { content, text, ...(id ? { id: id.toLowerCase() } : {}), ...(verdict === 'unclear' ? { ratingUnclear: true } : {}) };
}

function languageOf(told: string | null, said: string): 'vi' | 'en' | null {
  if (told === null) return VIETNAMESE.test(said) ? 'vi' : 'en';
  const [main] = told.toLowerCase().split(/[-_]/);
  return main === 'vi' || main === 'en' ? main : null;
}
const othersOf = (item: Thing): { language: string; text: string }[] =>
  all(item.alternateName).flatMap((other) => {
    const { '@language': language, '@value': text } = thing(other);
    return typeof language === 'string' && typeof text === 'string' ? [{ language, text }] : [];
  });
const appearancesOf = (item: Thing): string[] =>
  [...all(item.firstAppearance), ...all(item.appearance)].flatMap((a) => textIn(a) ?? textIn(thing(a).url) ?? []);

/** The review itself, where it has an address, and what it cites. */
function sourcesOf(review: Thing, about: { words: string | null; reviewed: string; seenAt: string[] }): Source[] {
  const url = textIn(review.url);
  const publisher = nameOf(thing(all(review.author)[0])) ?? nameOf(thing(all(review.publisher)[0]));
  const own: Source[] = url
    ? [
        {
          title: nameOf(review) ?? publisher ?? url,
          url,
          date: about.reviewed,
          ...optional({ publisher, rating: about.words, licence: textIn(review.license) }),
        },
      ]
    : [];
  const cited = all(review.citation).flatMap((one): Source[] => {
    const c = thing(one);
    const at = textIn(one) ?? textIn(c.url);
    if (!at) return [];
    const rating = textIn(thing(c.reviewRating).alternateName);
    const told = optional({ publisher: nameOf(thing(c.publisher)), rating, licence: textIn(c.license) });
    return [{ title: nameOf(c) ?? at, url: at, date: dayIn(c.datePublished) ?? about.reviewed, ...told }];
  });
  const sources = [...own, ...cited].slice(0, MOST_LISTED).map((s) => ({ ...s, title: cut(s.title, LONGEST_TITLE) }));
  const seen = [...new Set(about.seenAt)].slice(0, MOST_LISTED);
  if (seen.length > 0 && sources.length > 0) sources[0].appearances = seen;
  return sources;
}
const optional = (told: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== null));
