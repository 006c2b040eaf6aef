import type { ConsoleMessage, Frame, Page } from 'puppeteer-core';

const MOST = 200;
const LONGEST = 500;

/** What was done to the page, by whom it was asked, and when (UTC). */
export interface Act {
  at: string;
  act: 'scrolled' | 'clicked' | 'dialog-dismissed' | 'window-refused' | 'download-refused' | 'navigation-refused';
  says?: string;
}
export interface FrameFacts {
  url: string;
  name: string;
  frames: FrameFacts[];
}

/** What a page said and did while it was open, and what was done to it; bounded, since a hostile page must not fill the record. */
export class PageLog {
  readonly acts: Act[] = [];
  readonly console: { at: string; level: string; says: string }[] = [];
  readonly navigations: { at: string; url: string; top: boolean }[] = [];
  left = 0;
  private answers = 0;

  constructor(private readonly page: Page) {
    page.on('console', (message: ConsoleMessage) =>
      this.put(this.console, { level: message.type(), says: message.text().slice(0, LONGEST) }),
    );
    page.on('pageerror', (error) => this.put(this.console, { level: 'exception', says: String(error).slice(0, LONGEST) }));
    page.on('framenavigated', (frame: Frame) =>
      this.put(this.navigations, { url: frame.url().slice(0, 2_048), top: frame === page.mainFrame() }),
    );
  }

  /** Our own acts are few and always told; what answers a page's is bounded apart. */
  did(act: Act['act'], says?: string): void {
    const ours = act === 'clicked' || act === 'scrolled';
    if (!ours && ++this.answers > MOST) this.left++;
    else this.acts.push({ at: new Date().toISOString(), act, says: says?.slice(0, LONGEST) });
  }

  /** The tree of frames as it is now. */
  frames(): FrameFacts {
    let left = MOST;
    const facts = (frame: Frame): FrameFacts => ({
      url: frame.url().slice(0, 2_048),
      name: frame.name().slice(0, LONGEST),
      frames: frame.childFrames().flatMap((child) => (left-- > 0 ? [facts(child)] : [])),
    });
    return facts(this.page.mainFrame());
  }

  private put<T extends { at: string }>(list: T[], entry: Omit<T, 'at'>): void {
    if (list.length < MOST) list.push({ at: new Date().toISOString(), ...entry } as T);
    else this.left++;
  }
}
