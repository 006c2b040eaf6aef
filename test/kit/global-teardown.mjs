import { rmSync } from 'node:fs';

export default function teardown() {
  globalThis.testCluster?.cluster.stop();
  if (globalThis.testCluster) rmSync(globalThis.testCluster.dir, { recursive: true, force: true, maxRetries: 5 }); // what was killed may still be writing
}
