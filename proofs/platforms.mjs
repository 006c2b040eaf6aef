// Pages of our own in the shapes of each platform are read in a browser, and the forms of their links without one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { transpile } from '../scripts/transpile.mjs';

const root = join(import.meta.dirname, '..');
const ASKED = ['author', 'handle', 'text', 'article', 'films'];

export default async function prove() {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'prove-'));
  try {
    transpile(root, code, ['src', 'test/kit']);
    const load = (path) => import(join(code, path));
    const [pages, links] = [await readPages(load), await readLinks(load)];
    const wrong = [...pages, ...links].flatMap((r) => r.wrong);
    const situations = pages.reduce((n, r) => n + r.tried, 0);
    const forms = links.reduce((n, r) => n + r.tried, 0);
    return {
      title: 'Platforms: pages and links of our own, after their shapes',
      holds: wrong.length === 0,
      says: `${situations} pages of ${pages.length} platforms and ${forms} forms of links were read; ${wrong.length === 0 ? 'all as they are' : `wrong: ${wrong.join(', ')}`}. **The pages are ours, made after what is known of each platform from memory and documents: that they pass proves nothing about what the platforms show today.** Where a real page is at hand, \`lachan fixture\` records it as one more of these, and the page of platform health shows when reading starts to fail.`,
      tables: [
        {
          head: ['platform', 'pages', 'read as they are', 'situations'],
          rows: pages.map((r) => [r.platform, r.tried, r.tried - r.wrong.length, r.names.join(', ')]),
        },
        {
          head: ['platform', 'forms of links', 'read as they are'],
          rows: links.map((r) => [r.platform, r.tried, r.tried - r.wrong.length]),
        },
      ],
    };
  } finally {
    rmSync(code, { recursive: true, force: true });
  }
}

async function readPages(load) {
  const { fixturePages, readFixture, serveFixtures } = await load('test/kit/fixture-pages.js');
  const { findChromium } = await load('src/core/browser/chromium.js');
  const { path: executablePath, env, headless } = await findChromium(join(tmpdir(), 'lachan-chromium'));
  const browser = await puppeteer.launch({ executablePath, env: { ...process.env, ...env }, headless, args: ['--no-sandbox'] });
  const found = new Map();
  try {
    const page = await browser.newPage();
    const cdp = await page.createCDPSession();
    let current;
    await serveFixtures(cdp, () => current);
    for (current of fixturePages()) {
      await page.goto(current.url, { waitUntil: 'load' });
      const { platform, observation, ground, post, article, films } = await readFixture(cdp, current);
      const read = { ...post, article, films };
      const right =
        platform === current.platform &&
        observation === current.observation &&
        ground.rule === current.rule &&
        ASKED.every((key) => current[key] === undefined || JSON.stringify(read[key]) === JSON.stringify(current[key]));
      count(found, current.platform, current.name, right);
    }
  } finally {
    await browser.close();
  }
  return [...found.values()];
}

async function readLinks(load) {
  const { parseYaml } = await load('src/core/yaml-file.js');
  const { readLink } = await load('src/core/address/read-link.js');
  const { addressRules } = await load('src/core/address/address-table.js');
  const { platformLinks } = await load('src/core/address/platform-links.js');
  const found = new Map();
  for (const { url, is, same = url, of } of parseYaml(readFileSync(join(root, 'test/fixtures/link-forms.yaml'), 'utf8'), 'link-forms.yaml')
    .value)
    for (const given of of) {
      const link = readLink(given, addressRules, platformLinks);
      const [platform, kind] = is.split(' ');
      count(
        found,
        platform,
        given,
        link.ok && link.url === url && link.same === same && link.form?.platform === platform && link.form.kind === kind,
      );
    }
  return [...found.values()];
}

function count(found, platform, name, right) {
  const told = found.get(platform) ?? { platform, tried: 0, wrong: [], names: [] };
  found.set(platform, told);
  told.tried++;
  told.names.push(name);
  if (!right) told.wrong.push(`${platform}/${name}`);
}
