import 'reflect-metadata';
import { endWithSupervisor, turn } from './supervised.js';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module.js';
import { readConfig } from '../core/config.js';
import { applyHttp } from '../core/http/apply-http.js';
import { stopAtSignal, stopGracefully } from '../core/http/graceful-stop.js';
import { OfficeLogger } from '../core/logging/logger.js';
import { refuseDemoPast, startOrSay } from '../core/start.js';

endWithSupervisor();
const begin = turn();

/** HTTP only: it writes facts and reads screens; it has no queue client. */
await startOrSay(async () => {
  const config = readConfig();
  const app = await NestFactory.create<NestExpressApplication>(AppModule, {
    bodyParser: false,
    abortOnError: false,
    logger: new OfficeLogger('serve', config),
  });
  await refuseDemoPast(app);
  applyHttp(app, config);
  stopAtSignal(() => stopGracefully(app));
  await app.init();
  await begin;
  await app.listen(config.port, config.host);
});
