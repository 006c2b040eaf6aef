const WORDS = 'q';
const BEHIND = `#${WORDS}=`;

/** What an address says, with the words behind its #; an address that has them where they once stood is read too. */
export function fromAddress(search: string, hash: string): URLSearchParams {
  const said = new URLSearchParams(search);
  if (hash.startsWith(BEHIND)) said.set(WORDS, new URLSearchParams(hash.slice(1)).get(WORDS) ?? '');
  return said;
}
/** The same as an address, where words stand behind the #. */
export function toAddress(said: URLSearchParams): { search: string; hash: string } {
  const rest = new URLSearchParams(said);
  rest.delete(WORDS);
  const words = said.get(WORDS);
  return { search: rest.toString(), hash: words ? `#${new URLSearchParams({ [WORDS]: words }).toString()}` : '' };
}
