// One browser for all: opens a screen, dresses it in either language and theme, and takes its picture.
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { findChromium } from '../../../dist/src/core/browser/chromium.js';
import { watchWaiting } from './settled.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
export const THEMES = ['light', 'dark'];
export const LANGUAGES = ['vi', 'en'];
export const DESK = { width: 1280, height: 800 };

export class Darkroom {
  static async open(album) {
    const room = new Darkroom();
    room.profile = mkdtempSync(join(tmpdir(), 'lachan-darkroom-'));
    const { path, env, headless } = await findChromium(room.profile);
    room.album = album;
    room.browser = await launch({
      executablePath: path,
      args: ['--no-sandbox'],
      env: { ...process.env, ...env },
      headless,
    });
    return room;
  }
  /** A browser of somebody's own; `session` is the cookie of who is signed in. */
  async visitor(at, session) {
    const context = await this.browser.createBrowserContext();
    if (session) {
      const [name, value] = session.split('=');
      await context.setCookie({ name, value, domain: 'localhost', path: '/', secure: true, httpOnly: true });
    }
    const page = await context.newPage();
    await page.setViewport(DESK);
    // colours that are on their way from one theme to the other have no contrast to measure
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    await watchWaiting(page);
    const visitor = { page, at, leave: () => context.close() };
    page.on('pageerror', (error) => this.album.find('fault', visitor.at, String(error)));
    page.on('response', (answer) => {
      if (answer.status() >= 500) this.album.find('answer', visitor.at, `${answer.status()} ${new URL(answer.url()).pathname}`);
    });
    return visitor;
  }
  async close() {
    await this.browser.close();
    rmSync(this.profile, { recursive: true, force: true });
  }

  /** The picture of what is shown now, and what can be measured on it. */
  async take({ page }, at, { whole = false, only } = {}) {
    this.album.counted(at);
    await page.screenshot({ path: this.album.file(at), fullPage: whole, optimizeForSpeed: true });
    const by = await page.evaluate(overflow);
    if (by > 0) this.album.find('sideways', at, `${by} px`);
    if (only !== 'picture') for (const barrier of await barriers(page, only)) this.album.find('barrier', at, barrier);
  }
}

/** By how many pixels it has to be scrolled sideways to be seen whole. */
function overflow() {
  const parts = [document.documentElement, ...document.querySelectorAll('main.page')];
  return Math.max(...parts.map((e) => e.scrollWidth - e.clientWidth));
}

async function barriers(page, only) {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const options = { resultTypes: ['violations'], ...(only === 'colours' ? { runOnly: COLOURS } : {}) };
  const { violations } = await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`);
  return violations
    .filter((v) => v.impact === 'serious' || v.impact === 'critical')
    .map((v) => `${v.id} × ${v.nodes.length}: ${v.nodes[0].html.slice(0, 160)}`);
}
