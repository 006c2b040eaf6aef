import { worded, type CorrectionContent } from './correction.js';
import type { Language } from '../core/pages/texts.js';

interface About {
  content: CorrectionContent;
  language: Language;
  url: string;
  home: string;
  office: string;
  published: string;
  changed: string;
  rating: { value: number; best: number; worst: number; name: string };
}

/** A correction as schema.org's ClaimReview: what was said, that it is false, who says so. It names no post and nobody who spread it. */
export function claimReview({ content, language, url, home, office, published, changed, rating }: About): object {
  const text = worded(content, language);
  const author = { '@type': 'GovernmentOrganization', name: office, url: home };
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    '@id': url,
    url,
    inLanguage: text.language,
    name: text.title,
    datePublished: published,
    dateModified: changed,
    author,
    publisher: author,
    claimReviewed: text.said,
    reviewBody: text.truth,
    reviewRating: {
      '@type': 'Rating',
      ratingValue: rating.value,
      bestRating: rating.best,
      worstRating: rating.worst,
      alternateName: rating.name,
    },
    itemReviewed: { '@type': 'Claim', text: text.said, inLanguage: text.language },
    citation: content.sources.map(({ title, url: source }) => ({ '@type': 'CreativeWork', name: title, url: source })),
  };
}

/** JSON that cannot end the script element that holds it. */
export const scriptSafe = (value: object): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
