import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CONFIG, type Config } from '../../core/config.js';
import { heldName, sweepLeft } from '../../core/evidence/held-files.js';
import { Problem } from '../../core/problem/problem.js';
import { openZip } from '../engine/index.js';
import { KeptPackage } from './kept-package.js';
import { laidIn } from './laid-answers.adapter.js';

const MOST_OPEN = 8;
const IDLE_MS = 120_000;

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
    const [path, unpacked] = [join(this.dir, heldName('replay')), join(this.dir, heldName('replay'))];
    try {
      await pipeline(await bytes(), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return await KeptPackage.of(await openZip(path), laidIn(await open(unpacked, 'wx+', 0o600)));
    } catch (error) {
      // what the disk refuses is no fault of the package, and names a path of the machine
      if (error instanceof Problem || (error as NodeJS.ErrnoException).syscall) throw error;
      throw new Problem('missing', { detail: (error as Error).message });
    } finally {
      await rm(path, { force: true });
      await rm(unpacked, { force: true });
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
