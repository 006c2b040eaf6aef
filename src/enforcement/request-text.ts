import { fill } from '../core/documents/blanks.js';
import type { TakedownKind } from './takedown.flow.js';

export type Language = 'vi' | 'en';
export interface Template {
  form: string;
  kind: TakedownKind;
  language: Language;
  version: number;
  platforms?: string[];
  subject: string;
  body: string;
  item: string;
  no_value: string;
  /** what is said where a signed-in visitor saw the page: by all the evidence of a link, by some of it, or where its author, its quote or both alone are of that */
  signed_in: { every: string; some: string } & Partial<Record<'author' | 'quote' | 'both', string>>;
  blanks: Record<string, { vi: string; en: string; long?: boolean; links?: boolean }>;
}
/** What the house itself fills. */
export const HOUSE_VALUES = [
  'reference',
  'case',
  'office',
  'place',
  'date',
  'recipient',
  'citation',
  'action',
  'items',
  'withdrawn',
] as const;
export const ITEM_VALUES = ['number', 'url', 'author', 'quote', 'sealed_at', 'evidence', 'signed_in'] as const;
/** The line of an item that is left out where no visitor was signed in. */
export const SIGNED_IN_LINE = /^[^\S\n]*\{\{signed_in\}\}[^\S\n]*(\n|$)/m;

export interface ItemValues {
  url: string;
  author: string | null;
  quote: string | null;
  sealed_at: string | null;
  evidence: { sha256: string; signedIn?: boolean }[];
  /** a signed-in visitor was shown the author, or the quote */
  authorSignedIn?: boolean;
  quoteSignedIn?: boolean;
}
const oneLine = (text: string, longest: number): string => {
  const folded = text.replace(/\s+/g, ' ').trim();
  return [...folded].length > longest ? `${[...folded].slice(0, longest).join('')}…` : folded;
};

/** The list of links with what each one rests on. */
export function itemsText(template: Template, items: readonly ItemValues[], longestQuote = 280): string {
  return items
    .map((item, i) => {
      const signedIn = signedInText(template, item);
      return fill(signedIn ? template.item : template.item.replace(SIGNED_IN_LINE, ''), {
        number: String(i + 1),
        url: item.url,
        author: oneLine(item.author ?? '', 100) || template.no_value,
        quote: oneLine(item.quote ?? '', longestQuote) || template.no_value,
        sealed_at: item.sealed_at ?? template.no_value,
        evidence: hashes(item.evidence) || template.no_value,
        signed_in: signedIn,
      }).trimEnd();
    })
    .join('\n');
}
const hashes = (evidence: ItemValues['evidence']): string => [...new Set(evidence.map((e) => e.sha256))].join(', ');

/** That what a link rests on is what a signed-in visitor was shown; never whose session it was. */
function signedInText({ signed_in: says }: Template, { evidence, authorSignedIn, quoteSignedIn }: ItemValues): string {
  const seen = evidence.filter((e) => e.signedIn);
  if (seen.length > 0 && seen.length === evidence.length) return says.every;
  const words = authorSignedIn && quoteSignedIn ? says.both : (authorSignedIn && says.author) || (quoteSignedIn && says.quote);
  return [seen.length > 0 && fill(says.some, { evidence: hashes(seen) }), words].filter(Boolean).join(' ');
}

/** One post or video, not a site, a pattern or a search of one. */
export function isExactUrl(url: string): boolean {
  if (!URL.canParse(url) || /[*\s]/.test(url)) return false;
  const { protocol, pathname, search, username, password } = new URL(url);
  return (
    (protocol === 'https:' || protocol === 'http:') && !username && !password && (pathname.replace(/\/+$/, '') !== '' || search.length > 1)
  );
}

/** The blank templates of one kind for one platform: its own where there is one. */
export function templateFor(
  templates: readonly Template[],
  kind: TakedownKind,
  language: Language,
  platform: string,
): Template | undefined {
  const able = templates.filter((t) => t.kind === kind && t.language === language);
  return able.find((t) => t.platforms?.includes(platform)) ?? able.find((t) => !t.platforms);
}
