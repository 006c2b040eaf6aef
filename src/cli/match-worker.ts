import { parentPort, workerData } from 'node:worker_threads';
import type { Batch } from './lines.js';
import { lineMatcher, type Matching } from './match-lines.js';

const matcher = lineMatcher(workerData as Matching);
parentPort!.on('message', ({ lines }: Pick<Batch, 'lines'>) => parentPort!.postMessage(matcher.answer({ lines })));
