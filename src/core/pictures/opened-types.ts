import { fileTypeFromBuffer } from 'file-type';

const OPENED = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);
/** Is it a picture of a kind that we open, by its first bytes? Others have readers that nobody needs, and more of them. */
export const isOpened = async (bytes: Uint8Array): Promise<boolean> => OPENED.has((await fileTypeFromBuffer(bytes))?.mime ?? '');
