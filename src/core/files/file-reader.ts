import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { apart, bounded } from '../pictures/apart.js';
import { Problem } from '../problem/problem.js';
import { asClaims, plain, type FileClaims } from './claims.js';
import { kindOf, type FileTable } from './file-kinds.js';
import { fileTable } from './file-table.js';
import './problems.js';
import { isRefusal } from './problems.js';

/** What stands of a file that is taken. */
export interface Looked {
  mediaType: string;
  kind: string;
  claims: FileClaims;
  still: Buffer | null;
}
interface Told {
  read?: { mediaType?: unknown; kind?: unknown; claims?: unknown };
  claims?: unknown;
  still?: unknown;
  refused?: unknown;
  detail?: unknown;
}
const MAIN = join(import.meta.dirname, `read-main${extname(import.meta.filename)}`);
const LARGEST_STILL = 300_000;
const HEAP_MB = 384;
const limitsOf = ({ seconds, memory_mb: memory }: FileTable['read']): string[] => [
  `--data=${memory * 1_000_000}`,
  `--cpu=${seconds}`,
  '--fsize=0',
  '--core=0',
];

/** Has files of strangers looked into by processes of their own, one after another: without a network, as nobody where we are root, and with little memory and time. */
@Injectable()
export class FileReader implements OnApplicationShutdown {
  private readonly children = new Set<ChildProcess>();
  private last: Promise<unknown> = Promise.resolve();
  private turns = 0;
  private as: string[] | undefined;

  /** Throws why the file is not taken; of a film another may make the small picture, in the same turn. */
  read(path: string, table: FileTable = fileTable, ofFilm?: (mediaType: string) => Promise<Buffer | null>): Promise<Looked> {
    if (this.turns >= table.read.in_turn) return Promise.reject(new Problem('busy'));
    this.turns++;
    const next = this.last.then(() => this.look(path, table, ofFilm)).finally(() => this.turns--);
    this.last = next.catch(() => undefined);
    return next;
  }
  onApplicationShutdown(): void {
    for (const child of this.children) child.kill('SIGKILL');
  }

  private async look(path: string, table: FileTable, ofFilm?: (mediaType: string) => Promise<Buffer | null>): Promise<Looked> {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const looked = lookedAt(await this.ask(file.fd, size, table), table);
      if (looked.kind === 'film' && ofFilm) looked.still = await ofFilm(looked.mediaType);
      return looked;
    } finally {
      await file.close();
    }
  }
  private ask(fd: number, size: number, table: FileTable): Promise<Told> {
    const { seconds, claim_seconds: claimSeconds } = table.read;
    const [program, ...words] = [
      ...(this.as ??= [...apart(MAIN), ...bounded(limitsOf(table.read))]),
      process.execPath,
      ...process.execArgv,
    ];
    const child = spawn(program, [...words, `--max-old-space-size=${HEAP_MB}`, MAIN], {
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'ignore', fd, 'ipc'],
      serialization: 'advanced',
    });
    this.children.add(child);
    const end = () => child.kill('SIGKILL');
    const timer = setTimeout(end, seconds * 1000);
    const told: Told = {};
    let claiming: NodeJS.Timeout | undefined;
    child.on('message', (said: Told) => {
      Object.assign(told, said);
      clearTimeout(claiming);
      if (said.read) claiming = setTimeout(end, claimSeconds * 1000);
    });
    child.send({ size, table }, (error) => error && end());
    return new Promise((done) => {
      const ended = () => {
        clearTimeout(timer);
        clearTimeout(claiming);
        this.children.delete(child);
        done(told);
      };
      child.once('error', ended);
      child.once('close', ended);
    });
  }
}

/** Nothing that it tells is believed further than its form. */
export function lookedAt({ read, claims = read?.claims, still, refused, detail }: Told, table: FileTable): Looked {
  if (isRefusal(refused)) throw new Problem(refused, typeof detail === 'string' ? { detail: plain(detail) } : {});
  const { mediaType, kind } = read ?? {};
  if (typeof mediaType !== 'string' || kindOf(table, mediaType) !== kind || kind === null) throw new Problem('unread-file');
  const shown = still instanceof Uint8Array && still.length <= LARGEST_STILL && still[0] === 0xff && still[1] === 0xd8;
  return { mediaType, kind: kind as string, claims: asClaims(claims), still: shown ? Buffer.from(still) : null };
}
