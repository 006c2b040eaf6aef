import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isFarOff } from '../core/clock/clock-facts.js';
import { CONFIG, type Config } from '../core/config.js';
import { Db, type Tx } from '../core/database/db.js';
import type { Recorded } from '../core/events/event.js';
import { On, type Handler } from '../core/events/on.js';
import { Evidence } from '../core/evidence/evidence.js';
import { givenKey } from '../core/evidence/signing/package-signer.js';
import { AwaitTurn } from './await-turn.use-case.js';
import { cleanFacts, contextOf } from './capture-record.js';
import { CapturesRepository, type CaptureRow, type Earlier, type Part } from './captures.repository.js';
import { EndCapture, type Made } from './end-capture.use-case.js';
import { captureUrl, dropReady, houseFacts, nothing, type CaptureFile, type Known } from './engine/index.js';
import { PROFILE_ENDED } from './next-try.js';
import { Routes } from './routes.use-case.js';
import { UseProfile, type AsWhom, type Unborne } from './profiles/use-profile.use-case.js';
import { SealPackage } from './stamps/seal-package.use-case.js';

/** What a capture came to; or the session without which it has to wait; nothing where it has ended before. */
export type Kept = Made | { waits: Pick<Unborne, 'name' | 'version'> } | null;
const cameToNothing = ({ url }: CaptureRow, says: string, rule: string): Made => ({
  result: nothing(url, new Date().toISOString(), says, rule),
  parts: [],
  beside: null,
});

/** Performs an order: the child process captures, its files go to the evidence store, and one transaction seals them. */
@Injectable()
@On('capture.ordered', { lane: 'capture', leaseSeconds: 20, maxAttempts: 4 })
export class CaptureHandler implements Handler<'capture.ordered', Kept>, OnModuleDestroy {
  private readonly logger = new Logger('capture');
  constructor(
    private readonly db: Db,
    private readonly captures: CapturesRepository,
    private readonly turn: AwaitTurn,
    private readonly profiles: UseProfile,
    private readonly routes: Routes,
    private readonly evidence: Evidence,
    private readonly sealing: SealPackage,
    private readonly end: EndCapture,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  work({ office }: Recorded<'capture.ordered'>): Promise<Kept> {
    return this.perform(office.captureId);
  }
  async perform(captureId: string): Promise<Kept> {
    const { order, known, earlier, as } = await this.db.tx(async (tx) => {
      const order = await this.captures.get(tx, captureId);
      return {
        order,
        known: await this.captures.known(tx, order),
        earlier: await this.captures.earlier(tx, order),
        as: await this.profiles.asWhom(tx, order.visitor),
      };
    });
    if (order.state !== 'ordered') return null;
    if ('state' in as)
      return as.state === 'signed-out' ? { waits: as } : cameToNothing(order, `the session ${as.name} has ended`, PROFILE_ENDED);
    return this.turn.during(order, () => this.look(order, as, known, earlier));
  }

  private async look(order: CaptureRow, as: AsWhom, known: Known, earlier: Earlier | null): Promise<Kept> {
    const route = this.routes.named(order.route);
    if (!route) return cameToNothing(order, `there is no route ${order.route}`, 'no-such-route');
    const house = await houseFacts(this.config);
    if (isFarOff(house.clock))
      this.logger.error(`The clock of this machine is ${house.clock.offsetMilliseconds} ms off: what is captured now bears a wrong time`);
    await this.clear(order.id);
    const outDir = join(this.folder, `${order.id}-${randomUUID().slice(0, 8)}`);
    try {
      const result = await captureUrl({
        url: order.url,
        outDir,
        allow: this.config.captureAllow,
        dataDir: this.config.dataDir,
        key: givenKey(this.config),
        browser: { path: this.config.chromiumPath, sandbox: this.config.chromiumSandbox },
        ...as,
        route,
        context: contextOf(order, earlier),
        house,
        known,
        ready: this.config.captureReady,
      });
      // what a network shows to nobody that it knows is not what the session was to show
      if (as.profile && (await this.profiles.ended(order.id, as.profile, result))) return { waits: as.profile };
      const parts = await Promise.all(result.files.map((file) => this.keep(file)));
      const pack = result.files.find((f) => f.name === 'package');
      return { result, parts, beside: pack ? await this.sealing.prepare(pack.path) : null };
    } finally {
      await rm(outDir, { recursive: true, force: true });
    }
  }

  onModuleDestroy(): Promise<void> {
    return dropReady();
  }

  private get folder(): string {
    return join(this.config.dataDir, 'captures');
  }
  /** A worker that was killed left its files: its lease has run out, and what it might still do is fenced out. */
  private async clear(captureId: string): Promise<void> {
    const left = (await readdir(this.folder).catch(() => [])).filter((name) => name.startsWith(`${captureId}-`));
    await Promise.all(left.map((name) => rm(join(this.folder, name), { recursive: true, force: true })));
  }

  private async keep({ name, path, mediaType, sha256, facts = {} }: CaptureFile): Promise<Part> {
    const stored = await this.evidence.store.put(createReadStream(path));
    if (stored.sha256 !== sha256) throw new Error(`${name} changed on its way into the store`);
    return { name, mediaType, facts: cleanFacts(facts), ...stored };
  }

  handle(tx: Tx, { office }: Recorded<'capture.ordered'>, kept: Kept): Promise<void> {
    return this.conclude(tx, office.captureId, kept);
  }
  async conclude(tx: Tx, captureId: string, kept: Kept): Promise<void> {
    if (kept && 'waits' in kept) await this.profiles.pause(tx, captureId, kept.waits);
    else if (kept) await this.end.run(tx, await this.captures.get(tx, captureId), kept);
  }

  /** An order whose every try failed has ended too: a later order makes a new one. */
  giveUp(tx: Tx, { office }: Recorded<'capture.ordered'>, error: Error): Promise<void> {
    return this.abandon(tx, office.captureId, error);
  }
  async abandon(tx: Tx, captureId: string, error: Error): Promise<void> {
    const order = await this.captures.get(tx, captureId);
    await this.clear(order.id);
    await this.end.run(tx, order, cameToNothing(order, error.message, 'capture-given-up'));
  }
}
