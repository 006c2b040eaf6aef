import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.js';
import { knownRights } from '../identity/rights.js';
import { Metrics } from '../metrics/metrics.js';
import { Problem } from '../problem/problem.js';
import { ProblemFilter } from './problem.filter.js';
import { FormPipe } from './form-pipe.js';
import { keepEvidenceApart } from './keep-evidence-apart.js';
import { readKeepable, refuseUnkeepable } from './refuse-unkeepable.js';
import { serveOfficeApp } from './office-app.js';
import { observeRequests } from './observe-requests.js';
import { refuseUnguarded, routesOf } from './routes.js';
import { limitServer } from './server-limits.js';

const BODY_LIMIT = '100kb';
// a form spells each Vietnamese letter with up to nine signs
const FORM_LIMIT = '300kb';

/** What every request goes through, in this order: id, headers, compression, caches, limits, form, problems. */
export function applyHttp(app: NestExpressApplication, config: Config): void {
  refuseUnguarded(routesOf(app), knownRights);
  limitServer(app.getHttpServer());
  app.set('trust proxy', config.trustProxy);
  app.disable('x-powered-by');
  app.use(observeRequests(app.get(Metrics)));
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", "'unsafe-inline'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          // a document that the page fetched for a reason is shown by the browser's own viewer
          frameSrc: ["'self'", 'blob:'],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: config.production,
    }),
  );
  app.use(keepEvidenceApart(config));
  app.use(compression());
  serveOfficeApp(app);
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  app.use(refuseUnkeepable, express.json({ limit: BODY_LIMIT, reviver: readKeepable }));
  // forms are for the public pages: what a page of another site can send without asking is nothing to the API, whose routes know no case
  const forms = express.urlencoded({ extended: false, limit: FORM_LIMIT });
  app.use((request: Request, response: Response, next: NextFunction) =>
    /^\/api(\/|$)/i.test(request.path) ? next() : forms(request, response, next),
  );
  app.use((error: Error & { type?: string }, _request: Request, _response: Response, next: NextFunction) => {
    next(
      error instanceof Problem
        ? error
        : error.type === 'entity.too.large'
          ? new Problem('too-large', { limit: BODY_LIMIT })
          : new Problem('invalid', { detail: 'The body could not be read' }),
    );
  });
  app.useGlobalPipes(new FormPipe());
  app.useGlobalFilters(new ProblemFilter());
}
