// What somebody sees who was at work when the session ended, or when the office could not be reached any more.
import { Desk } from '../../../dist/src/demo/seed/desk.js';
import { DESK } from './darkroom.mjs';
import { click } from './hands.mjs';
import { settled } from './settled.mjs';

const NOTE = 'Đã gọi cho ban quản lý chợ; họ xác nhận nước vẫn đạt chuẩn.';
const ENDED = 'form input[autocomplete=current-password]';
const REFUSED = 'main.page [role=alert]';

const CUTS = [
  ['session-ended', (page, desk) => desk.must('/api/sign-out', {}), ENDED],
  ['offline', (page) => page.setOfflineMode(true), REFUSED],
];

/** `dress` takes the pictures. */
export async function photographCuts(office, darkroom, at, { caseFull }, dress) {
  const { email, password } = office.people.find((p) => p.roles.includes('inspector'));
  for (const [screen, cut, then] of CUTS) {
    if (!caseFull || !darkroom.album.wants(screen)) continue;
    const desk = await new Desk(office.base).signIn(email, password);
    const visitor = await darkroom.visitor({ ...at, screen }, desk.cookie);
    const { page } = visitor;
    await page.goto(`${office.base}/office/cases/${caseFull}`, { waitUntil: 'domcontentloaded' });
    await page.waitForSelector('main.page');
    await settled(page);
    for (const language of ['English', 'Tiếng Việt']) await click(language)(page);
    await page.type('#notes textarea', NOTE);
    await cut(page, desk);
    await click('Thêm ghi chú')(page);
    await page.waitForSelector(then);
    await dress(darkroom, visitor, { ...at, screen }, DESK, { still: true });
    await visitor.leave();
  }
}
