import { readTable, type Fault } from '../../core/table.js';
import { bare, toneLast } from '../text/syllable.js';
import { disguiseFaults, stepFaults, textRules, type DisguiseTable, type TextTable } from '../text/rules.js';
import type { IndexRules } from './rarity.js';
import type { MatchRules, ScoreRules } from './match.js';
import { modelFaults, scorer, type MatcherModel, type Scorer } from './model.js';
import { stanceScorer } from './stance/stance-model.js';
import { readStanceModel, readStanceWords } from './stance/stance-table.js';

interface MatchingTable {
  thresholds: ScoreRules['thresholds'];
  strong_words: number;
  strong_confidence: number;
  shown: number;
  candidates: number;
  kept: { from: number; again: number };
  index: IndexRules;
  text: TextTable;
  common_words: string;
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
  number(['strong_words'], table.strong_words, 1, 50);
  number(['strong_confidence'], table.strong_confidence, 0, 100);
  number(['candidates'], table.candidates, 5, 1000);
  number(['shown'], table.shown, 1, 20);
  number(['kept', 'from'], table.kept.from, 1, 16_000_000);
  number(['kept', 'again'], table.kept.again, 1, 1_000_000);
  number(['text', 'longest_text'], table.text.longest_text, 1000, 1_000_000);
  found.push(...stepFaults(table.text.steps));
  for (const rime of [...table.text.syllables.onsets, ...table.text.syllables.rimes])
    if (bare(String(rime)) !== rime) found.push({ path: ['text', 'syllables'], says: `${rime} is not written without marks` });
  return found;
}

export function matchRules(table: MatchingTable, disguises: DisguiseTable, model: Scorer): MatchRules {
  const text = textRules(table.text, disguises);
  return {
    text,
    index: table.index,
    common: new Set(
      table.common_words
        .trim()
        .split(/\s+/)
        .map((w) => toneLast(w.normalize('NFC'))),
    ),
    score: { candidates: table.candidates, thresholds: table.thresholds, strong_words: table.strong_words },
    model,
    stance: { words: readStanceWords(text), model: stanceScorer(readStanceModel()) },
  };
}

const table = readTable<MatchingTable>('matching.yaml', matchingFaults);
const disguises = readTable<DisguiseTable>('disguises.yaml', disguiseFaults);
const model = readTable<MatcherModel>('matcher.model.json', (value) => modelFaults(value).map((says) => ({ path: [], says })));
/** `config/matching.yaml`, checked and ready. */
/** How sure the reading of a picture must be for a strong match. */
export const STRONG_CONFIDENCE = table.strong_confidence;
export const matching: MatchRules = matchRules(table, disguises, scorer(model));
/** How many suggestions a screen gets. */
export const SHOWN = table.shown;
/** From how many claims on their index is kept as a file, and after how many changes it is written again. */
export const KEPT = table.kept;
/** All of the tables that an index hangs on. */
export const INDEX_TABLES: unknown = [table.text, table.index, table.common_words, disguises];
