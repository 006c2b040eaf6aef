import { bare, each, isLetter, words, type Disguise, type Disguises } from './disguise.js';

const TONES: Record<string, [string, string, string]> = {
  '\u0301': ['s', '1', "'"],
  '\u0300': ['f', '2', '`'],
  '\u0309': ['r', '3', '?'],
  '\u0303': ['x', '4', '~'],
  '\u0323': ['j', '5', '.'],
};
const SHAPES: Record<string, [string, string, string]> = {
  â: ['aa', 'a6', 'a^'],
  ê: ['ee', 'e6', 'e^'],
  ô: ['oo', 'o6', 'o^'],
  ă: ['aw', 'a8', 'a('],
  ơ: ['ow', 'o7', 'o+'],
  ư: ['uw', 'u7', 'u+'],
  đ: ['dd', 'd9', 'dd'],
};
/** The keys that write a text: Telex, VNI or VIQR; the tone at the end of the word or where it stands. */
const keys = (how: 0 | 1 | 2, last: boolean): Disguise =>
  words((w) => {
    let tone = '';
    const parts = w
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, (m) => {
        if (!last) return `\ue000${TONES[m][how]}`;
        tone = TONES[m][how];
        return '';
      });
    // a tone in its place stands behind the shape
    const placed = parts
      .replace(/\ue000(.)([\u0302\u0306\u031b])/gu, '$2\ue000$1')
      .normalize('NFC')
      .replaceAll('\ue000', '');
    const shaped = placed.replace(/[âêôăơưđ]/g, (c) => SHAPES[c][how]);
    const end = /[^\p{L}\d^(+'`?~]+$/u.exec(shaped)?.[0] ?? '';
    return shaped.slice(0, shaped.length - end.length) + tone + end;
  });
const telexEnd: Disguise = words((w) => {
  const w2 = w.toLowerCase().normalize('NFD');
  let rest = '';
  let base = '';
  for (const c of w2)
    if (TONES[c]) rest += TONES[c][0];
    else base += c;
  const composed = base.normalize('NFC');
  let out = '';
  for (const c of composed) {
    const plain = bare(c);
    out += plain;
    if (SHAPES[c]) rest = SHAPES[c][0][1] + rest;
  }
  return out + rest;
});

export const ofVietnamese: Disguises = {
  'without marks': (t) => bare(t),
  'letters and marks apart': (t) => t.normalize('NFD'),
  Telex: keys(0, true),
  'Telex, tones in place': keys(0, false),
  'Telex, all at the end': telexEnd,
  'Telex in capitals': (t, r) => keys(0, true)(t, r).toUpperCase(),
  VNI: keys(1, true),
  'VNI, tones in place': keys(1, false),
  VIQR: keys(2, true),
  'Telex, joined': (t, r) => keys(0, true)(t, r).replace(/[ ,.]/g, ''),
  'half in Telex': (t, r) =>
    t
      .split(' ')
      .map((w, i) => (i % 2 ? keys(0, true)(w, r) : w))
      .join(' '),
  'tones on other letters': (t) => t.normalize('NFC').replace(/oà/g, 'òa').replace(/oá/g, 'óa').replace(/uý/g, 'úy').replace(/òa/g, 'oà'),
  'old tones, y for i': (t) => t.replace(/ĩ\b/g, 'ỹ').replace(/\bi/g, 'y'),
  'chat spellings': (t) =>
    bare(t.toLowerCase()).replace(/\bph/g, 'f').replace(/ch\b/g, 'k').replace(/ng\b/g, 'g').replace(/\bgi/g, 'j').replace(/\bqu/g, 'w'),
  'chat spellings with marks': (t) =>
    t
      .toLowerCase()
      .normalize('NFC')
      .replace(/(?<!\p{L})ph/gu, 'f')
      .replace(/nh(?!\p{L})/gu, 'h')
      .replace(/(?<!\p{L})c(?=[aouăâôơư])/gu, 'k'),
  'chat spellings, z and j': (t) =>
    t
      .toLowerCase()
      .normalize('NFC')
      .replace(/(?<!\p{L})d/gu, 'z')
      .replace(/(?<!\p{L})gi/gu, 'j')
      .replace(/i(?=[^\p{L}]|$)/gu, 'j'),
  'chat words': (t) =>
    t
      .toLowerCase()
      .replace(/không/g, 'hok')
      .replace(/được/g, 'dc')
      .replace(/người/g, 'ng')
      .replace(/với/g, 'vs')
      .replace(/gì/g, 'j')
      .replace(/quá/g, 'wá')
      .replace(/cũng/g, 'cx')
      .replace(/bây giờ/g, 'bh'),
  'wrong tones': (t) =>
    t
      .normalize('NFD')
      .replace(/[\u0309]/gu, '\u0303')
      .normalize('NFC'),
  'tones by signs behind': (t) => bare(t).replace(/(\p{L}+)/gu, "$1'"),
};

const swapped = (w: string, random: () => number) => {
  if (w.length < 4) return w;
  const at = 1 + Math.floor(random() * (w.length - 2));
  return w.slice(0, at) + w[at + 1] + w[at] + w.slice(at + 2);
};
/** Slips and whims of whoever types. */
export const slips: Disguises = {
  'last letters drawn out': words((w) => (/\p{L}$/u.test(w) ? w + w.at(-1)!.repeat(4) : w)),
  'vowels drawn out': each((c) => (/[aeiouy]/i.test(bare(c)) ? c.repeat(3) : c)),
  'each letter twice': each((c) => (isLetter(c) ? c + c : c)),
  'each letter thrice': each((c) => (isLetter(c) ? c.repeat(3) : c)),
  'a letter twice in each word': words((w, _, r) => {
    const at = Math.floor(r() * w.length);
    return isLetter(w[at] ?? '') ? w.slice(0, at) + w[at] + w.slice(at) : w;
  }),
  capitals: (t) => t.toUpperCase(),
  'letters swapped': words((w, _, r) => swapped(w.normalize('NFC'), r)),
  'words twice': words((w) => `${w} ${w}`),
  'signs behind each word': words((w) => `${w}!!!`),
  'emoji behind each word': words((w) => `${w}😱`),
  'each word in quotes': words((w) => `"${w}"`),
  'a word a line': (t) => t.split(' ').join('\n'),
  'numbered words': (t) =>
    t
      .split(' ')
      .map((w, i) => `${i + 1}) ${w}`)
      .join(' '),
  'spoiler bars': words((w) => `||${w}||`),
  'words in another order': (t) => t.split(' ').reverse().join(' '),
};
