import { writtenMoment } from '../core/clock/office-day.js';
import type { GroundLink } from './ground.repository.js';
import type { ItemValues } from './request-text.js';
import type { ContentItem } from './takedown.js';

/** A link as the text of a request names it. */
export const lineOfLink = (l: GroundLink, zone: string): ItemValues => ({
  url: l.url,
  author: l.author,
  quote: l.quote,
  sealed_at: l.evidence[0] ? writtenMoment(new Date(l.evidence[0].sealedAt), zone) : null,
  evidence: l.evidence.map(({ sha256, session }) => ({ sha256, signedIn: session !== null })),
  authorSignedIn: l.authorSession !== null,
  quoteSignedIn: l.quoteSession !== null,
});
/** The same of what was asked for once and is asked back. */
export const lineOfItem = (i: ContentItem): ItemValues => ({
  url: i.url,
  author: null,
  quote: null,
  sealed_at: null,
  evidence: i.evidence,
});
/** A link as a request holds it: the name of a session stays in the office. */
export const itemOfLink = (l: GroundLink): ContentItem => ({
  addressId: l.addressId,
  postId: l.postId,
  url: l.url,
  evidence: l.evidence.map(({ exhibitId, evidenceId, sha256, session }) => ({
    ...{ exhibitId, evidenceId, sha256 },
    ...(session !== null && { signedIn: true as const }),
  })),
});
