import type { Bytes } from './bytes.js';
import type { FileClaims } from './claims.js';

const MOST = 30_000_000;
const TAIL = 2_000_000; // where the last trailer stands, with what was changed last
const OBJECT = 8_000;

/** What a PDF's information dictionary says, or its XMP. One that is encrypted, or packed away in an object stream without XMP, says nothing. */
export function pdfClaims(bytes: Bytes): FileClaims {
  const head = bytes.at(0, MOST).toString('latin1');
  const rest = Math.min(TAIL, bytes.size - head.length);
  const text = head + bytes.at(bytes.size - rest, rest).toString('latin1');
  if (text.includes('/Encrypt')) return {};
  const info = dictionary(text);
  const xmp = (name: string) => new RegExp(`<${name}>([^<]{1,300})</${name}>|${name}="([^"<]{1,300})"`).exec(text)?.slice(1).find(Boolean);
  const utf8 = (said: string | undefined) => said && Buffer.from(said, 'latin1').toString('utf8');
  return {
    takenAt: moment(info('CreationDate')) ?? xmp('xmp:CreateDate'),
    changedAt: moment(info('ModDate')) ?? xmp('xmp:ModifyDate'),
    software:
      [info('Creator') ?? utf8(xmp('xmp:CreatorTool')), info('Producer') ?? utf8(xmp('pdf:Producer'))].filter(Boolean).join(' · ') ||
      undefined,
    title: info('Title'),
    author: info('Author'),
  };
}

/** The strings of the object that the last trailer names. */
function dictionary(text: string): (key: string) => string | undefined {
  const named = [...text.matchAll(/\/Info\s{1,9}(\d{1,9})\s{1,9}(\d{1,5})\s{1,9}R/g)].at(-1);
  const start = named ? text.lastIndexOf(`\n${named[1]} ${named[2]} obj`) : -1;
  const object = start < 0 ? '' : text.slice(start, start + OBJECT).split('endobj')[0];
  return (key) => {
    const at = object.search(new RegExp(`/${key}\\s{0,9}[(<]`));
    return at < 0 ? undefined : string(object, object.slice(at).search(/[(<]/) + at) || undefined;
  };
}
function string(object: string, at: number): string {
  if (object[at] === '<') return decoded(Buffer.from(/^[0-9A-Fa-f\s]*/.exec(object.slice(at + 1))![0].replace(/\s/g, ''), 'hex'));
  const bytes: number[] = [];
  for (let i = at + 1, depth = 1; i < object.length; i++) {
    const sign = object[i];
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(object.slice(i + 1, i + 4))?.[0];
      bytes.push(octal ? parseInt(octal, 8) & 255 : ({ n: 10, r: 13, t: 9 }[object[i + 1]] ?? object.charCodeAt(i + 1)));
      i += octal ? octal.length : 1;
      continue;
    }
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (depth === 0) break;
    bytes.push(object.charCodeAt(i));
  }
  return decoded(Buffer.from(bytes));
}
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return bytes
      .subarray(2, bytes.length & ~1)
      .swap16()
      .toString('utf16le');
  return bytes.toString(bytes[0] === 0xef && bytes[1] === 0xbb ? 'utf8' : 'latin1');
}
/** `D:20240312091533+07'00'` with strokes and colons; another form as it is. */
function moment(said: string | undefined): string | undefined {
  const [, y, mo, d, h, mi, s = '00', z = '', zm = ''] =
    /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:(Z|[+-]\d{2})'?(\d{2})?)?/.exec(said ?? '') ?? [];
  return y ? `${y}-${mo}-${d} ${h}:${mi}:${s}${z && z !== 'Z' ? ` ${z}:${zm || '00'}` : z && ' UTC'}` : said;
}
