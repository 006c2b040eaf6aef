import { fileTypeFromBuffer } from 'file-type';

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** The media type that the bytes themselves show, if it is one of a picture that the office takes. */
export async function pictureType(bytes: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  return found && PICTURES.has(found.mime) ? found.mime : null;
}
