export interface StepRecord {
  step: string;
  /** UTC */
  startedAt: string;
  milliseconds: number;
  fault: string | null;
  said?: unknown;
}

/** The steps of one capture, each raced against its own time and against the one clock; a step's failure is recorded and the next one goes on. */
export class Timeline {
  readonly records: StepRecord[] = [];
  constructor(readonly until: number) {}

  /** When something must end that may take so many seconds, and leave so many of all that there are. */
  end(seconds: number, left = 0): number {
    return Math.min(this.until - left * 1_000, Date.now() + seconds * 1_000);
  }

  /** A fault beside the steps. */
  note(step: string, fault: string): void {
    this.records.push({ step, startedAt: new Date().toISOString(), milliseconds: 0, fault });
  }

  async run(step: string, most: number, act: () => Promise<unknown>): Promise<boolean> {
    const began = Date.now();
    const record = (fault: string | null, said?: unknown) =>
      this.records.push({ step, startedAt: new Date(began).toISOString(), milliseconds: Date.now() - began, fault, said });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('its time was up')), Math.max(50, Math.min(most, this.until - began)));
    });
    const acting = act();
    acting.catch(() => undefined);
    try {
      const said = await Promise.race([acting, late]);
      record(null, said ?? undefined);
      return true;
    } catch (error) {
      record((error as Error).message.slice(0, 300));
      return false;
    } finally {
      clearTimeout(timer);
    }
  }
}
