import type { Sought } from '../platforms/platform-table.js';
import { mayBeAnother } from './another-post.js';
import { linkedIn, linkedTexts } from './json-ld.js';
import type { FoundMedium } from './keep-media.js';
import { filmsOf, mediaOf } from './media/films-of.js';

export interface ReadPost {
  found: boolean;
  text: string;
  title: string;
  author: string | null;
  handle: string | null;
  time: string | null;
  stir: string;
  height: number;
  /** what the page says is its own address */
  canonical: string | null;
  media: FoundMedium[];
  /** where the post stands, in CSS pixels of the page */
  box: { x: number; y: number; width: number; height: number } | null;
  /** the address that the author's name leads to */
  authorUrl: string | null;
  /** when it was posted as a visitor reads it, and when it was changed as the page says */
  timeShown: string | null;
  edited: string | null;
  /** by what each was found: a selector, or what the page tells machines */
  how: { author: string | null; time: string | null; edited: string | null };
  language: string | null;
  /** what the page tells machines of its counts, such as likes and comments (schema.org) */
  counts: { what: string; count: number }[];
  /** fonts that the page brought and its letters use */
  ownFonts: number;
  /** what was found leads elsewhere: its heading is a link, or all its words are; or it is one of several */
  mayBeAnother: boolean;
  /** read of a page that was laid out; else its words are those of the document but for what is never shown, whether it would be shown or not */
  laidOut: boolean;
  /** the documents of frames that were looked into */
  frames: string[];
}

/** Runs in the page: its own document, and those of its frames in which it shows its posts. */
export function documentsOf(frames: string[]): Document[] {
  const within = frames.flatMap((s) => Array.from(document.querySelectorAll<HTMLIFrameElement>(s)).slice(0, 20));
  return [document, ...within.slice(0, 20).flatMap((frame) => frame.contentDocument ?? [])];
}
/** A function that runs in the page and asks for its documents, as its text; with what else it calls. */
export const withDocuments = (run: (...given: never[]) => unknown, ...calls: ((...given: never[]) => unknown)[]): string =>
  `(() => { ${[documentsOf, ...calls].join('\n')} return ${run.toString()} })()`;

/** Runs in an isolated world: the page's own scripts share its document, not its functions. `laidOut` false: as the document holds it, nothing of which is shown yet. */
function reader(p: Sought, laidOut = true, media?: typeof mediaOf): ReadPost {
  const documents = documentsOf(p.frames);
  let by = '';
  const first = (list: string[], own: Element | null = null): Element | null => {
    for (const selector of list)
      for (const whole of selector.startsWith(':scope') ? (own ? [own] : []) : documents) {
        const found = whole.querySelector(selector);
        if (!found) continue;
        by = selector;
        return found;
      }
    return null;
  };
  const neverShown = 'script,style,noscript,template,[hidden]';
  /** what may be shown of an element, as far as its document tells without a layout */
  const heldBy = (e: Element): string => {
    if (e.closest(neverShown)) return '';
    const walk = e.ownerDocument.createTreeWalker(e, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (n) =>
      n.nodeType === Node.ELEMENT_NODE && (n as Element).matches(neverShown) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const words: string[] = [];
    let letters = 0;
    for (let nodes = 0; nodes < 20_000 && letters < 200_000 && walk.nextNode(); nodes++) {
      if (walk.currentNode.nodeType !== Node.TEXT_NODE) continue;
      words.push(walk.currentNode.nodeValue ?? '');
      letters += words.at(-1)!.length;
    }
    return words.join('').replace(/\s+/g, ' ');
  };
  const wordsOf = (e: Element | null): string | null | undefined => (laidOut || !e ? (e as HTMLElement | null)?.innerText : heldBy(e));
  const said = (e: Element | null): string | null => (wordsOf(e) ?? e?.getAttribute('content') ?? '').trim() || null;
  const post = first(p.post);
  const text = said(first(p.text, post)) ?? '';
  const time = first(p.time, post);
  const timeBy = by;
  const author = first(p.author, post);
  const authorBy = by;
  const box = laidOut ? post?.getBoundingClientRect() : undefined;
  let [left, top] = box ? [scrollX, scrollY] : [0, 0];
  for (let view = box && post?.ownerDocument.defaultView; view && view !== window; view = view.parent as typeof view) {
    const around = view.frameElement?.getBoundingClientRect();
    left += around?.x ?? 0;
    top += around?.y ?? 0;
  }
  const texts = linkedTexts();
  const counts = texts
    .flatMap((text) => {
      try {
        const said = JSON.parse(text) as { interactionStatistic?: unknown };
        return [said.interactionStatistic].flat() as { interactionType?: unknown; userInteractionCount?: unknown }[];
      } catch {
        return [];
      }
    })
    .map((s) => {
      const kind = s?.interactionType as string | { '@type'?: string } | undefined;
      const what = typeof kind === 'string' ? kind : (kind?.['@type'] ?? '');
      return { what: what.replace(/^.*\//, '').slice(0, 100), count: Number(s?.userInteractionCount) };
    })
    .filter(({ what, count }) => what !== '' && Number.isFinite(count))
    .slice(0, 20);
  const meta = (name: string): string | null =>
    document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content') ?? null;
  const title = (meta('og:title') ?? document.title).trim();
  const canonical = document.querySelector<HTMLLinkElement>('link[rel~="canonical"]')?.href ?? meta('og:url');
  const here = [location.href, canonical ?? ''].map((url) => url.replace(/#.*$/, ''));
  const linked = p.articles && !p.part ? linkedIn(texts, here, title) : null;
  /** the first way that found something, and which it was */
  const firstOf = (...ways: [value: string | null | undefined, how: string][]) => ways.find(([value]) => value) ?? [null, null];
  const inLinked = (name: string) => `JSON-LD ${linked?.type}.${name}`;
  const [authorName, authorHow] = firstOf([said(author), authorBy], [linked?.author, inLinked('author')], [meta('author'), 'meta author']);
  const [posted, postedHow] = firstOf(
    [time?.getAttribute('datetime') ?? time?.getAttribute('content'), timeBy],
    [linked?.published, inLinked('datePublished')],
    [meta('article:published_time'), 'meta article:published_time'],
  );
  const [edited, editedHow] = firstOf(
    [meta('article:modified_time'), 'meta article:modified_time'],
    [meta('og:updated_time'), 'meta og:updated_time'],
    [linked?.edited, inLinked('dateModified')],
  );
  return {
    found: post !== null && (text.length > 0 || post.querySelector('img,video,picture') !== null),
    text,
    title,
    author: authorName ?? null,
    authorUrl: author?.closest('a')?.href ?? (authorHow === inLinked('author') ? linked!.authorUrl : null),
    timeShown: said(time),
    edited: edited ?? null,
    how: { author: authorHow, time: postedHow, edited: editedHow },
    language: document.documentElement?.lang || meta('og:locale'),
    counts,
    box: box && box.width > 0 && box.height > 0 ? { x: box.x + left, y: box.y + top, width: box.width, height: box.height } : null,
    handle: said(first(p.handle, post)),
    time: posted ?? null,
    stir: `${(laidOut && document.body?.innerText.length) || 0} ${document.querySelectorAll('*').length}`,
    height: laidOut ? Math.max(document.documentElement?.scrollHeight ?? 0, document.body?.scrollHeight ?? 0) : 0,
    laidOut,
    mayBeAnother: post !== null && mayBeAnother(post, text, p.least_text),
    canonical,
    media: media?.(post, p.articles && !p.part) ?? [],
    ownFonts: Array.from(document.fonts).filter((font) => font.status === 'loaded').length,
    frames: documents.slice(1).map((d) => d.URL.slice(0, 2_048)),
  };
}
const readAll = (p: Sought, laidOut = true): ReadPost => reader(p, laidOut, mediaOf);
const CALLS = [linkedTexts, linkedIn, mayBeAnother];
export const readerSource = withDocuments(readAll, reader, ...CALLS, filmsOf, mediaOf);
export const readerFor = (sought: Sought): string => `${readerSource}(${JSON.stringify(sought)})`;
const lookerSource = withDocuments(reader, ...CALLS);
/** The same but for its files, the search for which goes through the whole page: for the many looks between. */
export const lookerFor = (sought: Sought): string => `${lookerSource}(${JSON.stringify(sought)})`;
