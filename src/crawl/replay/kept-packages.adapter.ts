import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { CONFIG, type Config } from '../../core/config.js';
import { heldName, sweepLeft } from '../../core/evidence/held-files.js';
import { Problem } from '../../core/problem/problem.js';
import { openZip, type OpenZip } from '../engine/index.js';
import { keptIndex, type KeptAnswer } from './kept-index.js';
import { recordedAnswer, type RecordedAnswer } from './recorded-answer.js';

const MOST_OPEN = 8;
const IDLE_MS = 120_000;
const LARGEST = 100 * 1_048_576;
const ARCHIVE = 'archive/data.warc.gz';
const MOST_REDIRECTS = 10;
const DECODERS: Record<string, (body: Uint8Array, limit: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify<Uint8Array, object, Buffer>(gunzip),
  'x-gzip': promisify<Uint8Array, object, Buffer>(gunzip),
  deflate: promisify<Uint8Array, object, Buffer>(inflate),
  br: promisify<Uint8Array, object, Buffer>(brotliDecompress),
};

/** What a package tells of its post beside what the house keeps of it. */
export interface KeptPost {
  counts: { what: string; count: number }[];
  /** when it was changed, as the page says */
  edited: string | null;
}
/** A package laid open: its documents, and the answers that its archive holds. */
export class KeptPackage {
  private constructor(
    private readonly zip: OpenZip,
    readonly index: ReadonlyMap<string, KeptAnswer>,
    private readonly answers: readonly KeptAnswer[],
    /** the address of the page, and of each of its frames */
    readonly addresses: readonly string[],
    readonly post: KeptPost,
  ) {}

  static async of(zip: OpenZip): Promise<KeptPackage> {
    const index = keptIndex((await zip.read('indexes/index.cdxj')).toString());
    const told = JSON.parse((await zip.read('provenance.json')).toString()) as {
      address: { final: string };
      steps: { step: string; said?: { frames?: string[] } }[];
      post: Partial<KeptPost> | null;
    };
    const frames = told.steps.find((s) => s.step === 'dom')?.said?.frames ?? [];
    const answers = [...index.values()].sort((a, b) => a.number - b.number);
    const { counts = [], edited = null } = told.post ?? {};
    return new KeptPackage(zip, index, answers, [told.address.final, ...frames], { counts, edited });
  }

  /** The page, or one of its frames, as the browser had it. */
  async document(frame: number): Promise<string | null> {
    const name = frame === 0 ? 'dom.html' : `dom-frame-${frame}.html`;
    return this.zip.names.includes(name) ? (await this.zip.read(name)).toString() : null;
  }

  /** What a server answered, led on where it led on. */
  async answer(number: number, left = MOST_REDIRECTS): Promise<(RecordedAnswer & { url: string }) | null> {
    const kept = this.answers.at(number);
    if (!kept || number < 0 || kept.length > LARGEST) return null;
    const member = await all(await this.zip.open(ARCHIVE, { start: kept.offset, end: kept.offset + kept.length }));
    const answer = recordedAnswer(await DECODERS.gzip(member, { maxOutputLength: LARGEST }));
    const to = answer && answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : undefined;
    if (to !== undefined) {
      const next = URL.canParse(to, kept.url) ? this.index.get(new URL(to, kept.url).href) : undefined;
      return next && left > 0 ? this.answer(next.number, left - 1) : null;
    }
    return answer && { ...answer, body: await decoded(answer), url: kept.url };
  }

  close(): void {
    this.zip.close();
  }
}
async function all(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}
const decoded = ({ headers, body }: RecordedAnswer): Promise<Uint8Array> | Uint8Array => {
  const decoder = DECODERS[headers.get('content-encoding')?.trim().toLowerCase() ?? ''];
  return decoder ? decoder(body, { maxOutputLength: LARGEST }) : body;
};

/** Packages that are looked into now. Each lies on the disk under a name until it is open, then under none; what a killed process left under its name goes at the next start. */
@Injectable()
export class KeptPackages implements OnModuleInit, OnApplicationShutdown {
  private readonly open = new Map<string, { kept: Promise<KeptPackage>; idle: NodeJS.Timeout }>();
  private readonly dir: string;
  constructor(@Inject(CONFIG) { dataDir }: Pick<Config, 'dataDir'>) {
    this.dir = join(dataDir, 'replays');
  }

  onModuleInit(): Promise<void> {
    return sweepLeft(this.dir);
  }

  get(sha256: string, bytes: () => Promise<Readable>): Promise<KeptPackage> {
    const known = this.open.get(sha256);
    known?.idle.refresh();
    if (known) return known.kept;
    if (this.open.size >= MOST_OPEN) this.close(this.open.keys().next().value!);
    const kept = this.lay(bytes);
    this.open.set(sha256, { kept, idle: setTimeout(() => this.close(sha256), IDLE_MS).unref() });
    kept.catch(() => this.close(sha256));
    return kept;
  }

  onApplicationShutdown(): void {
    for (const sha256 of this.open.keys()) this.close(sha256);
  }

  private async lay(bytes: () => Promise<Readable>): Promise<KeptPackage> {
    await mkdir(this.dir, { recursive: true, mode: 0o700 });
    const path = join(this.dir, heldName('replay'));
    try {
      await pipeline(await bytes(), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return await KeptPackage.of(await openZip(path));
    } catch (error) {
      // what the disk refuses is no fault of the package, and names a path of the machine
      if (error instanceof Problem || (error as NodeJS.ErrnoException).syscall) throw error;
      throw new Problem('missing', { detail: (error as Error).message });
    } finally {
      await rm(path, { force: true });
    }
  }
  private close(sha256: string): void {
    const known = this.open.get(sha256);
    this.open.delete(sha256);
    clearTimeout(known?.idle);
    known?.kept.then(
      (kept) => kept.close(),
      () => undefined,
    );
  }
}
