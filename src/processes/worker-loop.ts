import { Logger, type INestApplicationContext } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { CONFIG, type Config } from '../core/config.js';
import { hear } from '../core/database/hear.js';
import { Deliver } from '../core/events/deliver.js';
import { ForgetSpent } from '../core/events/forget-spent.js';
import { HeadKeeper } from '../core/events/head-keeper.js';
import { Relay } from '../core/events/relay.js';
import { Sealer, SEALED_AT_ONCE } from '../core/events/sealer.js';
import { Doorbell } from '../core/queue/doorbell.js';
import { KeepStatistics } from '../publication/index.js';
import { KeepRetention } from '../retention/index.js';

const SWEEP_MS = 1_000;
const COUNT_MS = 3_000;
const FORGET_MS = 600_000;
const RETENTION_MS = 15_000;
/** first the office opens, then it tidies up */
const SETTLED_MS = 60_000;
/** after a ring, so that what comes in a flood is rung for together; longer while more waits than may be rung for */
const GATHER_MS = 40;
const FULL_MS = 500;
/** at the quick lane; beside the server on one machine a core is left for whoever waits for an answer */
const QUICK_HANDS = process.env.LACHAN_SUPERVISED ? Math.min(4, Math.max(1, availableParallelism() - 1)) : 4;

/** The worker's loops: ring what is due (on the notice, and each second), seal what is committed, count what is public, forget what is spent, purge what was let go. */
export class WorkerLoop {
  private readonly log = new Logger('worker');
  private readonly config: Config;
  private readonly doorbell: Doorbell;
  private readonly heads: HeadKeeper;
  private listener?: { close: () => Promise<void> };
  private wake: () => void = () => undefined;
  private running = true;
  private countedAt = 0;
  private forgetAt = Date.now() + SETTLED_MS;
  private retainAt = Date.now() + SETTLED_MS;
  private loops: Promise<void>[] = [];

  constructor(private readonly app: INestApplicationContext) {
    this.config = app.get<Config>(CONFIG);
    const engine = this.config.redisUrl ? { redisUrl: this.config.redisUrl } : { postgresUrl: this.config.queueUrl };
    this.doorbell = new Doorbell(engine, (error) => this.log.warn(`queue: ${error.message}`));
    this.heads = new HeadKeeper(join(this.config.dataDir, 'heads'));
  }

  async start(): Promise<void> {
    const deliver = this.app.get(Deliver);
    this.doorbell.answer((id, again) => deliver.run(id, again), {
      quick: QUICK_HANDS,
      capture: this.config.captureSlots,
      picture: 1,
      reading: 1,
      document: 1,
      outward: 2,
      stamp: 1,
      sweep: 1,
    });
    this.loops = [
      this.loop('relay', () => this.relay()),
      this.loop('sealer', () => this.seal()),
      this.loop('statistics', () => this.count()),
      this.loop('forgetting', () => this.forget()),
      this.loop('retention', () => this.retain()),
    ];
    this.log.log('The worker is at work');
  }
  async stop(): Promise<void> {
    this.running = false;
    this.wake();
    await Promise.all(this.loops);
    await this.doorbell.close();
    await this.listener?.close();
  }

  private async relay(): Promise<void> {
    await this.listen();
    const { rung, full } = await this.app.get(Relay).sweep((rings) => this.doorbell.ring(rings));
    if (full || rung > 0) await this.rest(full ? FULL_MS : GATHER_MS, false);
    else await this.rest(SWEEP_MS);
  }
  private async seal(): Promise<void> {
    const { sealed, last } = await this.app.get(Sealer).seal();
    await this.heads.keep(last);
    // the next ones gather for a moment: to seal ten costs nearly what hundreds do
    if (sealed < SEALED_AT_ONCE) await this.rest(sealed > 0 ? SWEEP_MS / 4 : SWEEP_MS, false);
  }

  private async count(): Promise<void> {
    if (Date.now() - this.countedAt >= COUNT_MS) {
      await this.app.get(KeepStatistics).run();
      this.countedAt = Date.now();
    }
    await this.rest(SWEEP_MS / 4, false);
  }

  private async forget(): Promise<void> {
    if (Date.now() >= this.forgetAt) {
      const { more } = await this.app.get(ForgetSpent).run();
      if (!more) this.forgetAt = Date.now() + FORGET_MS;
    }
    await this.rest(SWEEP_MS, false);
  }

  private async retain(): Promise<void> {
    if (Date.now() >= this.retainAt) {
      this.retainAt = Date.now() + RETENTION_MS; // after an error too
      if (await this.app.get(KeepRetention).run()) this.retainAt = 0;
    }
    await this.rest(SWEEP_MS, false);
  }

  private async loop(name: string, turn: () => Promise<void>): Promise<void> {
    while (this.running) {
      await turn().catch(async (error: Error) => {
        this.log.warn(`${name}: ${error.message}`);
        await this.rest(SWEEP_MS, false);
      });
    }
  }
  private async listen(): Promise<void> {
    this.listener ??= await hear(this.config.databaseUrl, 'lachan_deliveries', {
      heard: () => this.wake(),
      lost: () => (this.listener = undefined),
    });
  }
  private rest(ms: number, wakeable = true): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      if (wakeable)
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
    });
  }
}
