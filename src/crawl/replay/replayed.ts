import { keptAt } from './kept-index.js';
import { replayedCss, type Link } from './replayed-css.js';
import { replayedHtml } from './replayed-html.js';

/** What is to be shown again, with all that its addresses may lead to. */
export interface ToReplay {
  kind: 'html' | 'css';
  text: string;
  url: string;
  /** where the replay is */
  at: string;
  kept: ReadonlyMap<string, { number: number }>;
  /** the documents of frames that were kept, by their numbers */
  frames: ReadonlyMap<number, string>;
}

/** A document or a style sheet whose addresses lead to what was kept, and otherwise nowhere. */
export function replayed({ kind, text, url, at, kept, frames }: ToReplay): string {
  const link: Link = (address, base) => {
    const number = keptAt(kept, address, base);
    return number === null ? null : `${at}/kept/${number}`;
  };
  if (kind === 'css') return replayedCss(text, url, link);
  const byAddress = new Map([...frames].reverse().map(([number, address]) => [address, number])); // the first that shows it
  return replayedHtml(text, {
    url,
    link,
    frame: (src, number) => {
      const found = number ?? (src === null ? undefined : byAddress.get(src));
      return found !== undefined && frames.has(found) ? `${at}/frames/${found}` : null;
    },
  });
}
