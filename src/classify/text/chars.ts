/** What a unit of a text is to whoever looks for words in it. */
export const APART = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 3;
export type Kind = typeof APART | typeof LETTER | typeof DIGIT | typeof MARK;

const NOT_YET = 255;
const kinds = new Uint8Array(0x10000).fill(NOT_YET);
const further = new Map<number, Kind>();

function kindOf(char: string): Kind {
  if (/^\p{L}$/u.test(char)) return LETTER;
  if (/^\p{N}$/u.test(char)) return DIGIT;
  return /^\p{M}$/u.test(char) ? MARK : APART;
}

/** The kind of the character that begins here; one of two units is a point above 0xffff. */
export function kindAt(text: string, i: number): Kind {
  const unit = text.charCodeAt(i);
  if (unit >= 0xd800 && unit < 0xdc00) {
    const point = text.codePointAt(i)!;
    let kind = further.get(point);
    if (kind === undefined) further.set(point, (kind = kindOf(String.fromCodePoint(point))));
    return kind;
  }
  const kind = kinds[unit];
  return kind === NOT_YET ? ((kinds[unit] = kindOf(text[i])) as Kind) : (kind as Kind);
}
export const isWide = (text: string, i: number): boolean => {
  const unit = text.charCodeAt(i);
  return unit >= 0xd800 && unit < 0xdc00 && text.codePointAt(i)! > 0xffff;
};

const UPPER = /^\p{Lu}/u;
const LOWER = /^\p{Ll}/u;
const UP = 1;
const LOW = 2;
const cases = new Uint8Array(0x10000).fill(NOT_YET);
function caseOf(unit: number): number {
  const known = cases[unit];
  if (known !== NOT_YET) return known;
  const char = String.fromCharCode(unit);
  return (cases[unit] = UPPER.test(char) ? UP : LOWER.test(char) ? LOW : 0);
}
export const isUpper = (unit: number): boolean => caseOf(unit) === UP;
export const isLower = (unit: number): boolean => caseOf(unit) === LOW;

const VIETNAMESE = /^[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]$/;
const NO_SIGN = /[\p{L}\p{M}\p{N}\p{C}]/u;
const ITSELF = 1;
const OTHERWISE = 2;
const selves = new Uint8Array(0x10000).fill(NOT_YET);
function selfOf(unit: number): number {
  const char = String.fromCharCode(unit);
  const sign = !NO_SIGN.test(char) && (char.normalize('NFKC') === char || char === '\u00a0' || char === '…') && char !== '\u2800';
  return (selves[unit] = unit < 0x80 || sign || VIETNAMESE.test(char.toLowerCase()) ? ITSELF : OTHERWISE);
}
/** Emoji and what belongs to them: between signs they change no word. */
function isEmoji(text: string, i: number): boolean {
  const unit = text.charCodeAt(i);
  if (unit === 0xfe0f || unit === 0x200d) return i > 0 && text.charCodeAt(i - 1) > 0x2000 && kindAt(text, i - 1) === APART;
  if (unit >= 0xdc00 && unit < 0xe000) {
    const before = text.charCodeAt(i - 1);
    return before >= 0xd83c && before <= 0xd83e;
  }
  if (unit < 0xd83c || unit > 0xd83e) return false;
  const next = text.charCodeAt(i + 1);
  // letters in boxes and circles
  return next >= 0xdc00 && next < 0xe000 && !(unit === 0xd83c && next >= 0xdd00 && next < 0xde00);
}

/** Each unit is a letter of Vietnamese or English, or no letter: nothing but the case is to be folded. */
export function standsForItself(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    let self = selves[unit];
    if (self === NOT_YET) self = selfOf(unit);
    if (self !== ITSELF && !isEmoji(text, i)) return false;
  }
  return true;
}
