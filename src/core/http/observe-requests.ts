import { Logger } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import type { OfficeRequest } from '../identity/index.js';
import type { Metrics } from '../metrics/metrics.js';
import { routeTemplate } from './route-template.js';

/** Gives each request its id; when it is over, one line in the log and one in the measures, without address, body or person. */
export function observeRequests(metrics: Metrics) {
  const log = new Logger('request');
  return (request: OfficeRequest, response: Response, next: NextFunction): void => {
    const began = performance.now();
    request.id = randomUUID();
    response.setHeader('x-request-id', request.id);
    response.once('close', () => {
      const ms = performance.now() - began;
      const [route, status] = [routeTemplate(request), response.writableFinished ? response.statusCode : 499];
      // a stream lasts as long as its browser; how many there are is a measure of its own
      if (!response.getHeader('content-type')?.toString().startsWith('text/event-stream'))
        metrics.request(request.method, route, status, ms / 1_000);
      log.log({ requestId: request.id, method: request.method, route, status, ms: Math.round(ms) });
    });
    next();
  };
}
