import type { Asked } from './asked.js';

/** SQL: this index of words holds all of them; true where there is none to ask it for. */
export function holdsWords(vector: string, { whole, begun }: Asked['words'], put: (value: string) => string): string {
  const wanted = [whole && `plainto_tsquery('simple', ${put(whole)})`, begun && `to_tsquery('simple', ${put(begun)} || ':*')`];
  const query = wanted.filter(Boolean).join(' && ');
  return query ? `${vector} @@ (${query})` : 'true';
}
