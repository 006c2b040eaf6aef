import { describe, expect, test } from '@jest/globals';
import { pngFrames } from './png-frames.js';

const chunk = (type: string, data: Buffer = Buffer.alloc(0)): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
};
const plays = (frames: number): Buffer => {
  const data = Buffer.alloc(8);
  data.writeUInt32BE(frames);
  return chunk('acTL', data);
};
const png = (...chunks: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', Buffer.alloc(13)), ...chunks, chunk('IEND')]);
const [idat, frame] = [chunk('IDAT', Buffer.from('acTL')), chunk('fcTL', Buffer.alloc(26))];

describe('the pictures of a PNG', () => {
  test.each([
    ['one that stands still', png(idat), 1],
    ['one that declares many', png(plays(1_000_000), idat), 1_000_000],
    ['one that declares them after its first picture, where few readers look', png(idat, plays(500)), 500],
    ['one that declares fewer than begin', png(plays(1), frame, idat, frame, frame), 3],
    ['one that declares none', png(plays(0), idat), 1],
    ['one that declares twice', png(plays(7), plays(2), idat), 7],
    ['one that ends inside its declaration', png(plays(9)).subarray(0, 8 + 25 + 9), 1],
    ['one whose chunk is longer than the file', Buffer.concat([png(plays(4)), Buffer.from('ffffffff', 'hex'), Buffer.from('acTL')]), 4],
  ])('of %s are counted', (_, bytes, frames) => {
    expect(pngFrames(bytes)).toBe(frames);
  });
});
