import { readTable, type Fault } from '../../core/table.js';
import { bare, toneLast } from '../text/syllable.js';
import { textRules, type TextTable } from '../text/tokens.js';
import type { IndexRules } from './claim-index.js';
import type { MatchRules, ScoreRules } from './match.js';
import { SIGNALS } from './signals.js';
import { STANCES, stanceRules, type StanceTable } from './stance.js';

interface MatchingTable {
  thresholds: ScoreRules['thresholds'];
  shown: number;
  candidates: number;
  weights: ScoreRules['weights'];
  index: IndexRules;
  text: TextTable;
  common_words: string;
  stance: StanceTable;
}

export function matchingFaults(table: MatchingTable): Fault[] {
  const found: Fault[] = [];
  const number = (path: string[], value: unknown, low: number, high: number) => {
    if (typeof value !== 'number' || !(value >= low && value <= high))
      found.push({ path, says: `${path.join('.')} must be a number between ${low} and ${high}` });
  };
  number(['thresholds', 'suggest'], table.thresholds.suggest, 0, 1);
  number(['thresholds', 'strong'], table.thresholds.strong, 0, 1);
  if (table.thresholds.strong < table.thresholds.suggest)
    found.push({ path: ['thresholds', 'strong'], says: 'strong must not lie below suggest' });
  number(['candidates'], table.candidates, 5, 1000);
  number(['shown'], table.shown, 1, 20);
  number(['text', 'longest_text'], table.text.longest_text, 1000, 1_000_000);
  for (const name of ['base', ...SIGNALS]) number(['weights', name], table.weights[name as 'base'], -50, 50);
  for (const [name, cue] of Object.entries(table.stance.cues)) {
    if (!(STANCES as readonly string[]).includes(cue.toward))
      found.push({ path: ['stance', 'cues', name, 'toward'], says: `${cue.toward} is no stance` });
    number(['stance', 'cues', name, 'points'], cue.points, -10, 10);
    cue.words.forEach((words: unknown, i) => {
      if (typeof words !== 'string' || !words.trim())
        found.push({ path: ['stance', 'cues', name, 'words', i], says: `cue ${String(words)} is not a text; quote it` });
    });
  }
  for (const rime of [...table.text.syllables.onsets, ...table.text.syllables.rimes])
    if (bare(String(rime)) !== rime) found.push({ path: ['text', 'syllables'], says: `${rime} is not written without marks` });
  return found;
}

export function matchRules(table: MatchingTable): MatchRules {
  const text = textRules(table.text);
  return {
    text,
    index: table.index,
    common: new Set(
      table.common_words
        .trim()
        .split(/\s+/)
        .map((w) => toneLast(w.normalize('NFC'))),
    ),
    score: { candidates: table.candidates, weights: table.weights, thresholds: table.thresholds },
    stance: stanceRules(table.stance, text),
  };
}

const table = readTable<MatchingTable>('matching.yaml', matchingFaults);
/** `config/matching.yaml`, checked and ready. */
export const matching: MatchRules = matchRules(table);
/** How many suggestions a screen gets. */
export const SHOWN = table.shown;
