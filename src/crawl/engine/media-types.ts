/** What a file of a capture may be, by its bytes, and how its name then ends. Everything else is bytes of a stranger. */
const SUFFIXES: Record<string, string> = {
  'image/png': 'png',
  'image/apng': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/x-icon': 'ico',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'video/matroska': 'mkv',
  'video/ogg': 'ogv',
  'video/mp2t': 'ts',
  'text/vtt; charset=utf-8': 'vtt',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/aac': 'aac',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'opus',
  'audio/wav': 'wav',
  'audio/flac': 'flac',
  'application/wacz+zip': 'wacz',
  'text/plain; charset=utf-8': 'txt',
  'application/timestamp-reply': 'tsr',
  'application/json': 'json',
};
export const BYTES = 'application/octet-stream';
export interface NamedType {
  mediaType: string;
  suffix: string;
}

export const typeOf = (mediaType: string | undefined): NamedType =>
  mediaType !== undefined && Object.hasOwn(SUFFIXES, mediaType)
    ? { mediaType, suffix: SUFFIXES[mediaType] }
    : { mediaType: BYTES, suffix: 'bin' };
