import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { AppModule } from '../../src/app.module.js';
import { projectRoot } from '../../src/core/config.js';
import { describeApi } from './describe.js';

/** What is made from the code and kept beside it, by path; nothing of the house runs for it. */
export async function generated(): Promise<Record<string, string>> {
  const app = await NestFactory.create(AppModule, { preview: true, abortOnError: false, logger: ['error'] });
  const description = describeApi(app);
  const types = astToString(await openapiTS(JSON.stringify({ ...description, paths: {} })));
  return {
    'docs/openapi.json': `${JSON.stringify(description, null, 1)}\n`,
    'web/src/api/schema.d.ts': `// Made by \`npm run describe\` from docs/openapi.json; not edited by hand.\n${types}`,
  };
}

export async function write(): Promise<void> {
  for (const [path, text] of Object.entries(await generated())) writeFileSync(join(projectRoot, path), text);
}
