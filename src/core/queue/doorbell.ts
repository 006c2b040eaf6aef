import { Queue, Worker, createPostgresBackend, type ConnectionOptions } from 'bullmq';
import type { Lane } from '../events/on.js';
import type { Ring } from '../events/relay.js';

export type Engine = { redisUrl: string } | { postgresUrl: string };
const LANES: Lane[] = ['quick', 'capture', 'outward'];
const RING_TIMEOUT_MS = 3_000;

type Options = { connection: ConnectionOptions; prefix?: string };
type Backend = typeof createPostgresBackend | undefined;
type QueueOn = new (name: string, options: Options, backend: Backend) => Queue;

/** BullMQ on Redis when there is one, else on PostgreSQL: the same classes, the same behaviour. */
function backend(engine: Engine): { options: Options; factory: Backend } {
  if ('redisUrl' in engine) {
    const url = new URL(engine.redisUrl);
    const connection = {
      host: url.hostname,
      port: Number(url.port || 6379),
      password: url.password || undefined,
      db: Number(url.pathname.slice(1) || 0),
      maxRetriesPerRequest: null,
    };
    return { options: { connection, prefix: 'lachan' }, factory: undefined };
  }
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
    this.queues = new Map(LANES.map((lane) => [lane, new (Queue as unknown as QueueOn)(lane, this.parts.options, this.parts.factory)]));
    for (const queue of this.queues.values()) queue.on('error', onError);
  }

  /** Rings once per delivery; a frozen queue costs `RING_TIMEOUT_MS`, and the next sweep rings again. */
  async ring(rings: Ring[]): Promise<void> {
    const added = [...this.queues].map(([lane, queue]) => {
      const jobs = rings
        .filter((r) => r.lane === lane)
        .map((r) => ({ name: 'deliver', data: {}, opts: { jobId: r.id, attempts: 1, removeOnComplete: true, removeOnFail: true } }));
      return jobs.length > 0 ? queue.addBulk(jobs) : undefined;
    });
    await withTimeout(Promise.all(added), RING_TIMEOUT_MS);
  }

  answer(run: (deliveryId: string) => Promise<void>, concurrency: Record<Lane, number>): void {
    for (const lane of LANES) {
      if (concurrency[lane] === 0) continue; // another worker has this lane
      const worker = new Worker(
        lane,
        (job) => run(job.id!),
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

function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The queue did not answer in ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
