import { Controller, Get } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.js';
import { Open } from '../identity/index.js';

/** OpenAPI 3.1 */
export interface ApiDescription {
  openapi: string;
  info: Record<string, unknown>;
  servers: Record<string, unknown>[];
  tags: { name: string }[];
  paths: Record<string, unknown>;
  components: Record<string, unknown>;
}

@Controller('api')
export class OpenApiController {
  private description?: ApiDescription;

  /** This description. */
  @Get('openapi.json')
  @Open()
  read(): ApiDescription {
    return (this.description ??= JSON.parse(readFileSync(join(projectRoot, 'docs', 'openapi.json'), 'utf8')) as ApiDescription);
  }
}
