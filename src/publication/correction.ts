import { canonical } from '../core/events/canonical.js';
import { isBlank } from '../core/text/visible.js';
import type { Language } from '../core/pages/texts.js';

/** What one language says: the headline, what was said, what is true. */
export interface CorrectionWording {
  title: string;
  said: string;
  truth: string;
}
export interface CorrectionSource {
  title: string;
  url: string;
}
/** All that a correction says: what a second person approves, by its hash. */
export interface CorrectionContent {
  format: 1;
  claimId: string;
  claimVersionId: string;
  vi: CorrectionWording;
  en: CorrectionWording | null;
  sources: CorrectionSource[];
}
export const contentBytes = (content: CorrectionContent): Buffer => Buffer.from(canonical(content), 'utf8');

const MARKED = /\[(\.{3}|…)\]|\{\{\w*\}\}/u;
const isOpen = (text: string): boolean => isBlank(text) || MARKED.test(text);

/** Every field that is empty, or still holds the mark of a blank. */
export function blanksOf(content: CorrectionContent): string[] {
  const worded = (['vi', 'en'] as const).flatMap((language) =>
    Object.entries(content[language] ?? {}).flatMap(([field, text]: [string, string]) => (isOpen(text) ? [`${language}.${field}`] : [])),
  );
  const sourced = content.sources.flatMap(({ title, url }, i) => (isOpen(title) || isOpen(url) ? [`sources.${i}`] : []));
  return [...worded, ...sourced];
}

/** What a reader of that language reads, and in which language it stands. */
export function worded(content: CorrectionContent, language: Language): CorrectionWording & { language: Language } {
  return language === 'en' && content.en ? { ...content.en, language } : { ...content.vi, language: 'vi' };
}

export interface CorrectionFacts {
  content: CorrectionContent;
  /** neither approved nor sent back since it was written */
  fresh: boolean;
  /** the version of the claim that is in force, if any */
  claimVersionId: string | null;
  withdrawalProposed: boolean;
}
/** Which of the flow's needs these facts meet. */
export function onFile(f: CorrectionFacts): Set<string> {
  const met: [string, boolean][] = [
    ['new-version', f.fresh],
    ['claim-in-force', f.claimVersionId === f.content.claimVersionId],
    ['source', f.content.sources.length > 0],
    ['no-blank', blanksOf(f.content).length === 0],
    ['withdrawal-proposed', f.withdrawalProposed],
  ];
  return new Set(met.filter(([, holds]) => holds).map(([need]) => need));
}
