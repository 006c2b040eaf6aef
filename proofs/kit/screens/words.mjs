// Words that do not belong on a screen: an id or key where a word should be, a text of the other language.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '..', '..', '..');
const read = (file) => parse(readFileSync(join(root, file), 'utf8'));
const RAW = [
  /^[a-z]+([.-][a-z]+)+$/, // a key or an id of the house
  /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/,
  /\{[a-z]+\}/,
  /\b(undefined|NaN|\[object)\b/,
];

const own = { vi: new Set(), en: new Set() };
const texts = (language) => ({ ...read(`web/texts/${language}.json`), ...(language === 'vi' ? read('web/texts/vi.desks.json') : {}) });
const [vi, en] = [texts('vi'), texts('en')];
// the switch and what chooses a language name it in itself
for (const key of Object.keys(vi)) if (key !== 'top.language') keep(vi[key], en[key]);
for (const file of ['config/public-pages.yaml', 'config/glossary.yaml', 'config/rights.yaml', 'config/topics.yaml']) pairsOf(read(file));
for (const [one, other] of [
  ['vi', 'en'],
  ['en', 'vi'],
])
  for (const text of [...own[one]]) if (own[other].has(text)) own[one].delete(text);
// a choice of languages names each in itself
for (const name of ['Tiếng Việt', 'English']) for (const language of ['vi', 'en']) own[language].delete(name);

// titles of people are what somebody wrote
for (const { title } of read('config/demo/accounts.yaml').people) own.vi.delete(title);

function keep(inVi, inEn) {
  if (typeof inVi !== 'string' || typeof inEn !== 'string' || inVi === inEn) return;
  own.vi.add(inVi);
  own.en.add(inEn);
}
function pairsOf(node) {
  if (typeof node !== 'object' || node === null) return;
  keep(node.vi, node.en);
  for (const part of Object.values(node)) pairsOf(part);
}

/** What is wrong with the words that are shown, as [kind, words]. */
export async function strange(page, language) {
  const shown = await page.evaluate(wordsShown, language === 'vi' ? 'en' : 'vi');
  const foreign = own[language === 'vi' ? 'en' : 'vi'];
  return shown.flatMap((text) => [
    ...(RAW.some((raw) => raw.test(text)) ? [['raw', text]] : []),
    ...(foreign.has(text) && !own[language].has(text) ? [['language', text]] : []),
  ]);
}

/** Texts and names of what can be seen, but for what people wrote, bytes, and what says that it is in the other language. */
function wordsShown(other) {
  const told = new Set();
  const apart = `script, style, pre, code, textarea, .mono, .letter, [data-said], [lang=${other}]:not(html), .kbd`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim();
    if (text && !node.parentElement.closest(apart) && node.parentElement.getClientRects().length > 0) told.add(text);
  }
  for (const e of document.querySelectorAll('[aria-label], [placeholder], [title]'))
    if (!e.closest(apart))
      for (const name of ['aria-label', 'placeholder', 'title']) if (e.getAttribute(name)) told.add(e.getAttribute(name));
  return [...told].filter((text) => text.length < 400);
}
