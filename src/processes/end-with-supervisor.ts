/** A supervised process ends when its supervisor is gone, even when that was killed and could not say so. */
export function endWithSupervisor(): void {
  if (process.env.LACHAN_SUPERVISED) process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
