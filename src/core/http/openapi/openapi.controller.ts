import { Controller, Get, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Open } from '../../identity/index.js';

/** The description of the running API, made once at start. */
@Injectable()
export class ApiDescription {
  document?: OpenAPIObject;
}

@Controller('api')
export class OpenApiController {
  constructor(private readonly api: ApiDescription) {}

  @Get('openapi.json')
  @Open()
  read() {
    return this.api.document;
  }
}
