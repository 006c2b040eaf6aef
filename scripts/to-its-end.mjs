import { closeHouses } from '../bench/kit/house.mjs';

/** Runs a bench or a proof; whether it ends well, by a fault or by a signal, no house of it stays open. */
export async function toItsEnd(work) {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, async () => {
      await closeHouses();
      process.exit(1);
    });
  try {
    return await work();
  } finally {
    await closeHouses();
  }
}
