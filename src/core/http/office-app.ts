import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type Request, type Response } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.js';

const YEAR_MS = 31_536_000_000;

/** The staff console under /office: files named by their hash for ever, the page itself never from a cache. */
export function serveOfficeApp(app: NestExpressApplication, dir = join(projectRoot, 'web', 'dist')): void {
  if (!existsSync(join(dir, 'index.html'))) return;
  app.use('/office/assets', express.static(join(dir, 'assets'), { immutable: true, maxAge: YEAR_MS, index: false, fallthrough: false }));
  app.use('/office', (request: Request, response: Response, next: () => void) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    response.setHeader('cache-control', 'no-cache');
    response.sendFile(join(dir, 'index.html'));
  });
}
