import { fileTypeFromFile } from 'file-type';
import { valueOf } from './exchange.js';
import type { FoundMedium } from './keep-media.js';
import type { RawCapture } from './raw.js';

/** A film, sound or picture of the post that is whole; its bytes are the body of one recorded exchange. */
export interface KeptMedium extends FoundMedium {
  name: string;
  mediaType: string;
  exchange: number;
  body: string;
  bytes: number;
  sha256: string;
}
const MEDIA = /^(?:video|audio|image)\/[\w.+-]+$/;
const TEXTUAL = new Set([undefined, 'application/xml']);

/** The whole media of a capture, once each, named by kind and number. The bytes say what they are before the server does. */
export async function keptMedia({ media, exchanges }: Pick<RawCapture, 'media' | 'exchanges'>): Promise<KeptMedium[]> {
  const kept: KeptMedium[] = [];
  for (const { kind, url, state, exchange } of media) {
    if (state !== 'whole' || kept.some((k) => k.exchange === exchange)) continue;
    const { body, bytes, sha256, responseHeaders } = exchanges[exchange! - 1];
    const seen = (await fileTypeFromFile(body!))?.mime;
    const told = valueOf(responseHeaders, 'content-type').split(';')[0].trim().toLowerCase();
    const mediaType = TEXTUAL.has(seen) ? told : seen!;
    if (bytes === 0 || !MEDIA.test(mediaType)) continue;
    const number = kept.filter((k) => k.kind === kind).length + 1;
    kept.push({ kind, url, name: `${kind}-${number}`, mediaType, exchange: exchange!, body: body!, bytes, sha256: sha256! });
  }
  return kept;
}
