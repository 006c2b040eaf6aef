import type { CDPSession, Page } from 'puppeteer-core';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '../platforms/platform-table.js';
import type { Guard } from './guard.js';
import type { Limits } from './limits.js';
import { textOf, type Snapshot } from './page-text.js';
import { expanderFor, readerFor, type ReadPost } from './read-post.js';

export interface StepRecord {
  step: string;
  milliseconds: number;
  fault: string | null;
  said?: unknown;
}
const pause = (ms: number) =>
  new Promise((r) => {
    setTimeout(r, ms);
  });
const TILE = 8_000;
const POLL = 100;
const DEAF_MS = 2_000;
const MOST_DIALOGS = 20;

/** One page, step by step; a step's failure is recorded and the next one goes on. */
export class Steps {
  readonly records: StepRecord[] = [];
  readonly takes: string[] = [];
  post: ReadPost | null = null;
  dialogs = 0;
  /** how often a script of the page was ended because it let nobody else in */
  stopped = 0;

  constructor(
    private readonly page: Page,
    private readonly cdp: CDPSession,
    private readonly platform: Platform,
    private readonly guard: Guard,
    private readonly limits: Limits,
    private readonly rawDir: string,
    private readonly until: number,
  ) {}

  async run(step: string, most: number, act: () => Promise<unknown>): Promise<boolean> {
    const began = Date.now();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('its time was up')), Math.max(50, Math.min(most, this.until - began)));
    });
    const acting = act();
    acting.catch(() => undefined);
    try {
      const said = await Promise.race([acting, late]);
      this.records.push({ step, milliseconds: Date.now() - began, fault: null, said: said ?? undefined });
      return true;
    } catch (error) {
      this.records.push({ step, milliseconds: Date.now() - began, fault: (error as Error).message.slice(0, 300) });
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends when the answer begins: some bodies never end. */
  open = async (url: string): Promise<void> => {
    this.page.on('dialog', (dialog) => {
      if (++this.dialogs === MOST_DIALOGS) void this.stopScripts().catch(() => undefined);
      void dialog.dismiss().catch(() => undefined);
    });
    const { errorText } = await this.cdp.send('Page.navigate', { url });
    if (errorText) throw new Error(errorText);
  };

  /** Waits until neither text nor requests move, not for silence of the network, which some pages never reach. */
  settle = async (): Promise<unknown> => {
    const end = Math.min(this.until, Date.now() + this.limits.settle_seconds * 1_000);
    let [stir, since] = ['', Date.now()];
    while (Date.now() < end) {
      const now = await this.look();
      if (now.found && !this.post?.found) await this.read(); // some pages take their post away again
      if (now.stir !== stir) [stir, since] = [now.stir, Date.now()];
      const quiet = Date.now() - Math.max(since, this.guard.lastActivity);
      if (quiet > this.limits.quiet_milliseconds && (!this.guard.busy || quiet > 4 * this.limits.quiet_milliseconds))
        return { quiet: true, stopped: this.stopped };
      await pause(POLL);
    }
    return { quiet: false, stopped: this.stopped };
  };

  expand = async (): Promise<unknown> =>
    this.platform.expand.length > 0 ? { clicked: await this.evaluate<number>(expanderFor(this.platform)) } : undefined;

  scroll = async (): Promise<unknown> => {
    const { width, height } = this.limits.viewport;
    let turns = 0;
    for (; turns < this.limits.scrolls; turns++) {
      const before = (this.post ??= await this.look()).height;
      if ((turns + 1) * height >= before) break;
      await this.cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: width / 2, y: height / 2, deltaX: 0, deltaY: height });
      await pause(200);
      this.post = { ...(await this.look()), text: this.post.text || (await this.look()).text };
    }
    if (turns > 0) await this.evaluate('scrollTo(0, 0)');
    return { turns };
  };

  read = async (): Promise<unknown> => {
    const found = await this.look();
    this.post = this.post?.found && !found.found ? this.post : found;
    const snapshot = (await this.cdp.send('DOMSnapshot.captureSnapshot', { computedStyles: [] })) as unknown as Snapshot;
    this.takes.push(textOf(snapshot).slice(0, this.limits.text_characters));
    return { characters: this.takes.at(-1)!.length, found: found.found };
  };

  keepDom = async (): Promise<void> => {
    const { outerHTML } = await this.cdp
      .send('DOM.getDocument', { depth: 0 })
      .then(({ root }) => this.cdp.send('DOM.getOuterHTML', { nodeId: root.nodeId }));
    await writeFile(join(this.rawDir, 'dom.html'), outerHTML.slice(0, 10_000_000));
  };
  view = async (): Promise<void> => {
    const { data } = await this.cdp.send('Page.captureScreenshot', { format: 'png' });
    await writeFile(join(this.rawDir, 'view.png'), Buffer.from(data, 'base64'));
  };
  /** The whole page in tiles, the first named page.png. */
  pictures = async (): Promise<unknown> => {
    const { width } = this.limits.viewport;
    const height = Math.min((await this.look()).height, this.limits.page_pixels);
    let tiles = 0;
    for (let y = 0; y < Math.max(1, height); y += TILE) {
      const { data } = await this.cdp.send('Page.captureScreenshot', {
        format: 'png',
        captureBeyondViewport: true,
        clip: { x: 0, y, width, height: Math.max(1, Math.min(TILE, height - y)), scale: 1 },
      });
      await writeFile(join(this.rawDir, tiles === 0 ? 'page.png' : `page-${tiles + 1}.png`), Buffer.from(data, 'base64'));
      tiles++;
    }
    return { height, tiles };
  };

  private look(): Promise<ReadPost> {
    return this.evaluate<ReadPost>(readerFor(this.platform));
  }
  private async evaluate<T>(expression: string): Promise<T> {
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
  private async stopScripts(): Promise<void> {
    if (this.stopped++ === 0)
      this.records.push({ step: 'scripts', milliseconds: 0, fault: 'the scripts of the page let nobody else in and were ended' });
    await this.cdp.send('Emulation.setScriptExecutionDisabled', { value: true });
    await this.cdp.send('Runtime.terminateExecution').catch(() => undefined); // one ending at a time is enough
  }
  private async ask<T>(expression: string): Promise<T> {
    const frameId = (this.page.mainFrame() as unknown as { _id: string })._id;
    const { executionContextId } = await this.cdp.send('Page.createIsolatedWorld', { frameId, worldName: 'lachan' });
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }
}
