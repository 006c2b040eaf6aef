import { folded } from '../../core/database/words.js';
import type { Look } from './place.js';

/** SQL: a text as it is compared. */
export type Form = (text: string) => string;
const asTyped: Form = (text) => text;

/** What has the words as they were typed comes first; then what has them with other marks, or with none. */
export const withAndWithoutMarks = (look: (form: Form) => Look): Look[] => [look(asTyped), look(folded)];
