import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fence, runFenced } from './fenced.js';

export interface Ffmpeg {
  words: string[];
  version: string;
}
/** A container's name for ffmpeg, so that it guesses nothing. */
const FORMATS: Record<string, string> = {
  'video/mp2t': 'mpegts',
  'video/mp4': 'mp4',
  'audio/mp4': 'mp4',
  'audio/x-m4a': 'mp4',
  'video/quicktime': 'mov',
  'video/x-m4v': 'mp4',
  'video/3gpp': 'mov',
  'video/3gpp2': 'mov',
  'video/webm': 'matroska',
  'video/matroska': 'matroska',
};
export const formatOf = (mediaType: string): string | undefined => FORMATS[mediaType];
const QUIET = ['-v', 'error', '-nostdin', '-protocol_whitelist', 'pipe'];
const LARGEST_STILLS = 20_000_000;

/** The ffmpeg of the system, if there is one and it can be fenced in. It reads and writes pipes alone. */
export function findFfmpeg(path = process.env.PATH ?? ''): Ffmpeg | null {
  const program = path
    .split(delimiter)
    .map((dir) => join(dir, 'ffmpeg'))
    .find((file) => existsSync(file));
  const fenced = program && fence();
  if (!program || !fenced) return null;
  const words = [...fenced, program];
  const { stdout, status } = spawnSync(words[0], [...words.slice(1), '-version'], { encoding: 'utf8', timeout: 5_000, env: {} });
  return status === 0 ? { words, version: stdout.split('\n')[0].slice(0, 100) } : null;
}

/** Stills some seconds apart, as JPEG; or why there are none. */
export async function stillsBy(
  { words }: Ffmpeg,
  film: { path: string; mediaType: string },
  { every, most, pixels }: { every: number; most: number; pixels: number },
  until: number,
): Promise<Buffer[] | string> {
  const format = FORMATS[film.mediaType];
  if (!format) return `no decoder is tried on ${film.mediaType}`;
  const parts: Buffer[] = [];
  let bytes = 0;
  const shown = `fps=1/${every}:round=up,scale='min(${pixels},iw)':-2`;
  const out = ['-an', '-vf', shown, '-frames:v', String(most), '-c:v', 'mjpeg', '-q:v', '4', '-f', 'image2pipe', 'pipe:1'];
  const says = await runFenced(
    [...words, ...QUIET, '-f', format, '-i', 'pipe:0', ...out],
    [createReadStream(film.path)],
    until,
    async (stream) => {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if ((bytes += chunk.length) > LARGEST_STILLS) throw new Error('the stills are too large');
        parts.push(chunk);
      }
    },
  );
  const stills = cutJpegs(Buffer.concat(parts));
  return stills.length > 0 ? stills.slice(0, most) : (says ?? 'it found no picture');
}

/** Film and sound that came apart, in one file, nothing of them decoded; or why not. */
export async function joinSound(
  { words }: Ffmpeg,
  film: { path: string; mediaType: string },
  sound: { path: string; mediaType: string },
  file: string,
  until: number,
): Promise<string | null> {
  const of = [film, sound].map((f, i) => ['-f', FORMATS[f.mediaType] ?? '', '-i', `pipe:${i === 0 ? 0 : 3}`]);
  if (of.some(([, format]) => format === '')) return 'no container is known for it';
  const out = [
    '-map',
    '0:v:0',
    '-map',
    '1:a:0',
    '-c',
    'copy',
    '-strict',
    '-2',
    '-fflags',
    '+bitexact',
    '-movflags',
    'frag_keyframe+empty_moov',
    '-f',
    'mp4',
    'pipe:1',
  ];
  const inputs = [createReadStream(film.path), createReadStream(sound.path)];
  return runFenced([...words, ...QUIET, ...of.flat(), ...out], inputs, until, (stream) => pipeline(stream, createWriteStream(file)));
}

/** Pictures that follow each other, each from its first mark to the next one's. */
export function cutJpegs(bytes: Buffer): Buffer[] {
  const START = Buffer.from([0xff, 0xd8, 0xff]);
  const starts: number[] = [];
  for (let at = bytes.indexOf(START); at >= 0; at = bytes.indexOf(START, at + 3)) starts.push(at);
  return starts.map((at, i) => bytes.subarray(at, starts[i + 1] ?? bytes.length));
}
