const OFTEN = 200;

/** How far a command is, on one line of a terminal and nowhere else. `size`: bytes in all, where they are known. */
export class Progress {
  private readonly began = performance.now();
  private told = 0;
  private readonly shown: boolean;

  constructor(
    private readonly size: number | null,
    quiet = false,
  ) {
    this.shown = process.stderr.isTTY === true && !quiet;
  }

  at(read: number, lines: number): void {
    const now = performance.now();
    if (!this.shown || now - this.told < OFTEN) return;
    this.told = now;
    process.stderr.write(`\r\u001b[K${progressLine({ read, size: this.size, lines, seconds: (now - this.began) / 1000 })}`);
  }
  /** A line that stays, above that of the progress. */
  say(line: string): void {
    process.stderr.write(`${this.shown ? '\r\u001b[K' : ''}${line}\n`);
  }
  end(): void {
    if (this.shown) process.stderr.write('\r\u001b[K');
  }
}

export function progressLine({
  read,
  size,
  lines,
  seconds,
}: {
  read: number;
  size: number | null;
  lines: number;
  seconds: number;
}): string {
  const speed = `${lines.toLocaleString('en')} lines, ${Math.round(lines / Math.max(seconds, 0.001)).toLocaleString('en')}/s`;
  if (!size) return speed;
  const part = Math.min(1, read / size);
  const left = Math.round((seconds / Math.max(part, 1e-9)) * (1 - part));
  const bar = '#'.repeat(Math.round(part * 20)).padEnd(20, '.');
  return `[${bar}] ${Math.floor(part * 100)} %, ${speed}, ${left >= 60 ? `${Math.floor(left / 60)} min ` : ''}${left % 60} s left`;
}
