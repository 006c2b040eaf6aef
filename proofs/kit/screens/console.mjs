// The console, screen by screen: each loaded once, then dressed in both languages and themes.
import { photographCuts } from './cuts.mjs';
import { DESK, LANGUAGES, THEMES } from './darkroom.mjs';
import { typed } from './hands.mjs';
import { issue } from './penalty-acts.mjs';
import { recordsOf } from './records.mjs';
import { DESKS } from './scenes.mjs';
import { painted, settled } from './settled.mjs';
import { strange } from './words.mjs';

const PHONE = { width: 390, height: 844 };
/** so far a screen that scrolls is photographed */
const TALLEST = 2000;
const SWITCH = { vi: 'Tiếng Việt', en: 'English' };

export async function photographConsole(office, darkroom, state) {
  const at = { face: 'console', state };
  await atTheDoor(office, darkroom, at);
  const records = await recordsOf(office);
  for (const [role, scenes] of Object.entries(DESKS)) {
    const desk = await office.as(role);
    const visitor = await darkroom.visitor({ ...at, screen: role }, desk.cookie);
    for (const [name, path, how = {}] of scenes(records))
      if (path) await scene(office, darkroom, visitor, { ...at, screen: `${role}-${name}` }, path, how);
    await visitor.leave();
  }
  for (const more of [
    () => photographCuts(office, darkroom, at, records, inAllDresses),
    () => records.decisionDraft && issue(office, darkroom, at, records.decisionDraft, scene),
  ])
    try {
      await more();
    } catch (error) {
      darkroom.album.find('missing', { ...at, screen: 'what is done with a record' }, String(error.message));
    }
}

async function scene(office, darkroom, visitor, at, path, how) {
  if (!darkroom.album.wants(at.screen)) return;
  const { page } = visitor;
  visitor.at = at;
  try {
    await page.setViewport(DESK);
    await page.goto(`${office.base}/office${path}`, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('main.page');
    await settled(page);
    if (how.act) {
      await how.act(page);
      await settled(page);
    }
    await inAllDresses(darkroom, visitor, at, DESK, how);
    if (how.phone) await inAllDresses(darkroom, visitor, at, PHONE, how);
  } catch (error) {
    darkroom.album.find('missing', at, String(error.message));
  }
}

async function inAllDresses(darkroom, visitor, at, { width, height }, how) {
  const { page } = visitor;
  await page.setViewport({ width, height });
  await page.setViewport({
    width,
    height: how.still && width === DESK.width ? height : Math.min(TALLEST, height + (await page.evaluate(hidden))),
  });
  await painted(page);
  for (const language of LANGUAGES) {
    await speak(page, language);
    for (const theme of THEMES) {
      visitor.at = { ...at, width, language, theme };
      await page.evaluate((t) => document.documentElement.setAttribute('data-mantine-color-scheme', t), theme);
      await darkroom.take(visitor, visitor.at, { only: language === 'en' ? 'picture' : theme === 'dark' ? 'colours' : undefined });
    }
    for (const [kind, words] of await strange(page, language)) darkroom.album.find(kind, { ...at, language }, words);
  }
  await speak(page, 'vi');
}
/** How much of the screen lies below its edge. */
function hidden() {
  const main = document.querySelector('main.page');
  return main ? main.scrollHeight - main.clientHeight : 0;
}

async function speak(page, language) {
  if ((await page.evaluate(() => document.documentElement.lang)) === language) return;
  await page.evaluate(
    (name) => [...document.querySelectorAll('button')].find((b) => b.innerText.trim() === name)?.click(),
    SWITCH[language],
  );
  await page.waitForFunction((l) => document.documentElement.lang === l, { polling: 50, timeout: 5_000 }, language);
  await settled(page);
}

/** Before anybody is signed in. */
async function atTheDoor(office, darkroom, at) {
  const visitor = await darkroom.visitor({ ...at, screen: 'sign-in' });
  await visitor.page.goto(`${office.base}/office/`, { waitUntil: 'networkidle0' });
  await inAllDresses(darkroom, visitor, { ...at, screen: 'sign-in' }, DESK, {});
  await typed('nobody@lachan.demo', 'không phải mật khẩu')(visitor.page);
  await inAllDresses(darkroom, visitor, { ...at, screen: 'sign-in-refused' }, DESK, {});
  await visitor.leave();
  if (!office.newcomer) return;
  const newcomer = await darkroom.visitor({ ...at, screen: 'first-password' }, office.newcomer.cookie);
  await newcomer.page.goto(`${office.base}/office/`, { waitUntil: 'networkidle0' });
  await inAllDresses(darkroom, newcomer, { ...at, screen: 'first-password' }, DESK, {});
  await newcomer.leave();
}
