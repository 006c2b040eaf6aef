import { useRef, useState } from 'react';
import { problemOf, type ProblemBody } from '../../api/client.js';

export interface Failed<T> {
  line: T;
  problem: ProblemBody;
}
export interface Progress<T> {
  of: number;
  done: number;
  running: boolean;
  failed: Failed<T>[];
}

/** One act after another on many records: how far it came, what was refused, and a way to stop between two. */
export function useBulk<T>(act: (line: T, key: string) => Promise<unknown>, ended: () => void) {
  const [progress, setProgress] = useState<Progress<T> | null>(null);
  const stopped = useRef(false);
  const keys = useRef(new Map<T, string>());
  const run = async (lines: T[]) => {
    stopped.current = false;
    const now: Progress<T> = { of: lines.length, done: 0, running: true, failed: [] };
    setProgress({ ...now });
    for (const line of lines) {
      if (stopped.current) break;
      const key = keys.current.get(line) ?? crypto.randomUUID();
      keys.current.set(line, key);
      try {
        await act(line, key);
        now.done += 1;
      } catch (error) {
        const problem = problemOf(error);
        if (problem.status >= 400 && problem.status < 500) keys.current.delete(line);
        now.failed.push({ line, problem });
      }
      setProgress({ ...now, failed: [...now.failed] });
    }
    setProgress({ ...now, running: false, failed: [...now.failed] });
    ended();
  };
  return {
    progress,
    run: (lines: T[]) => void run(lines),
    stop: () => {
      stopped.current = true;
    },
    clear: () => setProgress(null),
  };
}
