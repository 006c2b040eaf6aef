import { parentPort, workerData } from 'node:worker_threads';
import { replayed, type ToReplay } from './replayed.js';

/** The thread in which a large document is written anew. */
parentPort?.postMessage(replayed(workerData as ToReplay));
