import { rmSync } from 'node:fs';

export default function teardown() {
  globalThis.testCluster?.cluster.stop();
  for (const dir of globalThis.testCluster?.dirs ?? []) rmSync(dir, { recursive: true, force: true });
}
