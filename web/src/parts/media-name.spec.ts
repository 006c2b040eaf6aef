import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from '../text/fill.js';
import { mediaName } from './media-name.js';

const vi = JSON.parse(readFileSync(join(import.meta.dirname, '../../texts/vi.desks.json'), 'utf8')) as Record<string, string>;

test('a file is called what people call it', () => {
  const name = (type: string) => {
    const [key, values] = mediaName(type);
    return fill(vi[key], values);
  };
  expect(['text/plain; charset=utf-8', 'image/jpeg', 'application/pdf', 'message/rfc822', 'video/mp4'].map(name)).toEqual([
    'Văn bản',
    'Ảnh JPEG',
    'Tệp PDF',
    'Thư điện tử',
    'Video MP4',
  ]);
});
