import { Controller, Get } from '@nestjs/common';
import { Open } from '../identity/index.js';
import { rightsTable } from '../identity/rights.js';
import { topics } from './topics.js';
import { glossary, type Glossary } from './glossary.js';

const roles = Object.fromEntries(Object.entries(rightsTable.roles).map(([role, { label }]) => [role, label]));

@Controller('api/glossary')
export class GlossaryController {
  /** Every word of the house by kind and id, in Vietnamese and English. */
  @Get()
  @Open()
  read(): Glossary {
    return { ...glossary, role: { ...glossary.role, ...roles }, right: rightsTable.rights, topic: topics };
  }
}
