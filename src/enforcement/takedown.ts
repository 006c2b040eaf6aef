import { canonical } from '../core/events/canonical.js';
import { asSeen } from './own-words.js';
import { blanksIn } from '../core/documents/blanks.js';
import { isExactUrl, type Language } from './request-text.js';
import type { TakedownKind } from './takedown.flow.js';

export interface ContentItem {
  addressId: string;
  postId: string;
  url: string;
  evidence: ContentEvidence[];
}
export interface ContentEvidence {
  exhibitId: string;
  evidenceId: string;
  sha256: string;
  /** it shows what a signed-in visitor was shown; by which session is nobody's outside the office */
  signedIn?: true;
}
/** All that a request says and where it goes: what a second person approves, by its hash. */
export interface RequestContent {
  format: 1;
  kind: TakedownKind;
  reference: string;
  caseNumber: string;
  withdraws: string | null;
  platform: string;
  way: string;
  recipient: string;
  language: Language;
  legalBasis: string | null;
  template: { form: string; version: number };
  fields: Record<string, string>;
  subject: string;
  body: string;
  items: ContentItem[];
}
/** Names one delivery to the other side, the same however often it is tried. */
export const referenceOf = (t: { id: string; attempt: number }): string => `${t.id}.${t.attempt}`;
export const contentBytes = (content: RequestContent): Buffer => Buffer.from(canonical(content), 'utf8');

/** Blanks that stand in the text still, and those whose value nobody can see. */
export const blanksLeft = ({ subject, body, fields }: Pick<RequestContent, 'subject' | 'body' | 'fields'>): string[] => [
  ...new Set([...blanksIn(`${subject}\n${body}`), ...Object.keys(fields).filter((name) => asSeen(fields[name]) === '')]),
];

/** Whether each link is exact, is what the house knows that address by, and stands in the text as it is. */
export function linksAreExact(content: Pick<RequestContent, 'items' | 'body'>, known: ReadonlyMap<string, string>): boolean {
  const lines = content.body.split(/\s+/);
  return (
    content.items.length > 0 && content.items.every((i) => isExactUrl(i.url) && known.get(i.addressId) === i.url && lines.includes(i.url))
  );
}

export interface TakedownFacts {
  /** neither approved nor sent back since it was written */
  fresh: boolean;
  caseConfirmed: boolean;
  judgedFalse: boolean;
  exactUrls: boolean;
  basisCarries: boolean;
  allSealed: boolean;
  noBlank: boolean;
  approved: boolean;
  wayReady: boolean;
  byHand: boolean;
  nothingLeft: boolean;
  proof: boolean;
  withdrawalSent: boolean;
  noWithdrawal: boolean;
  neverSent: boolean;
}
/** Which of the flow's needs these facts meet. */
export function onFile(f: TakedownFacts): Set<string> {
  const met: [string, boolean][] = [
    ['new-version', f.fresh],
    ['case-confirmed', f.caseConfirmed],
    ['judged-false', f.judgedFalse],
    ['exact-urls', f.exactUrls],
    ['legal-basis', f.basisCarries],
    ['sealed-evidence', f.allSealed],
    ['no-blank', f.noBlank],
    ['approval', f.approved],
    ['way-ready', f.wayReady],
    ['by-hand', f.byHand],
    ['nothing-left', f.nothingLeft],
    ['delivery-proof', f.proof],
    ['withdrawal-sent', f.withdrawalSent],
    ['no-withdrawal', f.noWithdrawal],
    ['never-sent', f.neverSent],
  ];
  return new Set(met.filter(([, holds]) => holds).map(([need]) => need));
}

/** What two versions of a content say differently, for whoever read the older one. */
export function changedBetween(older: RequestContent, newer: RequestContent): string[] {
  return (Object.keys(newer) as (keyof RequestContent)[]).filter((key) => canonical(older[key]) !== canonical(newer[key])).sort();
}
