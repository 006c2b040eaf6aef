import { BITS, type Fingerprint } from './fingerprint.js';

/** The brightness of a picture, row by row, 0 to 255; `of`: the sides of the picture that it was made from. */
export interface Grey {
  width: number;
  height: number;
  values: ArrayLike<number>;
  of: { width: number; height: number };
}
export interface PictureRules {
  /** a picture with a shorter side is an icon */
  least_side: number;
  /** brightness that varies less is a flat picture */
  least_contrast: number;
  /** how far the colour of a frame may vary */
  frame_tolerance: number;
  /** parts of the middle that count beside the whole, so that a cut picture is found */
  cuts: number[];
}
interface Part {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SIDE = 64;
const WAVES = 16;
const KEYS = 8;
const KEY_BITS = 16;
const COSINES = Array.from({ length: WAVES }, (_, wave) =>
  Float64Array.from({ length: SIDE }, (_, at) => Math.cos((Math.PI * (wave + 1) * (2 * at + 1)) / (2 * SIDE))),
);
/** Coarse waves first: they change least when a picture is altered. */
const COARSE_FIRST = Array.from({ length: BITS }, (_, i) => ({ row: Math.floor(i / WAVES), column: i % WAVES })).sort(
  (a, b) => Math.max(a.row, a.column) - Math.max(b.row, b.column) || a.row + a.column - b.row - b.column || a.row - b.row,
);

/** Of the whole picture, of what its frame holds, and of the middle of both. None of an icon or a flat picture. */
export function picturePrints(grey: Grey, rules: PictureRules): Fingerprint[] {
  if (Math.min(grey.of.width, grey.of.height) < rules.least_side) return [];
  const whole = { left: 0, top: 0, right: grey.width, bottom: grey.height };
  const inner = withoutFrame(grey, whole, rules.frame_tolerance);
  const cuts = (part: Part) => rules.cuts.map((share) => middle(part, share));
  const found = [whole, inner, ...cuts(inner), ...cuts(whole)].flatMap((part, i) => {
    const small = shrunk(grey, part);
    return spread(small).deviation < rules.least_contrast ? [] : [printOf(bitsOf(limited(limited(small))), i < 2)];
  });
  return found.filter(({ bits }, i) => found.findIndex((other) => other.bits === bits) === i);
}

/** A whole picture looks also where one bit of a key is another: that costs more, and finds more. */
export function printOf(bits: string, whole: boolean): Fingerprint {
  const keys = Array.from({ length: KEYS }, (_, i) => (i << KEY_BITS) + parseInt(bits.slice(i * KEY_BITS, (i + 1) * KEY_BITS), 2));
  const near = keys.flatMap((key) => Array.from({ length: KEY_BITS }, (_, bit) => key ^ (1 << bit)));
  return { kind: 'picture', bits, keys, sought: whole ? [...keys, ...near] : keys };
}

/** What is left when a frame of the colour of the first corner is taken off. */
function withoutFrame({ width, values }: Grey, whole: Part, tolerance: number): Part {
  const like = (x: number, y: number) => Math.abs(values[y * width + x] - values[0]) <= tolerance;
  const part = { ...whole };
  const row = (y: number) => all(part.left, part.right, (x) => like(x, y));
  const column = (x: number) => all(part.top, part.bottom, (y) => like(x, y));
  while (part.bottom - part.top > 1 && row(part.top)) part.top++;
  while (part.bottom - part.top > 1 && row(part.bottom - 1)) part.bottom--;
  while (part.right - part.left > 1 && column(part.left)) part.left++;
  while (part.right - part.left > 1 && column(part.right - 1)) part.right--;
  const tooLittle = (part.right - part.left) * 4 < whole.right || (part.bottom - part.top) * 4 < whole.bottom;
  return tooLittle ? whole : part;
}
function all(from: number, to: number, holds: (at: number) => boolean): boolean {
  for (let at = from; at < to; at++) if (!holds(at)) return false;
  return true;
}

function middle({ left, top, right, bottom }: Part, share: number): Part {
  const [x, y] = [((right - left) * (1 - share)) / 2, ((bottom - top) * (1 - share)) / 2];
  return { left: left + x, top: top + y, right: right - x, bottom: bottom - y };
}

/** A part of the picture as 64 × 64 means; a pixel that lies in two of them counts in each by its share. */
function shrunk({ width, height, values }: Grey, { left, top, right, bottom }: Part): Float64Array {
  const columns = shares(left, right, width);
  const lines = new Float64Array(SIDE * height);
  for (let y = Math.floor(top); y < Math.min(height, Math.ceil(bottom)); y++)
    for (const [i, pixels] of columns.entries()) for (const [x, share] of pixels) lines[y * SIDE + i] += values[y * width + x] * share;
  const small = new Float64Array(SIDE * SIDE);
  for (const [j, pixels] of shares(top, bottom, height).entries())
    for (const [y, share] of pixels) for (let i = 0; i < SIDE; i++) small[j * SIDE + i] += lines[y * SIDE + i] * share;
  return small;
}
function shares(from: number, to: number, length: number): [number, number][][] {
  const step = (to - from) / SIDE;
  return Array.from({ length: SIDE }, (_, i) => {
    const [begin, end] = [from + i * step, from + (i + 1) * step];
    const pixels: [number, number][] = [];
    for (let at = Math.floor(begin); at < end && at < length; at++) {
      const share = (Math.min(end, at + 1) - Math.max(begin, at)) / step;
      if (share > 0) pixels.push([at, share]);
    }
    return pixels;
  });
}

const MOST_DEVIATIONS = 1;
/** What stands out is drawn in: a mark on a faint picture must not outweigh the picture. */
function limited(small: Float64Array): Float64Array {
  const { mean, deviation } = spread(small);
  const most = MOST_DEVIATIONS * deviation;
  return small.map((v) => Math.min(mean + most, Math.max(mean - most, v)));
}
function spread(small: Float64Array): { mean: number; deviation: number } {
  const mean = small.reduce((sum, v) => sum + v, 0) / small.length;
  return { mean, deviation: Math.sqrt(small.reduce((sum, v) => sum + (v - mean) ** 2, 0) / small.length) };
}

/** Of each of 256 waves whether the picture holds more of it than of half of them. */
function bitsOf(small: Float64Array): string {
  const across = new Float64Array(SIDE * WAVES);
  for (let y = 0; y < SIDE; y++)
    for (let w = 0; w < WAVES; w++) for (let x = 0; x < SIDE; x++) across[y * WAVES + w] += small[y * SIDE + x] * COSINES[w][x];
  const amounts = COARSE_FIRST.map(({ row, column }) => {
    let sum = 0;
    for (let y = 0; y < SIDE; y++) sum += across[y * WAVES + column] * COSINES[row][y];
    return sum;
  });
  const half = [...amounts].sort((a, b) => a - b)[BITS / 2];
  return amounts.map((a) => (a > half ? '1' : '0')).join('');
}
