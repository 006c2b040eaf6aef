import 'reflect-metadata';
import { endWithSupervisor } from './end-with-supervisor.js';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { WorkerLoop } from './worker-loop.js';

endWithSupervisor();

/** Deliveries, timers and the chain. Any number of workers may run. */
const app = await NestFactory.createApplicationContext(AppModule, { abortOnError: false });
const loop = new WorkerLoop(app);
await loop.start();

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await loop.stop();
  await app.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
