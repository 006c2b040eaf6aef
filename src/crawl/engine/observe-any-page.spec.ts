import { describe, expect, test } from '@jest/globals';
import { platformOf } from '../platforms/platform-table.js';
import { linesAround } from './gone-page.js';
import { observe, type Seen } from './observe.js';
import type { Shown } from './shown.js';

const any = platformOf('https://somewhere.example/x');
const shown = (said: string): Shown => ({ legible: said, said, pictured: 0, painted: 10, hidden: 0 });
const what = (s: Partial<Seen>) => {
  const nothing = {
    status: 200,
    fault: null,
    postFound: false,
    url: 'https://somewhere.example/x',
    text: '',
    empty: false,
    incomplete: false,
  };
  const { outcome, observation, ground } = observe({ ...nothing, shown: shown(s.text ?? ''), ...s }, any);
  return [outcome, observation, ground.rule];
};

describe('a page of no known platform', () => {
  const around = 'Phố Mạng Khám phá Hội nhóm Điều khoản Quyền riêng tư Trợ giúp Tuyển dụng Liên hệ quảng cáo '.repeat(4);
  const page = (own: string, headlines = own, more: Partial<Seen> = {}): Partial<Seen> => ({
    text: `${around} ${own}`,
    own: { own, headlines, password: false },
    ...more,
  });
  test('is not present by what stands around it', () => {
    expect(what(page('Rất tiếc, không có gì ở đây'))).toEqual(['partial', 'unclear', 'no-post-found']);
    expect(what(page('Nội dung bị hạn chế ở quốc gia của bạn'))[1]).toBe('blocked-here');
    expect(what(page('Checking your browser before accessing', undefined, { status: 503 }))[1]).toBe('robot-check');
    expect(what(page('Bài viết đã bị xoá'))[2]).toBe('gone-but-text');
  });
  test('is closed by a notice in a heading, whatever few words stand beside it', () => {
    const own = 'Tài khoản này là riêng tư Lê Bảo Ngân 12 bài viết 340 người theo dõi ảnh video';
    expect(what(page(own, 'Lê Bảo Ngân Tài khoản này là riêng tư'))[1]).toBe('private');
  });
  test('is gone by words that its site is known to say around posts, and by no line of the post', () => {
    const notice = 'Bài viết không tồn tại';
    const menu = 'Phố Mạng Khám phá Hội nhóm Đăng nhập';
    const text = `${menu}\n${notice}`;
    const gone = { text, own: { own: notice, headlines: notice, password: false }, shown: shown(text) };
    const seenBefore = `${menu}\nTrần Thị Bưởi\nNước máy quận 5 nhiễm độc rồi bà con ơi\nĐiều khoản`;
    const around = linesAround(seenBefore, 'Nước máy quận 5 nhiễm độc rồi bà con ơi');
    expect(around).toEqual([menu, 'Trần Thị Bưởi', 'Điều khoản']);
    expect(what({ ...gone, around })).toEqual(['gone', 'gone', 'words-gone']);
    expect(what(gone)[2]).toBe('gone-but-text');
    expect(what({ ...gone, around, shown: shown(`${text} Khám phá nước máy`) })[2]).toBe('gone-but-text');
  });
  test('is present by words of its own, few as they are', () => {
    expect(what(page('Chợ Bà Chiểu cháy lúc ba giờ sáng, hàng trăm sạp thiêu rụi, tiểu thương khóc ròng', ''))[1]).toBe('present');
  });
  test('says nothing by words that stand in what somebody wrote', () => {
    const post = 'Minh Phim 2 giờ Đăng nhập để xem phim miễn phí, nhận ngay 500k bấm bình luận';
    expect(what(page(post, ''))).toEqual(['partial', 'unclear', 'words-in-a-long-page']);
    expect(what(page('Quan 2h Police report unusual traffic on Le Loi street', ''))[2]).toBe('words-beside-others');
    expect(what(page('Trang Bài viết không tồn tại', 'Trang'))[2]).toBe('words-in-no-heading');
  });
  test('behind two gates is behind the one that a sign-in does not open', () => {
    const both = 'Nội dung giới hạn độ tuổi. Đăng nhập để xem nội dung này';
    expect(what(page(both))).toEqual(['blocked', 'blocked-here', 'words-age']);
    expect(what(page(`Bài viết đã bị xoá. ${both}`))[2]).toBe('conflicting-signs');
  });
  test('that only asks for a password is a login wall', () => {
    const own = { own: 'Log in to Pho', headlines: 'Log in to Pho', password: true };
    expect(what({ text: `${around} Email Password`, own })).toEqual(['blocked', 'login-wall', 'asks-for-a-password']);
    expect(what({ ...page('chữ '.repeat(60)), own: { ...own, own: 'chữ '.repeat(60) } })[1]).toBe('present');
  });
  test('shows others below a notice: they are not the post', () => {
    const other = { postFound: true, mayBeAnother: true };
    expect(what(page('Bài viết không tồn tại Giá vàng hôm nay', 'Bài viết không tồn tại', other))[1]).toBe('unclear');
    expect(what(page('Giá vàng hôm nay', 'Tin mới', other))[1]).toBe('present');
    expect(what(page('Nghĩa là gì?', 'Bài viết không tồn tại', { postFound: true }))[1]).toBe('present');
  });
});
