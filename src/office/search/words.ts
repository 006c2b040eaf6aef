import type { Asked } from './asked.js';
import type { Look } from './place.js';

/** SQL: a text as it is compared. */
export type Form = (text: string) => string;
const asTyped: Form = (text) => text;
const folded: Form = (text) => `core.folded(${text})`;

/** What has the words as they were typed comes first; then what has them with other marks, or with none. */
export const withAndWithoutMarks = (look: (form: Form) => Look): Look[] => [look(asTyped), look(folded)];

/** SQL: this index of words holds all of them; true where there is none to ask it for. */
export function holdsWords(vector: string, { whole, begun }: Asked['words'], put: (value: string) => string): string {
  const wanted = [whole && `plainto_tsquery('simple', ${put(whole)})`, begun && `to_tsquery('simple', ${put(begun)} || ':*')`];
  const query = wanted.filter(Boolean).join(' && ');
  return query ? `${vector} @@ (${query})` : 'true';
}
