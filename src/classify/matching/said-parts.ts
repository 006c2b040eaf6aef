import { confidenceOf, placedWords, type ReadLine } from '../../core/text/read-lines.js';
import type { Match, Reason, Span } from './match.js';

/** What a picture or the subtitles of a post say, as a machine read it. */
export interface SaidPart {
  readingId: string;
  evidenceId: string;
  kind: 'picture' | 'subtitles';
  part: string;
  confidence: number | null;
  lines: ReadLine[];
  text: string;
}
/** `source`: where the words stand, where that is not the text of the post. */
export type PlacedMatch = Match & { source: SaidPart | null };
export interface PartRules {
  /** the engine must be so sure of the words that match, 0 to 100, for a strong match */
  strong_confidence: number;
}

/** The text first, then each part by itself: of each claim the best match, a strong one before a higher score that is not. */
export function matchParts(
  text: Match[],
  parts: readonly SaidPart[],
  find: (text: string) => Match[],
  rules: PartRules & { shown: number },
): PlacedMatch[] {
  const found: PlacedMatch[] = text.map((match) => ({ ...match, source: null }));
  for (const part of parts) found.push(...find(part.text).map((match) => placed(match, part, rules)));
  const best = new Map<string, PlacedMatch>();
  for (const match of found) {
    const held = best.get(match.claimId);
    if (!held || rank(match) > rank(held)) best.set(match.claimId, match);
  }
  return [...best.values()].sort((a, b) => rank(b) - rank(a)).slice(0, rules.shown);
}
const rank = ({ strength, score }: Match): number => (strength === 'strong' ? 1 : 0) + score;

function placed(match: Match, part: SaidPart, rules: PartRules): PlacedMatch {
  const confidence = sureOf(part, match.spans);
  const unsure = confidence !== null && confidence < rules.strong_confidence;
  const reason: Reason =
    part.kind === 'picture'
      ? { code: 'in-picture', part: part.part, confidence: confidence ?? 0 }
      : { code: 'in-subtitles', part: part.part };
  return {
    ...match,
    strength: unsure && match.strength === 'strong' ? 'suggest' : match.strength,
    reasons: [reason, ...match.reasons],
    source: part,
  };
}

/** How sure the engine is of the words that match. */
function sureOf({ lines, confidence, kind }: SaidPart, spans: Span[]): number | null {
  if (kind === 'subtitles') return null;
  return confidenceOf(placedWords(lines).filter((w) => spans.some((s) => s.start < w.end && w.start < s.end))) ?? confidence;
}
