import { rmSync } from 'node:fs';

export default function teardown() {
  globalThis.testCluster?.cluster.stop();
  if (globalThis.testCluster) rmSync(globalThis.testCluster.dir, { recursive: true, force: true });
}
