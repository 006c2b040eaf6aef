import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { emptyState, type WorldState } from './world-state.js';

/** The world's memory: one file, replaced whole, so that a kill leaves the old one or the new one. */
export class StateFile {
  private kept: WorldState;
  constructor(private readonly file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as WorldState) : emptyState(new Date());
    this.write(this.kept);
  }
  get state(): WorldState {
    return this.kept;
  }
  change(next: WorldState): void {
    if (next === this.kept) return;
    this.write(next);
    this.kept = next;
  }
  private write(state: WorldState): void {
    const aside = `${this.file}.new`;
    const handle = openSync(aside, 'w');
    writeSync(handle, JSON.stringify(state, null, 1));
    fsyncSync(handle);
    closeSync(handle);
    renameSync(aside, this.file);
  }
}
