import { readSync } from 'node:fs';

/** A file of which any part can be read, however long it is. */
export interface Bytes {
  size: number;
  /** up to so many bytes from there */
  at(from: number, length: number): Buffer;
}
export const bytesOf = (buffer: Buffer): Bytes => ({ size: buffer.length, at: (from, length) => buffer.subarray(from, from + length) });

/** Of an opened file. */
export const bytesIn = (fd: number, size: number): Bytes => ({
  size,
  at(from, length) {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
    let read = 0;
    while (read < buffer.length) {
      const n = readSync(fd, buffer, read, buffer.length - read, from + read);
      if (n === 0) break;
      read += n;
    }
    return buffer.subarray(0, read);
  },
});
