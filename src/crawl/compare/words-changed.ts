export interface TextPiece {
  kind: 'same' | 'gone' | 'new';
  text: string;
}
/** more changes than anybody reads word by word: then all between is one change */
const MOST_CHANGES = 1_500;

/** What became of a text, word by word (Myers, An O(ND) Difference Algorithm, 1986). Only the words count, not the blanks between them. */
export function wordsChanged(before: string, after: string): TextPiece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start].word === b[start].word) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1].word === b[endB - 1].word) [endA, endB] = [endA - 1, endB - 1];
  const pieces: TextPiece[] = [];
  const put = (kind: TextPiece['kind'], words: Word[]): void => {
    const text = words.map((w) => w.text).join('');
    const last = pieces.at(-1);
    if (text && last?.kind === kind) last.text += text;
    else if (text) pieces.push({ kind, text });
  };
  put('same', b.slice(0, start));
  for (const [kind, words] of script(a.slice(start, endA), b.slice(start, endB))) put(kind, words);
  put('same', b.slice(endB));
  return pieces;
}

interface Word {
  word: string;
  /** with the blanks behind it */
  text: string;
}
const wordsOf = (text: string): Word[] => (text.match(/\S+\s*/g) ?? []).map((w) => ({ word: w.trimEnd().normalize('NFC'), text: w }));

type Step = [kind: TextPiece['kind'], words: Word[]];
function script(a: Word[], b: Word[]): Step[] {
  const trace = furthest(a, b);
  if (!trace)
    return [
      ['gone', a],
      ['new', b],
    ];
  const steps: Step[] = [];
  let [x, y] = [a.length, b.length];
  for (let d = trace.length - 1; d >= 0; d--) {
    const [k, reach] = [x - y, trace[d]];
    const at = (diagonal: number): number => reach[diagonal + d] ?? -1;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const [fromX, fromY] = d === 0 ? [0, 0] : down ? [at(k + 1), at(k + 1) - k - 1] : [at(k - 1), at(k - 1) - k + 1];
    for (; x > fromX && y > fromY; x--, y--) steps.push(['same', [b[y - 1]]]);
    if (d > 0) steps.push(down ? ['new', [b[fromY]]] : ['gone', [a[fromX]]]);
    [x, y] = [fromX, fromY];
  }
  return goneFirst(steps.reverse());
}

/** For each number of changes how far each diagonal was reached before it; null where it takes too many. */
function furthest(a: Word[], b: Word[]): Int32Array[] | null {
  const trace: Int32Array[] = [];
  let reach = new Int32Array(1);
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_CHANGES); d++) {
    const wide = new Int32Array(2 * d + 1).fill(-1); // diagonals -d to d of the round before
    if (d > 0) wide.set(reach, 1);
    trace.push(wide);
    reach = new Int32Array(2 * d + 1);
    for (let k = -d; k <= d; k += 2) {
      const at = (diagonal: number): number => wide[diagonal + d] ?? -1;
      let x = d === 0 ? 0 : k === -d || (k !== d && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x].word === b[y].word) [x, y] = [x + 1, y + 1];
      reach[k + d] = x;
      if (x >= a.length && y >= b.length) return trace;
    }
  }
  return null;
}

/** Where words stand in the place of others, first those that went, then those that came. */
function goneFirst(steps: Step[]): Step[] {
  const ordered: Step[] = [];
  let came: Step[] = [];
  for (const step of steps) {
    if (step[0] === 'new') came.push(step);
    else {
      if (step[0] === 'same') {
        ordered.push(...came);
        came = [];
      }
      ordered.push(step);
    }
  }
  return [...ordered, ...came];
}
