import { dayOf } from '../../core/clock/office-day.js';
import type { Source } from '../claim.js';
import type { ClaimRecord } from './record.js';

/** Whose reviews they are: the office, and the name of its verdict. */
export interface ReviewedBy {
  author: { type: string; name: string };
  verdict: { value: number; worst: number; best: number; name: { vi: string; en: string } };
  url: string;
  timeZone: string;
  topics: Record<string, { vi: string; en: string }>;
}
const URN = 'urn:uuid:';
export const CONTEXT = 'https://schema.org';
const OPEN = '..';

/** A claim in force as a ClaimReview of schema.org: a publication, so only of what a second person approved. */
export function claimReview(c: ClaimRecord, by: ReviewedBy): object {
  const [first, ...others] = c.wordings;
  const appearances = [...new Set(c.sources.flatMap((s) => s.appearances ?? []))];
  return {
    '@type': 'ClaimReview',
    '@id': URN + c.id,
    claimReviewed: first.text,
    inLanguage: first.language,
    datePublished: c.approvedAt ? dayOf(new Date(c.approvedAt), by.timeZone) : undefined,
    author: { '@type': by.author.type, name: by.author.name, url: by.url },
    reviewBody: c.truth,
    reviewRating: {
      '@type': 'Rating',
      ratingValue: by.verdict.value,
      worstRating: by.verdict.worst,
      bestRating: by.verdict.best,
      alternateName: by.verdict.name[first.language],
    },
    itemReviewed: {
      '@type': 'Claim',
      text: first.text,
      ...(others.length > 0 ? { alternateName: others.map((w) => ({ '@language': w.language, '@value': w.text })) } : {}),
      about: { '@type': 'DefinedTerm', termCode: c.topic, name: by.topics[c.topic]?.[first.language] ?? c.topic },
      temporalCoverage: `${c.falseFrom}/${c.falseTo ?? OPEN}`,
      ...(appearances.length > 0 ? { appearance: appearances.map((url) => ({ '@type': 'CreativeWork', url })) } : {}),
    },
    citation: c.sources.map(citation),
  };
}
const citation = ({ title, url, date, publisher, rating, licence }: Source): object => ({
  '@type': rating ? 'ClaimReview' : 'CreativeWork',
  name: title,
  url,
  datePublished: date,
  ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
  ...(rating ? { reviewRating: { '@type': 'Rating', alternateName: rating } } : {}),
  ...(licence ? { license: licence } : {}),
});

/** The whole file, around reviews with commas between them. */
export const REVIEWS_HEAD = `{"@context":"${CONTEXT}","@graph":[\n`;
export const REVIEWS_END = '\n]}\n';
