// format characters, and what is drawn as nothing: default-ignorable ones, and the empty pattern of Braille
const DRAWN_AS_NOTHING = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;
const UNSEEN = /[\p{C}\p{Z}]/gu;

/** The text without the characters that nobody can see; white space and line ends stay. */
export const withoutUnseen = (text: string): string => text.replace(DRAWN_AS_NOTHING, '');

/** The characters that somebody can see, one by one, however they were typed. */
export const visibleCharacters = (text: string): string[] => [...withoutUnseen(text.normalize('NFC')).replace(UNSEEN, '')];

/** Nothing stands there for anybody who reads it. */
export const isBlank = (text: string): boolean => visibleCharacters(text).length === 0;

/** What somebody said, without the white space around it; null where nobody can read anything in it. */
export const said = (text: string | null | undefined): string | null => (text && !isBlank(text) ? text.trim() : null);
