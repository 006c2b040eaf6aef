/** A picture as its points: red, green and blue, a byte each. */
export interface Points {
  width: number;
  height: number;
  data: Uint8Array;
}
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface AreasChanged {
  areas: Area[];
  /** of the larger of both pictures, 0 to 1 */
  share: number;
}
export interface HowExact {
  /** side of the squares that are looked at */
  block: number;
  /** so far apart may a point of one colour be, 0 to 255 */
  differs: number;
}
const MOST_AREAS = 100;

/** Where two pictures differ: squares that lie together are one area. What only one of them has differs. */
export function areasChanged(a: Points, b: Points, { block, differs }: HowExact): AreasChanged {
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
  const changed = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      changed[row * columns + column] = blockDiffers(a, b, column * block, row * block, block, differs) ? 1 : 0;
  const share = changed.reduce((n, c) => n + c, 0) / Math.max(1, changed.length);
  const areas = together(changed, columns, rows).map(([left, top, right, bottom]) => ({
    x: left * block,
    y: top * block,
    width: Math.min(width, (right + 1) * block) - left * block,
    height: Math.min(height, (bottom + 1) * block) - top * block,
  }));
  return { areas: areas.sort((p, q) => q.width * q.height - p.width * p.height).slice(0, MOST_AREAS), share };
}

function blockDiffers(a: Points, b: Points, left: number, top: number, block: number, differs: number): boolean {
  for (let y = top; y < top + block; y++)
    for (let x = left; x < left + block; x++) {
      const [inA, inB] = [x < a.width && y < a.height, x < b.width && y < b.height];
      if (inA !== inB) return true;
      if (!inA) continue;
      const [i, j] = [(y * a.width + x) * 3, (y * b.width + x) * 3];
      for (let colour = 0; colour < 3; colour++) if (Math.abs(a.data[i + colour] - b.data[j + colour]) > differs) return true;
    }
  return false;
}

/** The bounds of each group of marked squares that touch, also by a corner. */
function together(marked: Uint8Array, columns: number, rows: number): [number, number, number, number][] {
  const left = marked.slice();
  const found: [number, number, number, number][] = [];
  for (let first = left.indexOf(1); first >= 0; first = left.indexOf(1, first)) {
    const bounds: [number, number, number, number] = [columns, rows, 0, 0];
    const open = [first];
    left[first] = 0;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % columns, Math.floor(at / columns)];
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= columns || ny >= rows || left[ny * columns + nx] === 0) continue;
          left[ny * columns + nx] = 0;
          open.push(ny * columns + nx);
        }
    }
    found.push(bounds);
  }
  return found;
}
