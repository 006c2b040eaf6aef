import type { OnApplicationShutdown } from '@nestjs/common';
import { join } from 'node:path';
import { browserHome, removeHome } from '../browser/browser-home.js';
import { findChromium } from '../browser/chromium.js';
import type { Browser } from 'puppeteer-core';
import { launchFenced, QUIET_FLAGS } from '../browser/launch.js';
import type { Settings } from '../config.js';
import { Problem } from '../problem/problem.js';
import { dated, printPage, refuseOld } from './print-page.js';
import { printing } from './printing-table.js';
import './problems.js';

/** Every name is unknown and every way leads through a proxy that has no address: whatever a page asks for, nothing leaves. */
const NO_NETWORK = ['--proxy-server=http://nowhere.invalid:9', '--proxy-bypass-list=<-loopback>', '--host-resolver-rules=MAP * ~NOTFOUND'];
interface Open {
  browser: Browser;
  end(): Promise<void>;
}
type Way = Pick<Settings, 'dataDir' | 'chromiumPath' | 'chromiumSandbox' | 'timeZone'>;

/** Pages to PDF by a browser without scripts and network; one at a time, and the browser stays a while for the next. */
export class Printer implements OnApplicationShutdown {
  private open: Promise<Open> | null = null;
  private idle?: NodeJS.Timeout;
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly settings: Way,
    private readonly limits = printing,
  ) {}

  /** `day` is the date that the document bears (yyyy-mm-dd). The same page gives the same bytes. */
  async print(html: string, day: string): Promise<Buffer> {
    const bytes = Buffer.byteLength(html);
    if (bytes > this.limits.page_bytes) throw new Problem('document-too-large', { bytes, most: this.limits.page_bytes });
    if (this.waiting >= this.limits.waiting) throw new Problem('not-printed', { detail: 'Too many documents wait to be printed' });
    this.waiting++;
    const turn = this.last.then(() => this.inTime(html, day)).finally(() => this.waiting--);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async inTime(html: string, day: string): Promise<Buffer> {
    clearTimeout(this.idle);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error(`it took longer than ${this.limits.seconds} s`)), this.limits.seconds * 1_000);
    });
    try {
      const { browser } = await Promise.race([(this.open ??= this.launch()), late]);
      const pdf = dated(await Promise.race([printPage(browser, html), late]), day);
      if (pdf.length > this.limits.pdf_bytes) throw new Problem('document-too-large', { bytes: pdf.length, most: this.limits.pdf_bytes });
      return pdf;
    } catch (error) {
      if (error instanceof Problem) throw error;
      await this.close(); // whatever state it is in
      throw new Problem('not-printed', { detail: (error as Error).message });
    } finally {
      clearTimeout(timer);
      this.idle = setTimeout(() => void this.close(), this.limits.idle_seconds * 1_000);
      this.idle.unref();
    }
  }

  private launch(): Promise<Open> {
    const open: Promise<Open> = openBrowser(this.settings, () => {
      if (this.open === open) this.open = null;
    });
    return open;
  }

  /** Ends the browser; the next document gets a new one. */
  async close(): Promise<void> {
    clearTimeout(this.idle);
    const open = this.open;
    this.open = null;
    await open?.then(({ end }) => end()).catch(() => undefined);
  }
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}

async function openBrowser({ dataDir, chromiumPath, chromiumSandbox: sandboxIs, timeZone }: Way, gone: () => void): Promise<Open> {
  const chromium = await findChromium(join(dataDir, 'browser'), chromiumPath);
  const home = browserHome();
  const flags = [...NO_NETWORK, ...QUIET_FLAGS, '--lang=vi-VN'];
  const launched = await launchFenced({ chromium, flags, home, sandboxIs, timeZone, viewport: null }).catch(async (error: Error) => {
    await removeHome(home);
    throw error;
  });
  const { browser } = launched;
  const end = () => launched.close().then(() => removeHome(home));
  browser.once('disconnected', () => {
    gone();
    void end();
  });
  try {
    refuseOld(await browser.version());
  } catch (error) {
    await end();
    throw error;
  }
  return { browser, end };
}
