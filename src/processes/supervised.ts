import { once } from 'node:events';

/** A supervised process ends when its supervisor is gone, even when that was killed and could not say so. */
export function endWithSupervisor(): void {
  if (!process.env.LACHAN_SUPERVISED) return;
  const end = () => process.kill(process.pid, 'SIGTERM');
  if (process.connected) process.once('disconnect', end);
  else end(); // it was gone while this process still loaded its code
}

/** Resolves when it is this process's turn: at once without a supervisor, else when that says so, since it may keep a reserve. */
export async function turn(): Promise<void> {
  if (process.env.LACHAN_SUPERVISED) await once(process, 'message');
}
