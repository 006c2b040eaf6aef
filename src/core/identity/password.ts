import { visibleCharacters } from '../text/visible.js';

const LEAST = 12;
const FEWEST_DIFFERENT = 5;
const SHORTEST_NAME = 3;

/** Letters and digits as they sound: without case, marks and what stands between them. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** May this be the password of a person with that name and e-mail? */
export function isStrongPassword(password: string, person: { name: string; email: string }): boolean {
  const seen = visibleCharacters(password);
  if (seen.length < LEAST || new Set(seen).size < FEWEST_DIFFERENT) return false;
  const said = bare(password);
  return [person.name, person.email.split('@')[0]].map(bare).every((own) => own.length < SHORTEST_NAME || !said.includes(own));
}
