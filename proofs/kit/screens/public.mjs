// The public pages, as a citizen has them at a desk and on a phone, in both languages and themes.
import { LANGUAGES, THEMES } from './darkroom.mjs';
import { receiptsOf } from './receipts.mjs';
import { strange } from './words.mjs';

const WIDTHS = [1280, 360];
const HEIGHT = 800;

export async function photographPublic(office, darkroom, state) {
  const visitor = await darkroom.visitor({ face: 'public', state, screen: 'open' });
  const { items } = (await (await office.as('legal')).get('/api/corrections?state=published&limit=100')).body;
  const longest = [...items].sort((a, b) => b.title.length - a.title.length)[0];
  const pages = [
    ['form', '/'],
    ['receipt-box', '/receipt'],
    ['receipt-unknown', '/receipt/XXXX-XXXX-XXXX-XXXX'],
    ...(await receiptsOf(office)).map(([name, code]) => [`receipt-${name}`, `/receipt/${code}`]),
    ['corrections', '/dinh-chinh'],
    ...(longest ? [['correction', `/dinh-chinh/${longest.id}`]] : []),
    ['register', '/register'],
    ['statistics', '/statistics'],
    ['open-data', '/open-data'],
    ['missing', '/khong-co-trang-nay'],
    ['form-refused', '/', refused],
  ];
  for (const [screen, path, act] of pages.filter(([name]) => darkroom.album.wants(`public-${name}`)))
    for (const language of LANGUAGES) {
      await visitor.page.goto(`${office.base}${path}?lang=${language}`, { waitUntil: 'networkidle0' });
      await act?.(visitor.page);
      await inAllDresses(darkroom, visitor, { face: 'public', state, screen, language });
    }
  await visitor.leave();
}

/** Sends the form with what the office refuses. */
async function refused(page) {
  await page.type('[name=url]', 'đây không phải đường dẫn');
  await page.type('[name=note]', 'Tôi nghe hàng xóm kể.');
  await Promise.all([page.waitForNavigation({ waitUntil: 'networkidle0' }), page.$eval('form', (form) => form.submit())]);
}

async function inAllDresses(darkroom, visitor, at) {
  const { page } = visitor;
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: HEIGHT });
    for (const theme of THEMES) {
      visitor.at = { ...at, width, theme };
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await darkroom.take(visitor, visitor.at, { whole: true, only: theme === 'dark' ? 'colours' : undefined });
    }
  }
  for (const [kind, words] of await strange(page, at.language)) darkroom.album.find(kind, at, words);
}
