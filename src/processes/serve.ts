import 'reflect-metadata';
import { endWithSupervisor } from './end-with-supervisor.js';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module.js';
import { CONFIG, type Config } from '../core/config.js';
import { applyHttp } from '../core/http/apply-http.js';

endWithSupervisor();

/** HTTP only: it writes facts and reads screens; it has no queue client. */
const app = await NestFactory.create<NestExpressApplication>(AppModule, { bodyParser: false, abortOnError: false });
const config = app.get<Config>(CONFIG);
applyHttp(app, config);
app.enableShutdownHooks();
await app.listen(config.port, process.env.HOST ?? '127.0.0.1');
