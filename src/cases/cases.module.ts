import { Module } from '@nestjs/common';
import { flowFaults } from '../core/flow/flow.js';
import { knownRights } from '../core/identity/rights.js';
import { room } from '../core/loader.js';
import { IntakeModule } from '../intake/index.js';
import { CrawlModule } from '../crawl/index.js';
import { ClassifyModule } from '../classify/index.js';
import { caseFlow } from './case.flow.js';

const faults = flowFaults('case', caseFlow, 'open', knownRights);
if (faults.length > 0) throw new Error(faults.join('\n'));

/** Cases: posts, exhibits, people, deadlines. */
@Module(await room(import.meta.dirname, { imports: [IntakeModule, CrawlModule, ClassifyModule] }))
export class CasesModule {}
