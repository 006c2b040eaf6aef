import type { CDPSession, Page } from 'puppeteer-core';
import type { Timeline } from './timeline.js';

const DEAF_MS = 2_000;
const WORLD = 'lachan';

/** Asks a page in a world of its own, apart from the page's scripts; scripts that let nobody else in are ended. */
export class Inquiry {
  /** how often a script of the page was ended because it let nobody else in */
  stopped = 0;

  constructor(
    private readonly page: Page,
    private readonly cdp: CDPSession,
    private readonly timeline: Timeline,
  ) {}

  async evaluate<T>(expression: string): Promise<T> {
    const asked = this.ask<T>(expression);
    asked.catch(() => undefined);
    let timer: NodeJS.Timeout | undefined;
    const deaf = new Promise<'deaf'>((r) => {
      timer = setTimeout(() => r('deaf'), DEAF_MS);
    });
    const first = await Promise.race([asked.then((value) => ({ value })), deaf]).finally(() => clearTimeout(timer));
    if (first !== 'deaf') return first.value;
    await this.stopScripts();
    return asked.catch(() => this.ask<T>(expression)); // the asking itself may be what was ended
  }

  /** Lets this run in that world from the first moment of every page to come. */
  async station(source: string): Promise<void> {
    await this.cdp.send('Page.enable'); // without it the script is accepted and never run
    await this.cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD });
  }

  async stopScripts(): Promise<void> {
    if (this.stopped++ === 0)
      this.timeline.records.push({
        step: 'scripts',
        milliseconds: 0,
        fault: 'the scripts of the page let nobody else in and were ended',
      });
    await this.cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
    await this.cdp.send('Runtime.terminateExecution').catch(() => undefined); // one ending at a time is enough
  }

  private async ask<T>(expression: string): Promise<T> {
    const frameId = (this.page.mainFrame() as unknown as { _id: string })._id;
    const { executionContextId } = await this.cdp.send('Page.createIsolatedWorld', { frameId, worldName: WORLD });
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
}
