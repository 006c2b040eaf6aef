import type { Fault } from '../../core/table.js';
import type { Homoglyphs } from './fold.js';
import { Spelling } from './spelling.js';
import { SyllableTable, type Syllables } from './syllable.js';

/** What undoes disguises; each can be switched off (config/matching.yaml). */
export const STEPS = [
  'codes',
  'tags',
  'look-alikes',
  'upside-down',
  'backwards',
  'exchanged',
  'typing',
  'apart',
  'joined',
  'leet',
  'repeats',
  'chat',
  'slips',
] as const;
export type Step = (typeof STEPS)[number];
export const KEYBOARDS = ['telex', 'vni', 'viqr'] as const;
export type Keyboard = (typeof KEYBOARDS)[number];

export interface TextTable {
  steps: Step[];
  homoglyphs: Record<string, string>;
  same_words: Record<string, string>;
  syllables: Syllables;
  longest_text: number;
}
export interface DisguiseTable {
  fancy_letters: Record<string, string>;
  look_alikes: Record<string, string>;
  sounds: Record<string, string>;
  upside_down: Record<string, string>;
  mirrored: Record<string, string>;
  leet: Record<string, string>;
  key_rows: string[];
  slips: Record<string, string>;
  entities: Record<string, string>;
  keys: Record<Keyboard, { tones: string; shapes: Record<string, string> }>;
  chat: { words: Record<string, string>; letters: Record<string, string> };
  everyday: string;
}
type Letters = ReadonlyMap<string, string>;
export interface Keys {
  tones: Letters;
  shapes: Letters;
  /** keys that are signs elsewhere */
  signs: string;
}
export interface TextRules {
  steps: ReadonlySet<Step>;
  homoglyphs: Homoglyphs;
  same: ReadonlyMap<string, string[]>;
  syllables: SyllableTable;
  longest: number;
  looks: { likeness: Letters; otherwise: Letters; letters: Letters; sounds: Letters; turned: Letters; mirrored: Letters };
  /** `drawn` finds runs of the signs that letters are drawn of */
  leet: { letters: Letters; drawn: RegExp | null };
  slips: readonly [string, string][];
  /** by letter: those on the keys beside it */
  beside: ReadonlyMap<string, string>;
  entities: Letters;
  keys: Record<Keyboard, Keys>;
  chat: { words: ReadonlyMap<string, string[]>; letters: readonly { from: RegExp; to: string }[] };
  everyday: ReadonlySet<string>;
  spelling: Spelling;
}

const TONES = '\u0301\u0300\u0309\u0303\u0323';
const wordsOf = (table: Record<string, string>) =>
  new Map(Object.entries(table).map(([from, to]) => [from.normalize('NFC').toLowerCase(), to.normalize('NFC').toLowerCase().split(' ')]));
const behind = (table: Record<string, string>): [string, string][] =>
  Object.entries(table).flatMap(([to, letters]) => Array.from(letters, (from): [string, string] => [from, to]));
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Keys touch the ones beside them and, half a key along, those of the rows above and below. */
function besideOf(rows: readonly string[]): Map<string, string> {
  const near = (row: string | undefined, from: number) => row?.slice(Math.max(0, from), from + 2) ?? '';
  return new Map(
    rows.flatMap((row, r) =>
      Array.from(row, (key, i): [string, string] => [
        key,
        row.charAt(i - 1) + row.charAt(i + 1) + near(rows[r - 1], i) + near(rows[r + 1], i - 1),
      ]),
    ),
  );
}

export function textRules(table: TextTable, disguises: DisguiseTable): TextRules {
  const homoglyphs = new Map([...behind(disguises.fancy_letters), ...Object.entries(table.homoglyphs)]);
  const likeness = new Map(behind(disguises.look_alikes));
  const drawn = Object.keys(disguises.leet).filter((sign) => Array.from(sign).length > 1);
  const keysOf = ({ tones, shapes }: DisguiseTable['keys']['telex']): Keys => ({
    tones: new Map(Array.from(tones, (key, i) => [key, TONES[i]])),
    shapes: new Map(Object.entries(shapes)),
    signs: [...new Set(tones + Object.keys(shapes).join(''))].filter((key) => !/[a-z\d]/.test(key)).join(''),
  });
  const syllables = new SyllableTable(table.syllables);
  const everyday = new Set(disguises.everyday.trim().split(/\s+/));
  return {
    steps: new Set(table.steps),
    homoglyphs,
    syllables,
    longest: table.longest_text,
    same: wordsOf(table.same_words),
    looks: {
      likeness,
      otherwise: new Map([...likeness, ...behind(disguises.look_alikes).toReversed(), ...homoglyphs]),
      letters: new Map([...likeness, ...homoglyphs]),
      sounds: new Map(Object.entries(disguises.sounds)),
      turned: new Map(Object.entries(disguises.upside_down)),
      mirrored: new Map(Object.entries(disguises.mirrored)),
    },
    leet: {
      letters: new Map(Object.entries(disguises.leet).map(([sign, stands]) => [sign.normalize('NFKC'), stands])),
      drawn: drawn.length > 0 ? new RegExp(`[${escaped([...new Set(drawn.join(''))].join(''))}]{2,}`, 'g') : null,
    },
    slips: Object.entries(disguises.slips),
    beside: besideOf(disguises.key_rows),
    entities: new Map(Object.entries(disguises.entities)),
    keys: { telex: keysOf(disguises.keys.telex), vni: keysOf(disguises.keys.vni), viqr: keysOf(disguises.keys.viqr) },
    chat: {
      words: wordsOf(disguises.chat.words),
      letters: Object.entries(disguises.chat.letters).map(([from, to]) => ({ from: new RegExp(from), to })),
    },
    everyday,
    spelling: new Spelling([...everyday, ...syllables.all()]),
  };
}

export const stepFaults = (steps: unknown): Fault[] =>
  Array.isArray(steps)
    ? steps.flatMap((step, i) =>
        (STEPS as readonly unknown[]).includes(step)
          ? []
          : [{ path: ['text', 'steps', i], says: `${String(step)} is no step of reading a text` }],
      )
    : [{ path: ['text', 'steps'], says: 'steps must be a list' }];

export function disguiseFaults(table: DisguiseTable): Fault[] {
  const found: Fault[] = [];
  const plain = (path: string[], value: unknown) => {
    if (!/^[a-z]+$/.test(String(value))) found.push({ path, says: `${path.at(-1)} must stand for letters from a to z` });
  };
  for (const name of ['fancy_letters', 'look_alikes'] as const)
    for (const letter of Object.keys(table[name]))
      if (!/^[a-z]$/.test(letter)) found.push({ path: [name, letter], says: `${letter} is no letter from a to z` });
  for (const name of ['sounds', 'upside_down', 'mirrored', 'leet', 'slips'] as const)
    for (const [from, to] of Object.entries(table[name])) plain([name, from], to);
  for (const keyboard of KEYBOARDS)
    if (Array.from(table.keys[keyboard].tones).length !== TONES.length)
      found.push({ path: ['keys', keyboard, 'tones'], says: `${keyboard} must have a key for each of five tones` });
  for (const [from, to] of Object.entries(table.chat.letters)) {
    plain(['chat', 'letters', from], to);
    if (!/^\^?[a-z]+\$?$/.test(from))
      found.push({ path: ['chat', 'letters', from], says: `${from} must be letters from a to z, with ^ before or $ behind` });
  }
  return found;
}
