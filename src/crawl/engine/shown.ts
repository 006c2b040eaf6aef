import type { Snapshot } from './page-text.js';

/** What a page shows beside its plain text, as far as it may be a post. */
export interface Shown {
  /** the text that an eye can read: neither transparent, tiny, of its background's colour nor outside the page */
  legible: string;
  /** pixels under pictures, films, drawings, fields, frames of other processes and pictures of styles */
  pictured: number;
}
export const STYLES_ASKED = [
  'opacity',
  'visibility',
  'font-size',
  'color',
  'clip-path',
  'background-image',
  'border-image-source',
  'mask-image',
  'content',
];
const SHOWS = new Set(['IMG', 'VIDEO', 'CANVAS', 'SVG', 'IFRAME', 'FRAME', 'OBJECT', 'EMBED', 'TEXTAREA', 'INPUT', 'SELECT']);
const PICTURE_OF_STYLE = /(?:url|image-set|cross-fade|element|paint|image)\(/i;
const LEAST_FONT = 8;
const LEAST_OPACITY = 0.3;
const LEAST_CONTRAST = 32;

/** Read from the layout itself, so scripts of the page cannot change it. */
export function shownOf({ strings, documents }: Snapshot): Shown {
  const words: string[] = [];
  let pictured = 0;
  for (const { nodes, layout } of documents) {
    const elements = new Map(layout.nodeIndex.map((node, i) => [node, i] as const).filter(([, i]) => (layout.text[i] ?? -1) < 0));
    const withText = new Set(nodes.contentDocumentIndex?.index ?? []);
    const style = (i: number, name: string): string => strings[layout.styles?.[i]?.[STYLES_ASKED.indexOf(name)] ?? -1] ?? '';
    const opacity = (node: number | undefined): number => {
      let through = 1;
      for (let at = node; at !== undefined && at >= 0; at = nodes.parentIndex?.[at]) {
        const i = elements.get(at);
        if (i === undefined) continue;
        through *= Number(style(i, 'opacity') || 1);
        if ((style(i, 'clip-path') || 'none') !== 'none') through = 0;
      }
      return through;
    };
    layout.nodeIndex.forEach((node, i) => {
      const [left, top, width, height] = layout.bounds[i];
      const text = strings[layout.text[i] ?? -1];
      if (text) {
        const parent = nodes.parentIndex?.[node];
        const behind = strings[layout.blendedBackgroundColors?.[elements.get(parent ?? -1) ?? -1] ?? -1];
        const readable =
          width > 1 &&
          height > 1 &&
          left + width > 0 &&
          top + height > 0 &&
          style(i, 'visibility') !== 'hidden' &&
          parseFloat(style(i, 'font-size')) >= LEAST_FONT &&
          stands(style(i, 'color'), behind) &&
          opacity(parent) >= LEAST_OPACITY;
        if (readable) words.push(text);
      } else if (isPicture(i, node)) pictured += Math.max(0, width) * Math.max(0, height);
    });
    function isPicture(i: number, node: number): boolean {
      const name = strings[nodes.nodeName?.[node] ?? -1]?.toUpperCase();
      if (SHOWS.has(name)) return !withText.has(node);
      return ['background-image', 'border-image-source', 'mask-image', 'content'].some((property) =>
        PICTURE_OF_STYLE.test(style(i, property)),
      );
    }
  }
  return { legible: words.join(' '), pictured: Math.round(pictured) };
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
