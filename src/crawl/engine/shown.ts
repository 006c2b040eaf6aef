import { union, type Snapshot } from './page-text.js';

/** What a page shows beside its plain text, as far as it may be a post. */
export interface Shown {
  /** the text that an eye can read: neither transparent, tiny, of its background's colour nor outside the page */
  legible: string;
  /** all text of its layout, with a blank between what stands apart */
  said: string;
  /** pixels under pictures, films, drawings, fields, frames and pictures of styles */
  pictured: number;
  /** boxes, and layers of shadows and gradients: many of them can draw anything */
  painted: number;
  /** characters that stand in the layout, and of which an eye can read nothing or a part only */
  hidden: number;
}
const PICTURE_STYLES = [
  'background-image',
  'border-image-source',
  'mask-image',
  'content',
  'list-style-image',
  'filter',
  'backdrop-filter',
];
const LAYERED_STYLES = ['background-image', 'mask-image', 'box-shadow', 'text-shadow'];
const HIDING_STYLES = ['opacity', 'visibility', 'font-size', 'color', 'clip-path', 'filter', 'overflow-x', 'overflow-y'];
export const STYLES_ASKED = [...new Set([...HIDING_STYLES, ...PICTURE_STYLES, ...LAYERED_STYLES])];
/** the place of each style among those of a node */
export const STYLE_AT = new Map(STYLES_ASKED.map((name, i) => [name, i]));
const SHOWS = new Set(['IMG', 'VIDEO', 'CANVAS', 'SVG', 'IFRAME', 'FRAME', 'OBJECT', 'EMBED']);
/** what stands in them is in no layout, so each counts as a page full of pictures */
const FIELDS = new Set(['TEXTAREA', 'INPUT', 'SELECT', 'METER', 'PROGRESS']);
const PICTURE_OF_STYLE = /(?:url|image-set|cross-fade|element|paint|image|drop-shadow)\(/i;
const PLAIN = new Set(['', 'none', 'normal']);
const drawsPicture = (value: string): boolean => !PLAIN.has(value) && PICTURE_OF_STYLE.test(value);
const LEAST_FONT = 8;
export const LEAST_OPACITY = 0.3;
const LEAST_CONTRAST = 32;
const LEAST_SIZE = 2;

type Document = Snapshot['documents'][number];
/** What an element lets be seen of what is within it: how much light, and which part of the page. */
interface Sight {
  opacity: number;
  box: [left: number, top: number, right: number, bottom: number];
}

/** Read from the layout itself, so scripts of the page cannot change it. */
export function shownOf({ strings, documents }: Snapshot, width: number): Shown {
  const words: string[] = [];
  let said = '';
  let [pictured, painted, hidden] = [0, 0, 0];
  for (const document of documents) {
    const { nodes, layout } = document;
    const textOf = (i: number): string | undefined => strings[layout.text[i] ?? -1];
    const style = (i: number, name: string): string => strings[layout.styles?.[i]?.[STYLE_AT.get(name)!] ?? -1] ?? '';
    const elements = new Map(layout.nodeIndex.map((node, i) => [node, i] as const).filter(([, i]) => !textOf(i)));
    let last = [0, Infinity, 0, 0];
    const sights = sightsOf(document, elements, style, width);
    layout.nodeIndex.forEach((node, i) => {
      const [, , w, h] = layout.bounds[i];
      const text = textOf(i);
      const parent = nodes.parentIndex?.[node] ?? -1;
      if (text) {
        said += besides(last, layout.bounds[i]) ? text : ` ${text}`;
        last = layout.bounds[i];
        const behind = strings[layout.blendedBackgroundColors?.[elements.get(parent) ?? -1] ?? -1];
        const plain = style(i, 'visibility') !== 'hidden' && parseFloat(style(i, 'font-size')) >= LEAST_FONT;
        const seen = plain && stands(style(i, 'color'), behind) ? inSight(layout.bounds[i], sights[parent]) : 'not';
        if (seen !== 'not') words.push(text);
        if (seen !== 'whole') hidden += text.trim().length;
        return;
      }
      const name = strings[nodes.nodeName?.[node] ?? -1]?.toUpperCase();
      if (SHOWS.has(name) || PICTURE_STYLES.some((p) => drawsPicture(style(i, p)))) pictured += Math.max(0, w) * Math.max(0, h);
      if (FIELDS.has(name) && w * h > 0) pictured += width * width;
      painted += 1 + LAYERED_STYLES.reduce((sum, p) => sum + layersOf(style(i, p)), 0);
    });
  }
  return { legible: words.join(' '), said, pictured: Math.round(pictured), painted, hidden };
}

/** Does the second box follow the first on its line without a gap? */
const besides = ([x, y, w, h]: number[], [left, top]: number[]): boolean => Math.abs(top - y) < h / 2 && Math.abs(left - x - w) < 1;

/** By node; parents come before their children. */
function sightsOf(
  { nodes, layout }: Document,
  elements: Map<number, number>,
  style: (i: number, name: string) => string,
  width: number,
): Sight[] {
  const sights: Sight[] = [];
  nodes.parentIndex?.forEach((parent, node) => {
    const around = sights[parent] ?? { opacity: 1, box: [0, 0, width, Infinity] };
    const i = elements.get(node);
    sights[node] = around;
    if (i === undefined) return;
    const veiled = [style(i, 'clip-path'), style(i, 'filter')].some((v) => v !== '' && v !== 'none');
    const clips = [style(i, 'overflow-x'), style(i, 'overflow-y')].some((v) => v !== '' && v !== 'visible');
    const opacity = veiled ? 0 : around.opacity * Number(style(i, 'opacity') || 1);
    sights[node] = { opacity, box: clips ? within(layout.bounds[i], around.box) : around.box };
  });
  return sights;
}

const within = ([x, y, w, h]: number[], [left, top, right, bottom]: Sight['box']): Sight['box'] => [
  Math.max(left, x),
  Math.max(top, y),
  Math.min(right, x + w),
  Math.min(bottom, y + h),
];
function inSight(bounds: number[], sight: Sight | undefined): 'whole' | 'part' | 'not' {
  if (!sight) return 'whole';
  const [left, top, right, bottom] = within(bounds, sight.box);
  if (sight.opacity < LEAST_OPACITY || right - left < LEAST_SIZE || bottom - top < LEAST_SIZE) return 'not';
  const cut = Math.max(bounds[2] - (right - left), bounds[3] - (bottom - top));
  return cut < LEAST_SIZE ? 'whole' : 'part';
}
/** The layers of a style: what its commas part outside of brackets. */
const layersOf = (value: string): number => (PLAIN.has(value) ? 0 : value.split(/,(?![^(]*\))/).length);

/** Does text of this colour stand out from what is behind it? */
function stands(colour: string, behind: string | undefined): boolean {
  const channels = (c: string) => c.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = channels(colour);
  if (alpha < LEAST_OPACITY) return false;
  if (behind === undefined || red === undefined) return true;
  const [r, g, b] = channels(behind);
  return Math.max(Math.abs(red - r), Math.abs(green - g), Math.abs(blue - b)) >= LEAST_CONTRAST;
}

/** What was shown until now: as legible as at the last look, and as pictured, painted and hidden as at any. */
export const shownSoFar = (before: Shown | null, now: Shown, characters: number): Shown => ({
  legible: now.legible.slice(0, characters),
  said: union([before?.said ?? '', now.said]).slice(0, characters),
  pictured: Math.max(now.pictured, before?.pictured ?? 0),
  painted: Math.max(now.painted, before?.painted ?? 0),
  hidden: Math.max(now.hidden, before?.hidden ?? 0),
});
