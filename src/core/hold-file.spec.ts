import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdFile } from './hold-file.js';

describe('a lock', () => {
  let dir: string;
  const lock = () => join(dir, 'khóa.lock');
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'lachan khóa '));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  test('is held by one, who is named to the next, until it is let go', () => {
    const first = holdFile(lock()) as { release: () => void };
    expect(holdFile(lock())).toEqual({ heldBy: process.pid });
    first.release();
    expect(existsSync(lock())).toBe(false);
  });
  test('of a process that is gone, or of another that got its number, is none', () => {
    for (const left of ['4194303 77', `${process.pid} 1`]) {
      writeFileSync(lock(), left);
      const held = holdFile(lock());
      expect(held).toHaveProperty('release');
      (held as { release: () => void }).release();
    }
  });
  test('that is being written this very moment is held, and one that was never written is none', () => {
    writeFileSync(lock(), '');
    expect(holdFile(lock())).toEqual({ heldBy: null });
    utimesSync(lock(), new Date(0), new Date(0));
    expect(holdFile(lock())).toHaveProperty('release');
  });
});
