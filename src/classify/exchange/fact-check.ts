import { cut } from '../../core/text/cut.js';
import { all, textIn, thing, type Thing } from './json-ld.js';

/** A check of others, as a service of the form of the Google Fact Check Tools API tells it. */
export interface Check {
  text: string;
  url: string;
  title: string | null;
  publisher: string | null;
  rating: string | null;
  language: string | null;
  reviewDate: string | null;
  claimDate: string | null;
}
export interface ChecksPage {
  checks: Check[];
  nextPageToken: string | null;
}
export interface AskedChecks {
  query: string;
  language?: string;
  publisher?: string;
  pageToken?: string;
}
const LONGEST = { text: 2000, title: 1000, name: 300, short: 40 };

/** Where the question goes; the key is no part of an address. */
export function searchAddress(base: string, { query, language, publisher, pageToken }: AskedChecks, page: number): string {
  const asked = { query, languageCode: language, reviewPublisherSiteFilter: publisher, pageSize: String(page), pageToken };
  const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${base.replace(/\/+$/, '')}/claims:search?${new URLSearchParams(given).toString()}`;
}

/** What the service answered; null where it is nothing of the kind. Of each claim its reviews one by one; who said it names a person and is left there. */
export function checksIn(body: string): ChecksPage | null {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return null;
  const { claims, nextPageToken } = answer as Thing;
  if (claims !== undefined && !Array.isArray(claims)) return null;
  const checks = all(claims).flatMap((claim) => {
    const { text, claimDate, claimReview } = thing(claim);
    return all(claimReview).flatMap((review) => checkOf(textIn(text), textIn(claimDate), thing(review)));
  });
  return { checks, nextPageToken: textIn(nextPageToken) };
}

function checkOf(text: string | null, claimDate: string | null, review: Thing): Check[] {
  const url = textIn(review.url);
  if (!text || !url || url.length > LONGEST.text) return [];
  const by = thing(review.publisher);
  const cutIn = (value: unknown, most: number) => {
    const text = textIn(value);
    return text && cut(text, most);
  };
  return [
    {
      ...{
        text: cut(text, LONGEST.text),
        url,
        title: cutIn(review.title, LONGEST.title),
        rating: cutIn(review.textualRating, LONGEST.name),
      },
      ...{ publisher: cutIn(by.name, LONGEST.name) ?? cutIn(by.site, LONGEST.name), language: cutIn(review.languageCode, LONGEST.short) },
      ...{ reviewDate: cutIn(review.reviewDate, LONGEST.short), claimDate: cutIn(claimDate, LONGEST.short) },
    },
  ];
}

/** The same as a ClaimReview, so that it comes in by the way of a file. */
export const reviewOf = (c: Check): Thing => ({
  '@type': 'ClaimReview',
  claimReviewed: c.text,
  url: c.url,
  name: c.title,
  datePublished: c.reviewDate ?? c.claimDate,
  inLanguage: c.language,
  author: { name: c.publisher },
  reviewRating: { alternateName: c.rating },
  itemReviewed: { datePublished: c.claimDate },
});
