import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../core/config.js';
import { DIRECT, type Route } from './engine/index.js';

/** The ways by which captures may leave: directly, and by the proxies that CAPTURE_ROUTES names. */
@Injectable()
export class Routes {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get names(): string[] {
    return [DIRECT.name, ...Object.keys(this.config.captureRoutes).filter((name) => name !== DIRECT.name)];
  }
  named(name: string): Route | null {
    if (name === DIRECT.name) return DIRECT;
    return Object.hasOwn(this.config.captureRoutes, name) ? { name, proxy: this.config.captureRoutes[name] } : null;
  }
}
