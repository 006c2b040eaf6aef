import { Deliver } from '../../src/core/events/deliver.js';
import { Relay } from '../../src/core/events/relay.js';
import type { Office } from './office.js';

/** Does what the worker would do, until nothing is left that can be done now; captures wait for a browser that is not here. */
export async function deliverAll(office: Pick<Office, 'app'>, lanes = ['quick', 'picture', 'sweep']): Promise<void> {
  const [relay, deliver] = [office.app.get(Relay), office.app.get(Deliver)];
  for (let found = 1; found > 0;) {
    found = 0;
    await relay.sweep(async (rings) => {
      found = rings.length;
      for (const { id, lane } of rings) if (lanes.includes(lane)) await deliver.run(id);
    });
  }
}
