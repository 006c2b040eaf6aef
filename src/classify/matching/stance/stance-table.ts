import { openTable, readTable, type Fault } from '../../../core/table.js';
import { REPAIRS, tokenise, type Repair, type TextRules } from '../../text/tokens.js';
import { stanceModelFaults, type StanceModel } from './stance-model.js';
import { STANCES, type StanceLabel } from './stance.js';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
type Words = Record<Language, string[]>;
export interface StanceTable {
  thresholds: Record<StanceLabel, number>;
  sure: Record<StanceLabel, number>;
  disguises: Repair[];
  negations: Words;
  offices: Words;
  domains: string[];
  cues: Record<string, Words>;
}
export interface Phrase {
  kind: string;
  exact: string[];
  bare: string[];
}
/** The words of the table, by the first of each phrase without marks. */
export type Phrases = ReadonlyMap<string, readonly Phrase[]>;
export interface StanceWords {
  cues: Record<Language, Phrases>;
  negations: Record<Language, Phrases>;
  offices: Record<Language, Phrases>;
  domains: ReadonlySet<string>;
  thresholds: StanceTable['thresholds'];
  sure: StanceTable['sure'];
  /** what whoever undoes it takes for hidden on purpose */
  disguises: ReadonlySet<string>;
}

export function stanceFaults(table: StanceTable): Fault[] {
  const found: Fault[] = [];
  const texts = (path: string[], words: unknown) => {
    if (!Array.isArray(words)) found.push({ path, says: `${path.join('.')} must be a list` });
    else
      words.forEach((word: unknown, i) => {
        if (typeof word !== 'string' || !word.trim()) found.push({ path: [...path, i], says: `${String(word)} is not a text; quote it` });
      });
  };
  const both = (path: string[], words: Partial<Words> | null) => LANGUAGES.forEach((l) => texts([...path, l], words?.[l]));
  for (const kind of ['thresholds', 'sure'] as const)
    for (const stance of STANCES) {
      const from = table[kind]?.[stance];
      if (!(from >= 0 && from <= 1)) found.push({ path: [kind, stance], says: `${kind} of ${stance} must lie between 0 and 1` });
    }
  texts(['disguises'], table.disguises);
  (Array.isArray(table.disguises) ? table.disguises : []).forEach((name, i) => {
    if (!REPAIRS.includes(name)) found.push({ path: ['disguises', i], says: `${String(name)} is none of ${REPAIRS.join(', ')}` });
  });
  both(['negations'], table.negations);
  both(['offices'], table.offices);
  texts(['domains'], table.domains);
  if (Object.keys(table.cues ?? {}).length === 0) found.push({ path: ['cues'], says: 'cues must name a kind' });
  for (const [kind, words] of Object.entries(table.cues ?? {})) both(['cues', kind], words);
  return found;
}

export function stanceWords(table: StanceTable, text: TextRules): StanceWords {
  const each = (of: (language: Language) => [string, string[]][]) =>
    Object.fromEntries(LANGUAGES.map((l) => [l, phrases(of(l), text)])) as unknown as Record<Language, Phrases>;
  return {
    cues: each((l) => Object.entries(table.cues).map(([kind, words]) => [kind, words[l]])),
    negations: each((l) => [['negation', table.negations[l]]]),
    offices: each((l) => [['office', table.offices[l]]]),
    domains: new Set(table.domains),
    thresholds: table.thresholds,
    sure: table.sure,
    disguises: new Set(table.disguises),
  };
}

function phrases(lists: [string, string[]][], text: TextRules): Phrases {
  const known = new Map<string, Phrase[]>();
  for (const [kind, words] of lists)
    for (const word of words) {
      const { tokens } = tokenise(word, text, () => true);
      if (tokens.length === 0) continue;
      const phrase = { kind, exact: tokens.map((t) => t.exact), bare: tokens.map((t) => t.bare) };
      known.set(phrase.bare[0], [...(known.get(phrase.bare[0]) ?? []), phrase]);
    }
  for (const list of known.values()) list.sort((a, b) => b.bare.length - a.bare.length);
  return known;
}

/** `config/stance.yaml`, checked; its words are cut as `text` cuts a post. */
export const readStanceWords = (text: TextRules): StanceWords => stanceWords(readTable<StanceTable>('stance.yaml', stanceFaults), text);
/** A model of `config/`; a fault refuses to start and names the file. `root` is where it lies. */
export const readStanceModel = (name = 'stance.model.json', root?: string): StanceModel =>
  openTable<StanceModel>(name, (value) => stanceModelFaults(value).map((says) => ({ path: [], says })), root).value;
