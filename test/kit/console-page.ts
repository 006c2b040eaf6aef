import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { launch, type Browser, type BrowserContext, type KeyInput, type Page } from 'puppeteer-core';
import { findChromium } from '../../src/core/browser/chromium.js';
import { dialogHasFocus } from './dialog-focus.js';
import type { Caller } from './office.js';
import { patient } from './patient-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Found {
  id: string;
  nodes: { html: string }[];
}
/** Each rule of axe has one weight, so only rules that may shut somebody out are asked. */
const ASKED = `axe._audit.rules.filter((rule) => ['serious', 'critical'].includes(rule.impact) && rule.enabled && !rule.tags.includes('experimental')).map((rule) => rule.id)`;
const OF_COLOURS = JSON.stringify(['color-contrast', 'link-in-text-block']);

/** By how many pixels a screen of the console has to be scrolled sideways to be seen whole. */
export const sideways = (page: Page): Promise<number> =>
  page.$eval('main.page', (main) =>
    Math.max(main.scrollWidth - main.clientWidth, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );

/** What axe finds on a page that keeps somebody out; `colours`: only what depends on the theme. */
export async function serious(page: Page, only?: 'colours'): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const rules = only ? OF_COLOURS : ASKED;
  const run = `axe.run(document, { resultTypes: ['violations'], preload: false, runOnly: { type: 'rule', values: ${rules} } })`;
  const { violations } = (await page.evaluate(run)) as { violations: Found[] };
  return violations.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`);
}

/** The same of a screen of the console as it is, in either theme. */
export async function seriousInBothThemes(page: Page): Promise<string[]> {
  const dress = (theme: string) => page.evaluate((t) => document.documentElement.setAttribute('data-mantine-color-scheme', t), theme);
  await dress('dark');
  const dark = await serious(page, 'colours');
  await dress('light');
  return [...dark.map((found) => `dark: ${found}`), ...(await serious(page))];
}

/** Gives a browser the session of somebody who has signed in already; how one signs in is shown by the console's own journey. */
export async function signInAs(page: Page, { cookie }: Caller): Promise<void> {
  const [name, value] = cookie.split('=');
  await page.browserContext().setCookie({ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true });
}

/** Text into what has the focus: key by key where that takes no text, else the first letter by its key and the rest at once, as an input method gives words. */
export async function typeText(page: Page, text: string): Promise<void> {
  const takesText = await page.evaluate(() => document.activeElement?.matches('textarea, input:not([type=date])') === true);
  await page.keyboard.type(takesText ? text.slice(0, 1) : text);
  if (takesText && text.length > 1) await page.keyboard.sendCharacter(text.slice(1));
}

/** A page in a real browser, driven as a person at the keyboard drives it. */
export class ConsolePage {
  readonly faults: string[] = [];
  private constructor(
    private readonly whole: Browser | BrowserContext,
    private readonly browser: Browser,
    readonly page: Page,
    private readonly base: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(String(error)));
  }

  static async open(dataDir: string, base: string): Promise<ConsolePage> {
    const chromium = await findChromium(`${dataDir}/browser`);
    const browser = await launch({
      executablePath: chromium.path,
      args: ['--no-sandbox'],
      env: { ...process.env, ...chromium.env },
      headless: chromium.headless,
    });
    return ConsolePage.within(browser, browser, base);
  }
  /** Somebody else's browser, as far as a page can tell: it ends with this one. */
  async beside(): Promise<ConsolePage> {
    return ConsolePage.within(await this.browser.createBrowserContext(), this.browser, this.base);
  }
  private static async within(whole: Browser | BrowserContext, browser: Browser, base: string): Promise<ConsolePage> {
    const page = patient(await whole.newPage());
    await page.setViewport({ width: 1280, height: 800 });
    return new ConsolePage(whole, browser, page, base);
  }
  close(): Promise<void> {
    return this.whole.close();
  }
  /** Goes on as somebody who has signed in already. */
  signInAs(caller: Caller): Promise<void> {
    return signInAs(this.page, caller);
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.base + path, { waitUntil: 'networkidle2' });
  }
  async press(...keys: KeyInput[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }
  /** Keys as from the fastest hand there is: each as soon as the page is done with the one before. */
  async rattle(...keys: string[]): Promise<void> {
    await this.page.evaluate(async (all) => {
      for (const key of all) {
        (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        for (let n = 0; n < 20; n++) await Promise.resolve();
      }
    }, keys);
  }
  /** Goes on with Tab until the button or link that says this has the focus, and presses it; a dialog's own, while one is open. */
  async pressNamed(name: string): Promise<void> {
    await this.page.waitForFunction(
      (n) => {
        const scope = document.querySelector('[aria-modal=true]') ?? document.body;
        return [...scope.querySelectorAll<HTMLButtonElement>('button, a')].some((e) => !e.disabled && e.innerText.trim() === n);
      },
      { polling: 50 },
      name,
    );
    await dialogHasFocus(this.page);
    for (let i = 0; i < 120; i++) {
      if (await this.onNamed(name)) return this.page.keyboard.press('Enter');
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`“${name}” was not reached by the Tab key`);
  }
  /** A dialog that has just opened takes the focus a moment later: until then it is still on the button that opened it. */
  private onNamed(name: string): Promise<boolean> {
    return this.page.evaluate((n) => {
      const scope = document.querySelector('[aria-modal=true]') ?? document.body;
      const on = document.activeElement as HTMLElement;
      return scope.contains(on) && on.innerText?.trim() === n;
    }, name);
  }
  /** Goes on with Tab until the field with this label has the focus. */
  async tabTo(...labels: string[]): Promise<void> {
    await dialogHasFocus(this.page);
    const passed: string[] = [];
    while (passed.length < 80) {
      await this.press('Tab');
      const [label, html] = await this.page.evaluate(() => {
        const on = document.activeElement as HTMLInputElement;
        return [on.labels?.[0]?.innerText ?? '', on.outerHTML.slice(0, 120)];
      });
      if (labels.some((l) => label.startsWith(l))) return;
      passed.push(html);
    }
    const fields = await this.page.$$eval('[role=dialog] :is(input, textarea, select)', (all) =>
      all.map((f) => `${(f as HTMLInputElement).labels?.[0]?.innerText}: ${(f as HTMLInputElement).value}`),
    );
    throw new Error(`Tab never came to ${labels.join(' or ')}, but to:\n${passed.slice(0, 12).join('\n')}\nin\n${fields.join('\n')}`);
  }
  type(text: string): Promise<void> {
    return typeText(this.page, text);
  }
  async shows(text: string): Promise<void> {
    await this.page
      .waitForFunction((t) => document.body.innerText.includes(t), { timeout: 30_000 }, text)
      .catch(async () => {
        throw new Error(`The page never showed “${text}”, but:\n${await this.page.evaluate(() => document.body.innerText.slice(-6_000))}`);
      });
  }
  async hides(text: string): Promise<void> {
    await this.page.waitForFunction((t) => !document.body.innerText.includes(t), { timeout: 30_000 }, text);
  }
  /** The post that the address names. */
  get openId(): string {
    return new URL(this.page.url()).pathname.split('/').pop()!;
  }
  async leaves(id: string): Promise<void> {
    await this.page.waitForFunction((was) => !location.pathname.endsWith(was), { timeout: 15_000 }, id);
  }
  async returnsTo(id: string): Promise<void> {
    await this.page.waitForFunction((is) => location.pathname.endsWith(is), { timeout: 15_000 }, id);
  }
  /** Waits until a button that says this can be pressed. */
  async enabled(text: string): Promise<void> {
    await this.page.waitForFunction(
      (t) => [...document.querySelectorAll('button')].some((b) => !b.disabled && b.textContent?.includes(t)),
      { timeout: 15_000 },
      text,
    );
  }
  async dress(scheme: 'light' | 'dark'): Promise<void> {
    await this.page.evaluate((s) => localStorage.setItem('mantine-color-scheme-value', s), scheme);
    await this.page.reload({ waitUntil: 'networkidle2' });
    await this.page.waitForFunction((s) => document.documentElement.dataset.mantineColorScheme === s, {}, scheme);
  }
  /** By how many pixels the screen has to be scrolled sideways on a display of this width; the width stays so. */
  async sidewaysAt(width: number): Promise<number> {
    await this.page.setViewport({ width, height: 800 });
    return sideways(this.page);
  }
  serious(): Promise<string[]> {
    return serious(this.page);
  }
}
