import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { madeMp4 } from '../../test/kit/made-files.js';
import { findFfmpeg } from './engine/index.js';
import { FilmStill, seeks } from './film-still.adapter.js';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../test/fixtures/media', name));

test('of a film a small still is made, where ffmpeg can go to its end also of one that a phone wrote, with its head there; of what shows nothing there is none', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-still-'));
  const [pieces, whole, blind] = ['pieces.mp4', 'whole.mp4', 'blind.mp4'].map((name) => join(dir, name));
  writeFileSync(pieces, Buffer.concat([0, 1, 2, 3].map((n) => fixture(`video-${n}.mp4`))));
  writeFileSync(blind, madeMp4());
  const stills = new FilmStill();
  expect([await stills.of(blind, 'video/mp4'), await stills.of(pieces, 'text/plain')]).toEqual([null, null]);
  const ffmpeg = findFfmpeg();
  if (ffmpeg) {
    spawnSync('ffmpeg', ['-v', 'error', '-i', pieces, '-c', 'copy', ...(seeks(ffmpeg) ? [] : ['-movflags', '+faststart']), whole]);
    const bytes = readFileSync(whole);
    expect(bytes.indexOf('moov') > bytes.indexOf('mdat')).toBe(seeks(ffmpeg));
    const { format, width } = await sharp((await stills.of(whole, 'video/mp4'))!).metadata();
    expect([format, width! <= 480]).toEqual(['jpeg', true]);
  }
  rmSync(dir, { recursive: true });
});
