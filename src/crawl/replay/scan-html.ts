/** A piece of HTML as it is written: what is no tag is text. Attribute names are in lower case, values as they were written. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'open'; name: string; attributes: [string, string][] }
  | { kind: 'close'; name: string };

// from where it stands, and no letter twice
const NAME = /[^\s/>]*/y;
const ATTRIBUTE = /[^][^\s/>=]*/y;
const VALUE = /[^\s>]*/y;
const BLANKS = /\s*/y;
const BETWEEN = /[\s/]*/y;
const [DECLARES, CLOSES, OPENS] = [/<[!?]/y, /<\/[a-z]/iy, /<[a-z]/iy];
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
    else if (stands(DECLARES, html, at)) at = until('>', at) + 1;
    else if (stands(CLOSES, html, at)) {
      const end = until('>', at);
      yield { kind: 'close', name: textAt(NAME, html, at + 2).toLowerCase() };
      at = end + 1;
    } else if (stands(OPENS, html, at)) {
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

function stands(mark: RegExp, html: string, at: number): boolean {
  mark.lastIndex = at;
  return mark.test(html);
}
function textAt(form: RegExp, html: string, at: number): string {
  form.lastIndex = at;
  return form.exec(html)?.[0] ?? '';
}
const after = (form: RegExp, html: string, at: number): number => at + textAt(form, html, at).length;

/** Null where the tag never ends. */
function openTag(html: string, from: number): { name: string; attributes: [string, string][]; end: number } | null {
  const name = textAt(NAME, html, from);
  const attributes: [string, string][] = [];
  let at = after(BETWEEN, html, from + name.length);
  while (at < html.length) {
    if (html[at] === '>') return { name: name.toLowerCase(), attributes, end: at + 1 };
    const attribute = textAt(ATTRIBUTE, html, at);
    at = after(BLANKS, html, at + attribute.length);
    let value = '';
    if (html[at] === '=') {
      at = after(BLANKS, html, at + 1);
      const quote = html[at] === '"' || html[at] === "'" ? html[at] : '';
      const end = quote ? html.indexOf(quote, at + 1) : after(VALUE, html, at);
      if (end < 0) return null;
      value = html.slice(at + quote.length, end);
      at = end + quote.length;
    }
    attributes.push([attribute.toLowerCase(), value]);
    at = after(BETWEEN, html, at);
  }
  return null;
}
function rawEnd(html: string, name: string, from: number): number {
  if (name === 'plaintext') return html.length;
  const mark = new RegExp(`</${name}(?=[\\s/>])`, 'gi'); // one of the names above
  mark.lastIndex = from;
  return mark.exec(html)?.index ?? html.length;
}
