import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findChromium } from '../../src/core/browser/chromium.js';
import { postedAt } from '../../src/crawl/engine/posted-at.js';
import { fixturePages, readFixture, serveFixtures, type FixturePage } from '../kit/fixture-pages.js';

const pages = fixturePages();

/** Pages of our own in the shapes of each platform; what they prove is the reading, not what a platform looks like today. */
describe('a page in the shape of its platform', () => {
  let browser: Browser;
  let page: Page;
  let cdp: CDPSession;
  let current: FixturePage;
  beforeAll(async () => {
    const chromium = await findChromium(join(tmpdir(), 'lachan-chromium'));
    const { path: executablePath, env, headless } = chromium;
    browser = await launch({ executablePath, env: { ...process.env, ...env }, headless, args: ['--no-sandbox'] });
    page = await browser.newPage();
    cdp = await page.createCDPSession();
    await serveFixtures(cdp, () => current);
  }, 60_000);
  afterAll(() => browser.close());

  test('stands in the folder for every platform and many situations', () => {
    expect(new Set(pages.map((p) => p.platform)).size).toBe(11);
    expect(pages.length).toBeGreaterThan(80);
  });
  test('was looked at by a person, where it was recorded', () => {
    expect(pages.filter((p) => p.checked === false).map((p) => `${p.platform}/${p.name}`)).toEqual([]);
  });
  test.each(pages.map((p) => [`${p.platform}/${p.name}`, p] as const))('%s is read as it is', async (_, wanted) => {
    current = wanted;
    await page.goto(wanted.url, { waitUntil: 'load' });
    const { platform, observation, ground, post, article, films } = await readFixture(cdp, wanted);
    const { author, handle, text } = post;
    const read = { author, handle, time: postedAt(post.time, new Date().toISOString()), text, article, films };
    const asked = (Object.keys(read) as (keyof typeof read)[]).filter((key) => wanted[key] !== undefined);
    expect({ platform, observation, rule: ground.rule, ...Object.fromEntries(asked.map((key) => [key, read[key]])) }).toEqual({
      platform: wanted.platform,
      observation: wanted.observation,
      rule: wanted.rule,
      ...Object.fromEntries(asked.map((key) => [key, wanted[key]])),
    });
  });
});
