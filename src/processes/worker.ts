import 'reflect-metadata';
import { getPriority, setPriority } from 'node:os';
import { endWithSupervisor } from './supervised.js';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readConfig, type Config } from '../core/config.js';
import { givenKey, refuseWrongKey } from '../core/evidence/signing/package-signer.js';
import { stopAtSignal } from '../core/http/graceful-stop.js';
import { OfficeLogger } from '../core/logging/logger.js';
import { refuseDemoPast, startOrSay } from '../core/start.js';
import { WorkerLoop } from './worker-loop.js';
import { Logger } from '@nestjs/common';
import { fence, fenceInWords } from '../core/browser/fence.js';

endWithSupervisor();
const LEAST = 19;

function tellFence({ captureSlots, chromiumSandbox }: Config): void {
  const [is, log] = [fence(), new Logger('capture')];
  const says = `${captureSlots} captures at a time. ${fenceInWords(is, chromiumSandbox)}`;
  if (is.sandbox) log.log(says);
  else log.warn(says);
}

/** Deliveries, timers and the chain. Any number of workers may run. */
await startOrSay(async () => {
  const config = readConfig();
  if (config.captureSlots > 0) refuseWrongKey(givenKey(config));
  // beside the server on one machine, whoever waits for an answer comes first
  if (process.env.LACHAN_SUPERVISED) setPriority(Math.min(LEAST, getPriority() + config.workerNice));
  const app = await NestFactory.createApplicationContext(AppModule, { abortOnError: false, logger: new OfficeLogger('worker', config) });
  await refuseDemoPast(app);
  const loop = new WorkerLoop(app);
  stopAtSignal(async () => {
    await loop.stop();
    await app.close();
  });
  await loop.start();
  if (config.captureSlots > 0) tellFence(config);
});
