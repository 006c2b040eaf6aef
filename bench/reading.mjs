// How fast texts are read: µs for ordinary ones, ms for those that were made to take long: `npm run bench -- reading`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { round } from './kit/figures.mjs';

const root = join(import.meta.dirname, '..');
const built = (file) => import(join(root, 'dist', 'src', 'classify', file));
const SIZE = 100_000;
const times = (n, of) => Array.from({ length: n }, (_, i) => of(i)).join('');
const word = (i, letters = 'bcdfghklmnprstvaeiou') =>
  Array.from({ length: 9 }, (_, k) => letters[(i * 7 + k * k * 3 + ((i >> k) & 7)) % letters.length]).join('');
const upTo = (part) => times(Math.ceil(SIZE / part.length), () => part).slice(0, SIZE);

const hostile = {
  'one letter': upTo('a'),
  'one letter with marks': upTo('ớ'),
  'hashtags, each another': times(10_000, (i) => `#${word(i)} `),
  'joined hashtags': times(10_000, (i) => `#${word(i)}`),
  'long hashtags': times(1_700, (i) => `#${word(i)}${word(i + 1)}${word(i + 2)}${word(i * 3)}${word(i * 5)}${word(i * 7)} `),
  'words that nobody knows': times(10_000, (i) => `${word(i)} `),
  'syllables without blanks': times(25_000, (i) => ['phong', 'toa', 'thanh', 'pho'][i % 4]).slice(0, SIZE),
  'half surrogates': upTo('\ud800'),
  'heaps of marks': upTo(`a${'\u0301\u0336\u0353'.repeat(40)}`),
  'marks alone': upTo('\u0301'),
  Cyrillic: upTo('новости города и области сегодня '),
  'Cyrillic without blanks': upTo('новостигорода'),
  'one-letter words': times(50_000, (i) => `${word(i)[0]} `),
  'words of two letters': times(33_333, (i) => `${word(i).slice(0, 2)} `),
  HTML: upTo('<div class="a"><b>tin</b> giả &amp; &#116;'),
  'tags that do not end': upTo('<a b'),
  'remarks that do not end': upTo('<!--'),
  entities: upTo('&#97;'),
  'entities of entities': upTo('&amp;#97;'),
  percents: upTo('%e1%ba%a5'),
  'broken percents': upTo('%e1%ba'),
  escapes: upTo('\\x61\\u0061'),
  base64: upTo('dGluIGdp4bqjIA'),
  bytes: upTo('74 69 '),
  'wrong coding': upTo('á»ƒ'),
  'invisible characters': upTo('a\u200b'),
  'letters and signs in turn': upTo('a*b.c-'),
  'digits for letters': upTo('ph0n9 7041 '),
  'letters twice': times(20_000, (i) => `${word(i)[0]}${word(i)[0]}`),
  'digits and points': upTo('1.000.'),
  dashes: upTo('— '),
  'signed again and again': upTo('— A (@a) January 6, '),
  'blanks behind a dash': `—${' '.repeat(SIZE)}(@`,
  apostrophes: upTo("a'"),
  links: upTo('https://a '),
  'link within link': upTo('www.'),
  Braille: upTo('⠞⠥'),
  emoji: upTo('👩‍👩‍👧'),
  flags: upTo('🇻🇳'),
  Chinese: upTo('東京の天気は晴れです'),
  'a megabyte': times(100_000, (i) => `${word(i)} `),
};

export default async function bench() {
  const { ClaimIndex } = await built('matching/claim-index.js');
  const { matching } = await built('matching/matching-table.js');
  const { tokenise } = await built('text/tokens.js');
  const pairs = readFileSync(join(root, 'training', 'stance', 'pairs.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((l) => JSON.parse(l));
  const claim = (text) => ({ claimId: text, versionId: text, falseFrom: null, falseTo: null, wordings: [text] });
  const claims = [...new Set(pairs.map((p) => p.claim))];
  const index = new ClaimIndex(claims.map(claim), matching.text, matching.index, matching.common);
  const best = (rounds, work) => Math.min(...Array.from({ length: rounds }, () => timed(work)));
  const timed = (work) => {
    const from = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - from) / 1e6;
  };
  const each = (texts, known) => round((best(12, () => texts.forEach((t) => tokenise(t, matching.text, known))) * 1000) / texts.length, 1);
  const ofLanguage = (lang) => pairs.filter((p) => p.lang === lang);
  const microseconds = Object.fromEntries(
    ['vi', 'en'].flatMap((lang) => [
      [`claim, ${lang}`, each([...new Set(ofLanguage(lang).map((p) => p.claim))], () => true)],
      [
        `post, ${lang}`,
        each(
          ofLanguage(lang).map((p) => p.post),
          index.knows,
        ),
      ],
    ]),
  );
  const milliseconds = Object.fromEntries(
    Object.entries(hostile).map(([name, text]) => [
      name,
      round(
        best(2, () => tokenise(text, matching.text, index.knows)),
        1,
      ),
    ]),
  );
  return { microseconds, milliseconds, worst: Math.max(...Object.values(milliseconds)), node: process.version };
}
