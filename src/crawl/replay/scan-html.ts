/** A piece of HTML as it is written: what is no tag is text. Attribute names are in lower case, values as they were written. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: [string, string][] }
  | { kind: 'close'; name: string };

const NAME_ENDS = /[\s/>]/;
const ATTRIBUTE_ENDS = /[\s/>=]/;
/** what these hold is read as it stands, up to their own end */
const RAW = new Set('script style xmp iframe noembed noframes noscript plaintext textarea title'.split(' '));

/** Reads HTML in one pass, each letter once: nothing that a page wrote makes it slow. Comments and declarations are left out. */
export function* scanHtml(html: string): Generator<Piece> {
  let at = 0;
  const until = (mark: string, from: number): number => {
    const found = html.indexOf(mark, from);
    return found < 0 ? html.length : found;
  };
  while (at < html.length) {
    const next = until('<', at);
    if (next > at) yield { kind: 'text', text: html.slice(at, next) };
    at = next;
    if (at >= html.length) return;
    if (html.startsWith('<!--', at)) at = until('-->', at + 4) + 3;
    else if (/^<[!?]/.test(html.slice(at, at + 2))) at = until('>', at) + 1;
    else if (/^<\/[a-z]/i.test(html.slice(at, at + 3))) {
      const end = until('>', at);
      yield { kind: 'close', name: nameAt(html, at + 2, NAME_ENDS).toLowerCase() };
      at = end + 1;
    } else if (/^<[a-z]/i.test(html.slice(at, at + 2))) {
      const tag = openTag(html, at + 1);
      if (!tag) return;
      yield { kind: 'open', name: tag.name, attributes: tag.attributes };
      at = tag.end;
      if (!RAW.has(tag.name)) continue;
      const close = rawEnd(html, tag.name, at);
      if (close > at) yield { kind: 'text', text: html.slice(at, close) };
      at = close;
    } else {
      yield { kind: 'text', text: '<' };
      at++;
    }
  }
}

function nameAt(html: string, from: number, ends: RegExp): string {
  let at = from;
  while (at < html.length && !ends.test(html[at])) at++;
  return html.slice(from, at);
}

/** Null where the tag never ends. */
function openTag(html: string, from: number): { name: string; attributes: [string, string][]; end: number } | null {
  const name = nameAt(html, from, NAME_ENDS);
  const attributes: [string, string][] = [];
  let at = from + name.length;
  while (at < html.length) {
    if (html[at] === '>') return { name: name.toLowerCase(), attributes, end: at + 1 };
    if (/[\s/]/.test(html[at])) {
      at++;
      continue;
    }
    const attribute = html[at] + nameAt(html, at + 1, ATTRIBUTE_ENDS);
    at = afterBlanks(html, at + attribute.length);
    if (html[at] !== '=') {
      attributes.push([attribute.toLowerCase(), '']);
      continue;
    }
    at = afterBlanks(html, at + 1);
    const quote = html[at];
    if (quote === '"' || quote === "'") {
      const end = html.indexOf(quote, at + 1);
      if (end < 0) return null;
      attributes.push([attribute.toLowerCase(), html.slice(at + 1, end)]);
      at = end + 1;
    } else {
      const value = nameAt(html, at, /[\s>]/);
      attributes.push([attribute.toLowerCase(), value]);
      at += value.length;
    }
  }
  return null;
}
function afterBlanks(html: string, from: number): number {
  let at = from;
  while (at < html.length && /\s/.test(html[at])) at++;
  return at;
}
function rawEnd(html: string, name: string, from: number): number {
  if (name === 'plaintext') return html.length;
  const mark = new RegExp(`</${name}(?=[\\s/>])`, 'gi'); // one of the names above
  mark.lastIndex = from;
  return mark.exec(html)?.index ?? html.length;
}
