/** What somebody typed into the box for everything may be. */
export interface Asked {
  link: string | null;
  number: string | null;
  phrase: string | null;
}

const LINK = /^(https?:\/\/\S+|[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?\/\S*)$/iu;
const NUMBER = /^(\d{4}-\d{1,6}|\d{1,6})$/;

/** A link, a case number, or a phrase of at least three characters. */
export function asked(typed: string): Asked {
  const text = typed.trim().replace(/\s+/gu, ' ');
  if (LINK.test(text)) return { link: text, number: null, phrase: null };
  const number = NUMBER.test(text) ? text : null;
  return { link: null, number, phrase: number?.includes('-') || [...text].length < 3 ? null : text.slice(0, 200) };
}
/** The phrase as a pattern that matches it literally anywhere. */
export const anywhere = (phrase: string): string => `%${phrase.replace(/[%_\\]/g, '\\$&')}%`;
