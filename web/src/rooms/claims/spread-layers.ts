import type { Spread } from '../../api/types.js';
import type { TextKey } from '../../text/texts.js';

type Column = Spread['columns'][number];
export type { Column };
/** One part of each column, from the ground up, with its word. */
export interface Layer {
  name: string;
  label: string;
  of: (column: Column) => number;
}
interface Words {
  t: (key: TextKey) => string;
  word: (kind: string, id: string) => string;
}
const STANCES = ['spread', 'unclear', 'question', 'denial', 'unrelated'] as const;

/** What a plot sets upon each other. */
export function layersOf(what: 'stance' | 'judged', { t, word }: Words): Layer[] {
  if (what === 'stance') return STANCES.map((name) => ({ name, label: word('stance', name), of: (c) => c.stance[name] }));
  return [
    { name: 'spread', label: word('judgement', 'false-statement-of-fact'), of: (c) => c.judged['false-statement-of-fact'] },
    { name: 'denial', label: t('spread.judged.other'), of: (c) => c.judged.other },
    { name: 'unclear', label: t('spread.judged.waiting'), of: (c) => c.judged.waiting },
  ];
}
