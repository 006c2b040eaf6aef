import { Module } from '@nestjs/common';
import { join } from 'node:path';
import { flowFaults } from '../core/flow/flow.js';
import { knownRights } from '../core/identity/rights.js';
import { classesIn, room } from '../core/loader.js';
import { IntakeModule } from '../intake/index.js';
import { CrawlModule } from '../crawl/index.js';
import { ClassifyModule } from '../classify/index.js';
import { CasesModule } from '../cases/index.js';
import { DELIVERY_WAYS, type DeliveryWay, type DeliveryWays } from './deliveries/delivery-way.js';
import { reachedBy, takedownTable } from './enforcement-table.js';
import { removalFlow, restorationFlow } from './item.flow.js';
import './penalties/procedure-table.js';
import { complaintFlow } from './complaints/complaint.flow.js';
import { annulmentFlow, decisionFlows } from './penalties/penalty.flow.js';
import { violationFlow } from './penalties/violation.flow.js';
import './penalty/penalty-table.js';
import { takedownFlow, withdrawalFlow } from './takedown.flow.js';

const faults = [
  ...flowFaults('takedown', takedownFlow, 'draft', knownRights),
  ...flowFaults('withdrawal', withdrawalFlow, 'draft', knownRights),
  ...flowFaults('item', removalFlow, 'awaiting', knownRights),
  ...flowFaults('restoration', restorationFlow, 'asked-back', knownRights),
  ...flowFaults('violation', violationFlow, 'draft', knownRights),
  ...Object.entries(decisionFlows).flatMap(([end, flow]) => flowFaults(`penalty ${end}`, flow, 'draft', knownRights)),
  ...flowFaults('annulment', annulmentFlow, 'draft', knownRights),
  ...flowFaults('complaint', complaintFlow, 'received', knownRights),
];
if (faults.length > 0) throw new Error(faults.join('\n'));

const ways = (await classesIn(join(import.meta.dirname, 'deliveries'), /\.adapter\.(ts|js)$/)).map((c) => c.value);

/** The ways by key; a platform that is reached by none of them stops the start. */
function registry(...found: DeliveryWay[]): DeliveryWays {
  const known = new Map(found.map((way) => [way.key, way]));
  const unknown = [...Object.keys(takedownTable.platforms), 'other'].filter((platform) => !known.has(reachedBy(platform).way));
  if (known.size !== found.length || unknown.length > 0)
    throw new Error(`config/takedown.yaml: no way, or two of one name, for ${unknown.join(', ')}`);
  return known;
}

/** Takedown requests and what became of them. */
@Module(
  await room(import.meta.dirname, {
    imports: [IntakeModule, CrawlModule, ClassifyModule, CasesModule],
    providers: [{ provide: DELIVERY_WAYS, inject: ways, useFactory: registry }],
  }),
)
export class EnforcementModule {}
