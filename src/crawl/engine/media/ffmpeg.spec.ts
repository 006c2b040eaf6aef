import { expect, test } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import sharp from 'sharp';
import { cutJpegs, findFfmpeg, joinSound, stillsBy } from './ffmpeg.js';
import { fence, runFenced } from './fenced.js';
import { fragmentOf } from './fragment.js';
import { jpegSize } from './jpeg-size.js';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../../../test/fixtures/media', name));
const isThere = (process.env.PATH ?? '').split(delimiter).some((dir) => existsSync(join(dir, 'ffmpeg')));
/** The system's own may run only where it can be fenced in; without it, or without a fence, none is found. */
const mayRun = isThere && fence() !== null;

test('pictures that follow each other are parted', async () => {
  const pictures = await Promise.all(
    [8, 16].map((size) =>
      sharp({ create: { width: size, height: 8, channels: 3, background: 'red' } })
        .jpeg()
        .toBuffer(),
    ),
  );
  const parted = cutJpegs(Buffer.concat(pictures));
  expect(parted.map((p, i) => p.equals(pictures[i]))).toEqual([true, true]);
  expect(parted.map(jpegSize)).toEqual([
    { width: 8, height: 8 },
    { width: 16, height: 8 },
  ]);
  expect(jpegSize(Buffer.from('no picture at all'))).toEqual({ width: 0, height: 0 });
});
test('what runs on the bytes of a stranger is nobody, without a network or our files; where that cannot be, nothing runs', async () => {
  if (!fence()) return expect(findFfmpeg()).toBeNull();
  const dir = mkdtempSync(join(tmpdir(), 'lachan-fence-'));
  chmodSync(dir, 0o755);
  writeFileSync(join(dir, 'key'), 'kín', { mode: 0o600 });
  const script = `id -u; tail -n +3 /proc/net/dev | cut -d: -f1; cat ${dir}/key; echo x > ${dir}/key; echo x > ${dir}/other`;
  let said = '';
  const says = await runFenced([...fence()!, 'sh', '-c', `${script}; true`], [], Date.now() + 5_000, async (out) => {
    for await (const chunk of out as AsyncIterable<Buffer>) said += chunk.toString();
  });
  const [uid, ...networks] = said.trim().split(/\s+/);
  expect([says, networks, readdirSync(dir), readFileSync(join(dir, 'key'), 'utf8')]).toEqual([null, ['lo'], ['key'], 'kín']);
  expect(uid).not.toBe('0');
  rmSync(dir, { recursive: true });
});
test('who cannot become another user runs nothing on them', () => {
  expect(fence(false)).toBeNull();
});
test('a film that no browser shows is looked at by the ffmpeg of the system, if it may run, and sound is laid to its film', async () => {
  if (!mayRun) return expect(findFfmpeg()).toBeNull();
  const dir = mkdtempSync(join(tmpdir(), 'lachan-ffmpeg-'));
  const put = (name: string, parts: string[]): string => {
    writeFileSync(join(dir, name), Buffer.concat(parts.map(fixture)));
    return join(dir, name);
  };
  const ffmpeg = findFfmpeg()!;
  const ts = { path: put('ts', ['ts-1.mpegts', 'ts-2.mpegts', 'ts-3.mpegts']), mediaType: 'video/mp2t' };
  const stills = await stillsBy(ffmpeg, ts, { every: 2, most: 3, pixels: 80 }, Date.now() + 15_000);
  expect((stills as Buffer[]).map(jpegSize)).toEqual(Array.from({ length: 3 }, () => expect.objectContaining({ width: 80 })));
  const [film, sound] = ['video', 'audio'].map((kind) => ({
    path: put(
      kind,
      [0, 1, 2, 3].map((n) => `${kind}-${n}.mp4`),
    ),
    mediaType: `${kind}/mp4`,
  }));
  expect(await joinSound(ffmpeg, film, sound, join(dir, 'both'), Date.now() + 15_000)).toBeNull();
  expect(fragmentOf(readFileSync(join(dir, 'both')))).toMatchObject({ init: true, alone: true, kind: 'video' });
  rmSync(dir, { recursive: true });
});
