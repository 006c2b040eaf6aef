import { bare, type Invented } from './person.js';

export interface Token {
  of: string;
  is: string;
  bare: string;
  encoded: string[];
}
/** What must not be found of somebody. A phone number counts without its prefix, which people write in many ways. */
export function tokensOf(p: Invented): Token[] {
  const told: [string, string][] = [
    ['name', p.name],
    ['phone', p.phone.slice(1)],
    ['e-mail', p.email],
    ['handle', p.handle],
    ['card', p.card],
    ['address', p.address],
  ];
  return told.map(([what, is]) => ({ of: `${what} of ${p.n}`, is, bare: bare(is), encoded: encodings(is) }));
}
/** Base64 wherever in a longer text it begins, and bytes as hexadecimal digits, of both ways to compose letters. */
function encodings(text: string): string[] {
  return [text.normalize('NFC'), text.normalize('NFD')].flatMap((form) => {
    const bytes = Buffer.from(form);
    const shifted = [0, 1, 2].map((skip) => bytes.subarray(skip, bytes.length - ((bytes.length - skip) % 3)).toString('base64'));
    return [...shifted, ...shifted.map((b) => b.replace(/\+/g, '-').replace(/\//g, '_')), bytes.toString('hex')];
  });
}

/** A text as it stands and with every way of escaping undone, without case, marks and signs. */
function views(text: string): string[] {
  const percent = text
    .replace(/\+/g, ' ')
    .replace(/(%[0-9a-f]{2})+/gi, (found) => Buffer.from(found.replace(/%/g, ''), 'hex').toString('utf8'));
  const json = text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  const html = text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  return [...new Set([text, percent, json, html].map(bare))];
}
/** Every token that a text lets out. */
export function letOut(text: string, tokens: readonly Token[]): Token[] {
  const seen = views(text);
  return tokens.filter((token) => seen.some((view) => view.includes(token.bare)) || token.encoded.some((form) => text.includes(form)));
}
