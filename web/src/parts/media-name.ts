import type { TextKey } from '../text/texts.js';

const FAMILIES: Record<string, TextKey> = {
  image: 'media.image',
  text: 'media.text',
  video: 'media.video',
  audio: 'media.audio',
  message: 'media.message',
};

/** What people call a file of this media type; where it matters, of which format. */
export function mediaName(mediaType: string): [TextKey, { format: string }] {
  const [family, name = ''] = mediaType.split(';')[0].trim().toLowerCase().split('/');
  return [FAMILIES[family] ?? 'media.file', { format: name.toUpperCase() }];
}
