import sharp from 'sharp';

/** Pictures that the test draws, each by its number, and what people do to a picture before they post it again. */
export interface Drawn {
  bytes: Buffer;
  width: number;
  height: number;
}
type Next = () => number;

/** Mulberry32: the same numbers for the same seed. */
function numbers(seed: number): Next {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A sky, in every second picture clouds over it, and some shapes and lines of writing. */
export async function drawn(seed: number): Promise<Drawn> {
  const next = numbers(seed);
  const between = (low: number, high: number) => Math.round(low + next() * (high - low));
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)];
  const colour = () => `hsl(${between(0, 360)} ${between(20, 90)}% ${between(15, 90)}%)`;
  const [width, height] = [one([640, 720, 800, 960]), one([480, 540, 600, 960])];
  const shape = () => {
    const [x, y, w, h] = [between(0, width), between(0, height), between(20, width / 2.5), between(20, height / 2.5)];
    return one([
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${colour()}" transform="rotate(${between(0, 45)} ${x} ${y})"/>`,
      `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" fill="${colour()}"/>`,
      `<path d="M${x} ${y} L${between(0, width)} ${between(0, height)} L${between(0, width)} ${between(0, height)} Z" fill="${colour()}"/>`,
      Array.from(
        { length: 6 },
        (_, i) => `<rect x="${x}" y="${y + i * 22}" width="${between(60, 260)}" height="9" fill="${colour()}"/>`,
      ).join(''),
    ]);
  };
  const clouds = `<filter id="f"><feTurbulence type="fractalNoise" baseFrequency="${(0.004 + next() * 0.02).toFixed(4)}" numOctaves="4" seed="${seed}"/></filter><rect width="${width}" height="${height}" filter="url(#f)"/>`;
  const sky = `<linearGradient id="s" x2="${next().toFixed(2)}" y2="1"><stop stop-color="${colour()}"/><stop offset="1" stop-color="${colour()}"/></linearGradient>`;
  const shapes = Array.from({ length: between(3, 25) }, shape).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${sky}</defs><rect width="${width}" height="${height}" fill="url(#s)"/>${seed % 2 ? clouds : ''}${shapes}</svg>`;
  return { bytes: await sharp(Buffer.from(svg)).png().toBuffer(), width, height };
}

const edges = (n: number) => ({ top: n, bottom: n, left: n, right: n });
/** By name; `seed` says how far a cut or a frame goes. */
export const ALTERATIONS: Record<string, (of: Drawn, seed: number) => Promise<Buffer>> = {
  'half size': ({ bytes, width }) =>
    sharp(bytes)
      .resize(Math.round(width / 2))
      .toBuffer(),
  'double size': ({ bytes, width }) =>
    sharp(bytes)
      .resize(width * 2)
      .toBuffer(),
  'JPEG 60': ({ bytes }) => sharp(bytes).jpeg({ quality: 60 }).toBuffer(),
  WebP: ({ bytes }) => sharp(bytes).webp({ quality: 60 }).toBuffer(),
  watermark: ({ bytes, width, height }) =>
    sharp(bytes)
      .composite([
        {
          input: Buffer.from(
            `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect x="${width * 0.55}" y="${height * 0.85}" width="${width * 0.4}" height="${height * 0.09}" rx="9" fill="#000" opacity=".6"/><circle cx="${width * 0.6}" cy="${height * 0.895}" r="${height * 0.035}" fill="#fff"/><path d="M${width * 0.66} ${height * 0.895} h${width * 0.25}" stroke="#fff" stroke-width="${height * 0.03}" stroke-dasharray="14 6"/></svg>`,
          ),
        },
      ])
      .toBuffer(),
  border: ({ bytes, width }, seed) =>
    sharp(bytes)
      .extend({ ...edges(Math.round(width * (0.02 + 0.06 * numbers(seed)()))), background: ['#000', '#fff', '#c22'][seed % 3] })
      .toBuffer(),
  'slight crop': ({ bytes, width, height }, seed) => {
    const cut = 0.01 + 0.04 * numbers(seed)();
    const [left, top] = [Math.round(width * cut), Math.round(height * cut)];
    return sharp(bytes)
      .extract({ left, top, width: width - 2 * left, height: height - 2 * top })
      .toBuffer();
  },
  brightness: ({ bytes }, seed) =>
    sharp(bytes)
      .modulate({ brightness: seed % 2 ? 1.25 : 0.8 })
      .toBuffer(),
};

/** As the decoder shows it. */
export async function brightnessOf(bytes: Buffer) {
  const { width, height } = await sharp(bytes).metadata();
  const values = await sharp(bytes).flatten({ background: '#fff' }).resize(256, 256, { fit: 'fill' }).greyscale().raw().toBuffer();
  return { width: 256, height: 256, values, of: { width, height } };
}
