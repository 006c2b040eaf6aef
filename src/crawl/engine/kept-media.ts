import { fileTypeFromFile } from 'file-type';
import type { FoundMedium } from './keep-media.js';
import { typeOf } from './media-types.js';
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

/** The whole media of a capture, once each, named by kind and number. The bytes say what they are, never the server. */
export async function keptMedia({ media, exchanges }: Pick<RawCapture, 'media' | 'exchanges'>): Promise<KeptMedium[]> {
  const kept: KeptMedium[] = [];
  for (const { kind, url, state, exchange } of media) {
    if (state !== 'whole' || kept.some((k) => k.exchange === exchange)) continue;
    const { body, bytes, sha256 } = exchanges[exchange! - 1];
    if (bytes === 0) continue;
    const { mediaType } = typeOf((await fileTypeFromFile(body!))?.mime);
    const number = kept.filter((k) => k.kind === kind).length + 1;
    kept.push({ kind, url, name: `${kind}-${number}`, mediaType, exchange: exchange!, body: body!, bytes, sha256: sha256! });
  }
  return kept;
}
