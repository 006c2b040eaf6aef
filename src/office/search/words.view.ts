import { folded, foldedApart } from '../../core/database/words.js';
import type { Words } from '../../core/text/words.js';
import type { Asked } from './asked.js';
import type { Look } from './place.js';

/** How a phrase is looked for: SQL for a text as the index has it, and as it is compared; the words to ask the index for. */
export interface Way {
  indexed(text: string): string;
  said(text: string): string;
  words(asked: Asked): Words;
}
const asTyped: Way = { indexed: (text) => text, said: (text) => text, words: ({ words }) => words };
const loosely: Way = { indexed: folded, said: foldedApart, words: ({ apart }) => apart };

/** What has the words as they were typed comes first; then what has them with other marks or hyphens, or with none. */
export const asTypedThenLoosely = (look: (way: Way) => Look): Look[] => [look(asTyped), look(loosely)];
