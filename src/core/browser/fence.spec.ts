import { describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fenceInWords, limitsOf, type Fence } from './fence.js';

describe('what holds the browser in', () => {
  const whole: Fence = { user: 'nobody (65534)', root: true, sandbox: true, memoryBytes: 2 ** 31, processes: 400 };
  test('is said in one line', () => {
    expect(fenceInWords(whole, 'auto')).toBe(
      'The browser runs as the user nobody (65534), with its own sandbox; at most 2048 MiB of memory, at most 400 processes',
    );
    expect(fenceInWords({ user: null, root: false, sandbox: false, memoryBytes: null, processes: null }, 'required')).toContain(
      'nothing will be captured',
    );
    expect(fenceInWords({ ...whole, user: null }, 'auto')).toContain('as root');
  });
  test('is the least that the control groups around it allow', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lachan-cgroup-'));
    const inner = join(dir, 'inner');
    mkdirSync(inner);
    writeFileSync(join(dir, 'memory.max'), '1000\n');
    writeFileSync(join(inner, 'memory.max'), '2000\n');
    writeFileSync(join(inner, 'pids.max'), 'max\n');
    expect(limitsOf([dir, inner])).toEqual({ memoryBytes: 1000, processes: null });
    rmSync(dir, { recursive: true });
  });
});
