import 'reflect-metadata';
import { endWithSupervisor } from './end-with-supervisor.js';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { stopAtSignal } from '../core/http/graceful-stop.js';
import { OfficeLogger } from '../core/logging/logger.js';
import { WorkerLoop } from './worker-loop.js';

endWithSupervisor();

/** Deliveries, timers and the chain. Any number of workers may run. */
const app = await NestFactory.createApplicationContext(AppModule, { abortOnError: false, logger: new OfficeLogger('worker') });
const loop = new WorkerLoop(app);
stopAtSignal(async () => {
  await loop.stop();
  await app.close();
});
await loop.start();
