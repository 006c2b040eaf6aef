import { Injectable } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { fileTable } from '../core/files/file-table.js';
import { findFfmpeg, formatOf, type Ffmpeg } from './engine/index.js';

const SECONDS = 10;
const PIXELS = 480;
const LARGEST = 300_000;
/** of so many pictures the one that shows most */
const OF = 30;

/** A small blurred still of the beginning of a film that somebody brought, by the system's ffmpeg where there is one that can be fenced in; null where there is not, or nothing is seen. */
@Injectable()
export class FilmStill {
  private ffmpeg: Ffmpeg | null | undefined;

  async of(path: string, mediaType: string): Promise<Buffer | null> {
    const format = formatOf(mediaType);
    const ffmpeg = (this.ffmpeg ??= findFfmpeg());
    if (!ffmpeg || !format) return null;
    const file = await open(path, 'r');
    try {
      const [program, ...words] = [...ffmpeg.words, ...asked(ffmpeg, format)];
      return await seen(program, words, file.fd);
    } finally {
      await file.close();
    }
  }
}

/** From version 6 on it takes an opened file as one, and so can go to its end, where phones write the head of a film; before, it reads from the beginning on. */
export const seeks = ({ version }: Ffmpeg): boolean => Number(/version n?(\d+)\./.exec(version)?.[1] ?? 0) >= 6;
function asked(ffmpeg: Ffmpeg, format: string): string[] {
  const [allowed, input] = seeks(ffmpeg) ? ['fd,pipe', 'fd:'] : ['pipe', 'pipe:0'];
  const shown = `thumbnail=${OF},scale='min(${PIXELS},iw)':-2,gblur=sigma=${fileTable.still.blur}`;
  return [
    ...['-v', 'error', '-nostdin', '-protocol_whitelist', allowed, '-f', format, '-i', input],
    ...['-an', '-sn', '-vf', shown, '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '5', '-f', 'image2pipe', 'pipe:1'],
  ];
}

function seen(program: string, words: string[], fd: number): Promise<Buffer | null> {
  const child = spawn(program, words, { env: {}, cwd: '/', stdio: [fd, 'pipe', 'ignore'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), SECONDS * 1000);
  const parts: Buffer[] = [];
  let bytes = 0;
  child.stdout!.on('data', (part: Buffer) => {
    if ((bytes += part.length) > LARGEST) child.kill('SIGKILL');
    else parts.push(part);
  });
  return new Promise((done) => {
    const ended = (code: number | null) => {
      clearTimeout(timer);
      const still = Buffer.concat(parts);
      done(code === 0 && still[0] === 0xff && still[1] === 0xd8 ? still : null);
    };
    child.once('error', () => ended(null));
    child.once('close', ended);
  });
}
