import { setTimeout as pause } from 'node:timers/promises';
import type { Limits } from './limits.js';
import type { ReadPost } from './read-post.js';
import type { Session } from './session.js';
import type { Timeline } from './timeline.js';
import { WITNESS_TELLS } from './witness.js';

const LOOK_MS = 250;
const WORLD = 'lachan';
/** said where nothing was run: what may click is never asked twice */
const LED_ON = 'Cannot find context with specified id';
const MOST_LED_ON = 5;

/** Asks a page in a world of its own, apart from the page's scripts; scripts that let nobody else in are ended. */
export class Inquiry {
  /** how often a script of the page was ended because it let nobody else in */
  stopped = 0;
  /** the post as it first stood in the document that is open now, as the witness told it */
  seen: ReadPost | null = null;

  constructor(
    private readonly session: Session,
    private readonly limits: Limits,
    private readonly timeline: Timeline,
  ) {}

  async evaluate<T>(expression: string): Promise<T> {
    const asked = this.ask<T>(expression);
    if (!(await this.deaf(asked))) return asked;
    await this.stopScripts();
    return asked.catch(() => this.ask<T>(expression)); // the asking itself may be what was ended
  }

  /** Asks what may take long, and is itself ended when its time is up: nothing that comes after waits for it. */
  within<T>(milliseconds: number, expression: string): Promise<T> {
    return this.ask<T>(expression, milliseconds);
  }

  /** Lets a witness stand in that world from the first moment of every page to come. */
  async station(witness: string): Promise<void> {
    const { cdp } = this.session;
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (!frame.parentId) this.seen = null;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === WITNESS_TELLS) this.seen = JSON.parse(payload) as ReadPost | null;
    });
    await cdp.send('Page.enable'); // without it the script is accepted and never run
    await cdp.send('Runtime.enable'); // without it nothing that is told arrives
    await cdp.send('Runtime.addBinding', { name: WITNESS_TELLS, executionContextName: WORLD });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: witness, worldName: WORLD });
  }

  async stopScripts(): Promise<void> {
    if (this.stopped++ === 0) this.timeline.note('scripts', 'the scripts of the page let nobody else in and were ended');
    await this.session.cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
    await this.session.cdp.send('Runtime.terminateExecution').catch(() => undefined); // one ending at a time is enough
  }

  /** Whether the page works on without an answer; one that a busy machine keeps waiting is not deaf. */
  private async deaf(asked: Promise<unknown>): Promise<boolean> {
    const answered = asked.then(
      () => true,
      () => true,
    );
    const end = Date.now() + this.limits.deaf_milliseconds;
    let before: number | undefined;
    while (Date.now() < end) {
      if (await Promise.race([answered, pause(LOOK_MS)])) return false;
      const worked = await this.worked();
      before ??= worked;
      if (worked - before > this.limits.deaf_processor_milliseconds) return true;
    }
    return true;
  }

  /** Processor time of the pages' processes so far, in milliseconds. */
  private async worked(): Promise<number> {
    const { processInfo } = await this.session.control.send('SystemInfo.getProcessInfo');
    return processInfo.filter((p) => p.type === 'renderer').reduce((sum, p) => sum + p.cpuTime * 1_000, 0);
  }

  /** A page that leads on takes the world with it in which it is just asked: then it is asked in the next one. */
  private async ask<T>(expression: string, timeout?: number): Promise<T> {
    for (let left = MOST_LED_ON; ; left--)
      try {
        return await this.askOnce<T>(expression, timeout);
      } catch (error) {
        if (left === 0 || !(error as Error).message.includes(LED_ON)) throw error;
      }
  }
  private async askOnce<T>(expression: string, timeout?: number): Promise<T> {
    const frameId = (this.session.page.mainFrame() as unknown as { _id: string })._id;
    const { executionContextId } = await this.session.cdp.send('Page.createIsolatedWorld', { frameId, worldName: WORLD });
    const { result, exceptionDetails } = await this.session.cdp.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
      returnByValue: true,
      ...(timeout && { timeout }),
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
}
