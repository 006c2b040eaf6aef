/** A time of which zip writers, who take the zone of the machine, take UTC. */
class InUtc extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override getHours(): number {
    return this.getUTCHours();
  }
  override getMinutes(): number {
    return this.getUTCMinutes();
  }
  override getSeconds(): number {
    return this.getUTCSeconds();
  }
}

/** How each entry of a sealed zip is written: every byte as it is and nothing that differs by chance or by machine, so that whatever is changed is seen. */
export const plainEntry = (created: string): { mtime: Date; mode: number; compress: false } => ({
  mtime: new InUtc(created),
  mode: 0o100644,
  compress: false,
});
