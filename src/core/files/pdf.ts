import { getDocument } from 'unpdf/pdfjs';
import type { Bytes } from './bytes.js';
import type { FileClaims } from './claims.js';

/** a longer one tells nothing: it would have to lie in memory */
const MOST = 200_000_000;

/** What a PDF's information dictionary says, or else its XMP. One that asks for a password says nothing. */
export async function pdfClaims(bytes: Bytes): Promise<FileClaims> {
  if (bytes.size > MOST) return {};
  const data = new Uint8Array(bytes.at(0, bytes.size));
  const task = getDocument({ data, verbosity: 0, isEvalSupported: false });
  try {
    const { info, metadata } = await (await task.promise).getMetadata();
    const said = (key: string, name: string) => text((info as Record<string, unknown>)[key]) ?? text(metadata?.get(name));
    return {
      takenAt: moment(said('CreationDate', 'xmp:createdate')),
      changedAt: moment(said('ModDate', 'xmp:modifydate')),
      software: [said('Creator', 'xmp:creatortool'), said('Producer', 'pdf:producer')].filter(Boolean).join(' · '),
      title: said('Title', 'dc:title'),
      author: said('Author', 'dc:creator'),
    };
  } finally {
    await task.destroy();
  }
}
const text = (said: unknown): string | undefined =>
  (Array.isArray(said) ? said.join(', ') : typeof said === 'string' ? said : '') || undefined;

/** `D:20240312091533+07'00'` with strokes and colons; another form as it is. */
function moment(said: string | undefined): string | undefined {
  const [, y, mo, d, h, mi, s = '00', z = '', zm = ''] =
    /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:(Z|[+-]\d{2})'?(\d{2})?)?/.exec(said ?? '') ?? [];
  return y ? `${y}-${mo}-${d} ${h}:${mi}:${s}${z && z !== 'Z' ? ` ${z}:${zm || '00'}` : z && ' UTC'}` : said;
}
