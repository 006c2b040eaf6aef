import { createHash } from 'node:crypto';
import { Queue, Worker, type Job, createPostgresBackend, type ConnectionOptions } from 'bullmq';
import { LANES, laneNames, type Lane } from '../events/lanes.js';
import type { Ring } from '../events/relay.js';

export type Engine = { redisUrl: string } | { postgresUrl: string };
const RING_TIMEOUT_MS = 3_000;
/** few deliveries are rung for one by one, so that each finds a hand of its own; many, together */
const SHARES = 4;

type Options = { connection: ConnectionOptions; prefix?: string };
type Backend = typeof createPostgresBackend | undefined;
type QueueOn = new (name: string, options: Options, backend: Backend) => Queue;

/** BullMQ on Redis when there is one, else on PostgreSQL: the same classes, the same behaviour. */
function backend(engine: Engine): { options: Options; factory: Backend } {
  if ('redisUrl' in engine)
    return {
      // ioredis reads the address itself: user, password, TLS and number of the database
      options: { connection: { url: engine.redisUrl, maxRetriesPerRequest: null } as ConnectionOptions, prefix: 'lachan' },
      factory: undefined,
    };
  return {
    options: { connection: { connectionString: engine.postgresUrl, schema: 'queue', max: 6 } as unknown as ConnectionOptions },
    factory: createPostgresBackend,
  };
}

/** The doorbell: it says that a delivery waits, never what or whether; PostgreSQL knows. */
export class Doorbell {
  private readonly queues: Map<Lane, Queue>;
  private readonly workers: Worker[] = [];
  private readonly parts: ReturnType<typeof backend>;

  constructor(
    engine: Engine,
    private readonly onError: (error: Error) => void = () => undefined,
  ) {
    this.parts = backend(engine);
    this.queues = new Map(laneNames.map((lane) => [lane, new (Queue as unknown as QueueOn)(lane, this.parts.options, this.parts.factory)]));
    for (const queue of this.queues.values()) queue.on('error', onError);
  }

  /** Rings for these deliveries, and once more where a worker holds the ring before and does nothing with it; a frozen queue costs `RING_TIMEOUT_MS`, and the next sweep rings again. */
  async ring(rings: Ring[]): Promise<void> {
    const ofLane = (lane: Lane) => rings.filter((r) => r.lane === lane);
    await withTimeout(Promise.all(laneNames.map((lane) => this.ringLane(lane, ofLane(lane)))), RING_TIMEOUT_MS);
  }
  private async ringLane(lane: Lane, rings: Ring[]): Promise<void> {
    if (rings.length === 0) return;
    const queue = this.queues.get(lane)!;
    const again = new Set(rings.filter((r) => r.again).map((r) => r.id));
    const held = new Set(again.size > 0 ? await queue.getRanges(['active'], 0, -1) : []);
    const size = Math.min(LANES[lane].perRing, Math.ceil(rings.length / SHARES));
    const jobs = chunks(
      rings.map((r) => r.id).sort(), // the same deliveries make the same rings
      size,
    ).map((deliveries) => ({
      name: 'deliver',
      data: { deliveries, again: deliveries.filter((id) => again.has(id)) },
      opts: { jobId: freeBell(nameOf(deliveries), held), attempts: 1, removeOnComplete: true, removeOnFail: true },
    }));
    await queue.addBulk(jobs);
  }

  /** `run` minds its own failures: one delivery's does not keep the next of the same ring from its turn. */
  answer(run: (deliveryId: string, again: boolean) => Promise<void>, concurrency: Record<Lane, number>): void {
    for (const lane of laneNames) {
      if (concurrency[lane] === 0) continue; // another worker has this lane
      const worker = new Worker(
        lane,
        async ({ data }: Job<{ deliveries: string[]; again: string[] }>) => {
          for (const id of data.deliveries) await run(id, data.again.includes(id));
        },
        { ...this.parts.options, concurrency: concurrency[lane], lockDuration: 30_000, stalledInterval: 5_000 },
        this.parts.factory as never,
      );
      worker.on('error', this.onError);
      this.workers.push(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((w) => w.close()));
    await withTimeout(Promise.all([...this.queues.values()].map((q) => q.close())), RING_TIMEOUT_MS).catch(() => undefined);
  }
}

/** A job that waits takes in a ring of its name; one that is held would swallow it, until the queue gives its dead worker up. */
function freeBell(name: string, held: ReadonlySet<string>): string {
  let n = 0;
  while (held.has(`${name}.${n}`)) n++;
  return `${name}.${n}`;
}

/** The same deliveries ring under the same name. */
const nameOf = ([first, ...more]: string[]): string =>
  more.length === 0
    ? first
    : createHash('sha256')
        .update([first, ...more].join())
        .digest('hex');
const chunks = (ids: string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, i) => ids.slice(i * size, (i + 1) * size));

function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The queue did not answer in ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
