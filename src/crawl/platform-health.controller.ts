import { Controller, Get } from '@nestjs/common';
import { Needs } from '../core/identity/index.js';
import { PlatformHealthView } from './platform-health.view.js';

@Controller('api/platforms')
export class PlatformHealthController {
  constructor(private readonly view: PlatformHealthView) {}

  /** How well the pages of each platform were read in the last days. */
  @Get('health')
  @Needs('overview.read')
  health() {
    return this.view.run();
  }
}
