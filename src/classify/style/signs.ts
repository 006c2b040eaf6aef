/** How often each sign of a kind stands in a text. */
export type Counts = Map<string, number>;

// a text is read up to here: what comes later adds little to its style
const LONGEST = 50_000;
const PIECE = /(?:https?:\/\/|www\.)\S+|[@#][\p{L}\p{N}_]+|\p{N}+(?:[.,:]\p{N}+)*%?|[\p{L}\p{M}]+(?:['’]\p{L}+)*|[^\s\p{L}\p{N}]/gu;
const LINK = /^(?:https?:\/\/)?(?:www\.)?([^/?#]+)(.*)$/is;
const CAPITALS = /^\p{Lu}{2,}$/u;
const [SHORTEST_RUN, LONGEST_RUN] = [2, 5];
const MOST_OF_A_LINK = 12;

/** The signs of a text in two kinds, which weigh alike: words with what stands around them, and runs of letters as they are written. */
export function signsOf(text: string): [words: Counts, letters: Counts] {
  const read = text.slice(0, LONGEST).normalize('NFC');
  return [wordsOf(read), lettersOf(read)];
}
const count = (counts: Counts, sign: string): void => void counts.set(sign, (counts.get(sign) ?? 0) + 1);

/** Words, pairs of neighbours, names after # and @ with and without their mark, forms of numbers, words in capitals, domains and words of links. */
function wordsOf(text: string): Counts {
  const counts: Counts = new Map();
  const row: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    const [, host, path] = /^(?:https?:|www\.)/i.test(piece) ? LINK.exec(piece)! : [];
    if (host) addLink(counts, host.toLowerCase(), path.toLowerCase());
    else if (CAPITALS.test(piece)) count(counts, 'in capitals');
    const word = host ? '(link)' : piece.toLowerCase();
    row.push(word);
    count(counts, `word ${word}`);
    if (/^[@#]./.test(word)) count(counts, `word ${word.slice(1)}`);
    if (/^\p{N}/u.test(word)) count(counts, `number like ${word.replace(/\p{N}/gu, '0')}`);
  }
  for (let i = 0; i <= row.length; i++) count(counts, `pair ${row[i - 1] ?? '(start)'} ${row[i] ?? '(end)'}`);
  return counts;
}
/** Words of a link count where it has several: the one word of a shortened link is drawn by lot. */
function addLink(counts: Counts, host: string, path: string): void {
  count(counts, `link to ${host}`);
  const words = path.match(/\p{L}{3,}/gu) ?? [];
  if (words.length > 1) for (const word of words.slice(0, MOST_OF_A_LINK)) count(counts, `in a link ${word}`);
}

/** Runs of two to five characters within a word, blanks at its ends included, in small letters and capitals. */
function lettersOf(text: string): Counts {
  const counts: Counts = new Map();
  for (const word of text.split(/\s+/)) {
    const closed = ` ${word} `;
    for (let long = SHORTEST_RUN; long <= LONGEST_RUN; long++) {
      if (closed.length <= long) {
        count(counts, `letters ${closed}`);
        break;
      }
      for (let i = 0; i + long <= closed.length; i++) count(counts, `letters ${closed.slice(i, i + long)}`);
    }
  }
  return counts;
}
