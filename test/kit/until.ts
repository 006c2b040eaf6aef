/** Waits until something holds, asking again at short intervals; fails loudly when it never does. */
export async function until(holds: () => Promise<boolean>, milliseconds = 20_000): Promise<void> {
  for (const end = Date.now() + milliseconds; Date.now() < end; await new Promise((r) => setTimeout(r, 50))) {
    if (await holds()) return;
  }
  throw new Error(`It did not come to hold within ${milliseconds} ms: ${holds.toString()}`);
}
