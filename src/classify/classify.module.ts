import { Module } from '@nestjs/common';
import { flowFaults } from '../core/flow/flow.js';
import { knownRights } from '../core/identity/rights.js';
import { refuse } from '../core/table.js';
import { trialFlow } from './trials/trial.flow.js';
import { room } from '../core/loader.js';
import { IntakeModule } from '../intake/index.js';
import { CrawlModule } from '../crawl/index.js';
import { sweepFlow } from './sweeps/sweep.flow.js';

refuse([...flowFaults('sweep', sweepFlow, 'running', knownRights), ...flowFaults('trial', trialFlow, 'running', knownRights)]);

/** What a post says, set beside what is known to be false; and the inspectors' judgement. */
@Module(await room(import.meta.dirname, { imports: [IntakeModule, CrawlModule] }))
export class ClassifyModule {}
