import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch, type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { findChromium } from '../../src/core/browser/chromium.js';
import { platforms, selectorsFor } from '../../src/crawl/platforms/platform-table.js';
import { readerSource, type ReadPost } from '../../src/crawl/engine/read-post.js';
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
  test('that was never laid out tells the words that may be shown of its post, and is no post where there are none', async () => {
    const sought = {
      ...selectorsFor(platforms[0], 'https://mang.example/1'),
      post: ['article'],
      text: [':scope .text'],
      author: [':scope .by'],
    };
    const unseen = '<script>const a = 1</script><style>b {}</style><noscript>c</noscript><template>d</template><p hidden>e</p>';
    const read = async (html: string) => {
      const plain = await browser.newPage();
      await plain.setContent(`<article><a class="by">Ai ${unseen}</a><div class="text">${unseen}${html}</div></article>`);
      const { found, text, author, laidOut } = (await plain.evaluate(`${readerSource}(${JSON.stringify(sought)}, false)`)) as ReadPost;
      await plain.close();
      return { found, text, author, laidOut };
    };
    expect(await read('<p>Nước máy\n <b>có độc</b></p>')).toEqual({ found: true, text: 'Nước máy có độc', author: 'Ai', laidOut: false });
    expect(await read('')).toMatchObject({ found: false, text: '' });
    expect((await read('<p>chữ</p>'.repeat(12_000))).text.length).toBeLessThan(36_000); // of a page without end no more than can be told at once
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
