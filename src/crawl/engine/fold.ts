/** Texts are compared without regard to case, kinds of apostrophe, kinds of blank, and signs that nobody sees. */
export const fold = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/\s+/gu, ' ');
