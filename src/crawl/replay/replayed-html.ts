import { replayedCss, replayedStyle, type Link } from './replayed-css.js';
import { scanHtml, type Piece } from './scan-html.js';

export interface ReplayedPage {
  /** the address of the document */
  url: string;
  link: Link;
  /** where the document of a frame is, by the address that it shows and by its number in the package */
  frame(src: string | null, number: number | null): string | null;
}
type Attributes = [string, string][];

/** what runs, embeds, or speaks to a browser about loading; with all that it holds */
const WITHOUT_CONTENT = new Set('script noscript object embed applet noembed noframes portal fencedframe xmp plaintext'.split(' '));
const LEFT_OUT = new Set('base meta frame frameset param bgsound'.split(' '));
/** how a tag may be named, and an attribute: nothing that a page wrote leaves its place */
const NAME = /^[a-z][\w:.-]*$/i;
const SOURCES = new Set(['src', 'poster', 'background', 'href', 'xlink:href']);
const DROPPED =
  /^(on.*|ping|target|nonce|integrity|crossorigin|referrerpolicy|srcdoc|sandbox|allow|autofocus|autoplay|action|formaction|manifest|http-equiv|attributionsrc|imagesrcset|imagesizes|loading|fetchpriority|as|data|codebase|classid|download|data-document)$/;

/** A document of a package as it may be shown: no script, nothing that is loaded but what was kept, and every letter of the page where it stood. */
export function replayedHtml(html: string, page: ReplayedPage): string {
  const out: string[] = ['<!doctype html>'];
  const base = baseOf(html, page.url);
  let within: string | null = null; // an element whose content is left out
  let style = false;
  for (const piece of scanHtml(html)) {
    if (within !== null) {
      if (piece.kind === 'close' && piece.name === within) within = null;
    } else if (piece.kind === 'text') {
      out.push(style ? replayedStyle(piece.text, base, page.link) : piece.text.replaceAll('<', '&lt;'));
    } else if (WITHOUT_CONTENT.has(piece.name)) {
      if (piece.kind === 'open' && piece.name !== 'embed') within = piece.name;
    } else if (piece.name === 'iframe') {
      if (piece.kind === 'open') out.push(frame(piece.attributes, page, base));
      within = piece.kind === 'open' ? 'iframe' : null;
    } else if (NAME.test(piece.name) && !LEFT_OUT.has(piece.name)) {
      style = piece.kind === 'open' && piece.name === 'style';
      out.push(piece.kind === 'close' ? `</${piece.name}>` : open(piece, page, base));
    }
  }
  return out.join('');
}

/** Relative addresses of a document start here: the first that it names itself, or its own. */
function baseOf(html: string, url: string): string {
  for (const piece of scanHtml(html)) {
    if (piece.kind !== 'open' || piece.name !== 'base') continue;
    const href = piece.attributes.find(([name]) => name === 'href')?.[1];
    if (href !== undefined && URL.canParse(plain(href), url)) return new URL(plain(href), url).href;
  }
  return url;
}

function open({ name, attributes }: Extract<Piece, { kind: 'open' }>, page: ReplayedPage, base: string): string {
  const told = new Map(attributes.map(([key, value]) => [key, plain(value)]));
  if (name === 'link' && !/(^|\s)stylesheet(\s|$)/i.test(told.get('rel') ?? '')) return '';
  const kept = attributes.flatMap(([key, value]): Attributes => attribute(name, key, value, page, base));
  if (name === 'a' || name === 'area') kept.push(...ledTo(told.get('href')));
  if (name === 'video' || name === 'audio') kept.push(['controls', ''], ['preload', 'metadata']);
  return `<${name}${written(kept)}>`;
}

function attribute(element: string, key: string, value: string, page: ReplayedPage, base: string): Attributes {
  if (!NAME.test(key) || DROPPED.test(key)) return [];
  if (key === 'style') return [[key, escaped(replayedCss(plain(value), base, page.link))]];
  if (key === 'srcset') return sources(plain(value), page, base);
  if (!SOURCES.has(key)) return [[key, value.replaceAll('"', '&quot;')]];
  if (element === 'a' || element === 'area') return [];
  const address = plain(value).trim();
  if (/^(#|data:image\/)/i.test(address)) return [[key, escaped(address)]];
  const kept = page.link(address, base);
  return kept === null ? [] : [[key, escaped(kept)]];
}
/** Of several sizes of a picture those that the browser fetched. */
function sources(value: string, page: ReplayedPage, base: string): Attributes {
  const kept = value.split(/,\s+|,(?=https?:)/).flatMap((candidate) => {
    const [address, size = ''] = candidate.trim().split(/\s+/, 2);
    const found = page.link(address, base);
    return found === null ? [] : [`${found} ${/^[\d.]+[wx]$/.test(size) ? size : ''}`.trim()];
  });
  return kept.length > 0 ? [['srcset', escaped(kept.join(', '))]] : [];
}
/** A link leads nowhere but within its page, and says where it led. */
const ledTo = (href: string | undefined): Attributes =>
  href === undefined ? [] : href.startsWith('#') ? [['href', escaped(href)]] : [['title', escaped(href.slice(0, 2_048))]];

function frame(attributes: Attributes, page: ReplayedPage, base: string): string {
  const told = new Map(attributes);
  const src = plain(told.get('src') ?? '');
  const number = /^frame (\d{1,4})$/.exec(told.get('data-document') ?? '')?.[1];
  const at = page.frame(
    told.has('srcdoc') || !URL.canParse(src, base) ? null : new URL(src, base).href,
    number === undefined ? null : Number(number),
  );
  const kept = attributes.flatMap(([key, value]): Attributes => (key === 'src' ? [] : attribute('iframe', key, value, page, base)));
  return `<iframe sandbox${written([...kept, ...(at === null ? [] : [['src', escaped(at)] as [string, string]])])}></iframe>`;
}

const written = (attributes: Attributes): string => [...new Map(attributes)].map(([key, value]) => ` ${key}="${value}"`).join('');
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const LETTERS: Record<string, string> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };
/** What an attribute says: the few signs that every writer of HTML spells. */
const plain = (value: string): string =>
  value.replace(/&(?:(amp|quot|apos|lt|gt)|#(\d{1,7})|#x([\da-f]{1,6}));/gi, (all, name?: string, decimal?: string, hex?: string) => {
    if (name) return LETTERS[name.toLowerCase()];
    const code = decimal ? Number(decimal) : parseInt(hex!, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
