import type { Snapshot } from './page-text.js';

/** What a page shows beside its plain text, as far as it may be a post. */
export interface Shown {
  /** the text that an eye can read: neither transparent, tiny, of its background's colour nor outside the page */
  legible: string;
  /** pixels under pictures, films, drawings, fields, frames of other processes and pictures of styles */
  pictured: number;
}
const PICTURE_STYLES = ['background-image', 'border-image-source', 'mask-image', 'content'];
const HIDING_STYLES = ['opacity', 'visibility', 'font-size', 'color', 'clip-path', 'filter', 'overflow-x', 'overflow-y'];
export const STYLES_ASKED = [...HIDING_STYLES, ...PICTURE_STYLES];
const SHOWS = new Set(['IMG', 'VIDEO', 'CANVAS', 'SVG', 'IFRAME', 'FRAME', 'OBJECT', 'EMBED', 'TEXTAREA', 'INPUT', 'SELECT']);
const PICTURE_OF_STYLE = /(?:url|image-set|cross-fade|element|paint|image)\(/i;
const LEAST_FONT = 8;
const LEAST_OPACITY = 0.3;
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
  let pictured = 0;
  for (const document of documents) {
    const { nodes, layout } = document;
    const textOf = (i: number): string | undefined => strings[layout.text[i] ?? -1];
    const style = (i: number, name: string): string => strings[layout.styles?.[i]?.[STYLES_ASKED.indexOf(name)] ?? -1] ?? '';
    const elements = new Map(layout.nodeIndex.map((node, i) => [node, i] as const).filter(([, i]) => !textOf(i)));
    const sights = sightsOf(document, elements, style, width);
    const readDocuments = new Set(nodes.contentDocumentIndex?.index ?? []);
    layout.nodeIndex.forEach((node, i) => {
      const [, , w, h] = layout.bounds[i];
      const text = textOf(i);
      const parent = nodes.parentIndex?.[node] ?? -1;
      if (text) {
        const behind = strings[layout.blendedBackgroundColors?.[elements.get(parent) ?? -1] ?? -1];
        const plain = style(i, 'visibility') !== 'hidden' && parseFloat(style(i, 'font-size')) >= LEAST_FONT;
        if (plain && stands(style(i, 'color'), behind) && inSight(layout.bounds[i], sights[parent])) words.push(text);
        return;
      }
      const name = strings[nodes.nodeName?.[node] ?? -1]?.toUpperCase();
      const shows = SHOWS.has(name) ? !readDocuments.has(node) : PICTURE_STYLES.some((p) => PICTURE_OF_STYLE.test(style(i, p)));
      if (shows) pictured += Math.max(0, w) * Math.max(0, h);
    });
  }
  return { legible: words.join(' '), pictured: Math.round(pictured) };
}

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
function inSight(bounds: number[], sight: Sight | undefined): boolean {
  if (!sight) return true;
  const [left, top, right, bottom] = within(bounds, sight.box);
  return sight.opacity >= LEAST_OPACITY && right - left >= LEAST_SIZE && bottom - top >= LEAST_SIZE;
}

/** Does text of this colour stand out from what is behind it? */
function stands(colour: string, behind: string | undefined): boolean {
  const channels = (c: string) => c.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = channels(colour);
  if (alpha < LEAST_OPACITY) return false;
  if (behind === undefined || red === undefined) return true;
  const [r, g, b] = channels(behind);
  return Math.max(Math.abs(red - r), Math.abs(green - g), Math.abs(blue - b)) >= LEAST_CONTRAST;
}
