import { PATIENCE } from './native/patience.js';

/** Waits until something holds, asking again ever less often; fails loudly when it never does. */
export async function until(holds: () => Promise<boolean>, milliseconds = 20_000): Promise<void> {
  const began = Date.now();
  for (let waited = 0; waited < milliseconds * PATIENCE; waited = Date.now() - began) {
    if (await holds()) return;
    await new Promise((r) => setTimeout(r, Math.min(250, 20 + waited / 10)));
  }
  throw new Error(`It did not come to hold within ${milliseconds * PATIENCE} ms: ${holds.toString()}`);
}
