import { describe, expect, test } from '@jest/globals';
import { platformOf } from '../platforms/platform-table.js';
import { observe, type Seen } from './observe.js';
import type { Shown } from './shown.js';

const any = platformOf('https://somewhere.example/x');
const shown = (said: string): Shown => ({ legible: said, said, pictured: 0, painted: 10, hidden: 0 });
const what = (s: Partial<Seen>) => {
  const nothing = { status: 200, fault: null, postFound: false, url: 'https://somewhere.example/x', text: '', empty: false };
  const { outcome, observation, ground } = observe({ ...nothing, incomplete: false, shown: shown(s.text ?? ''), ...s }, any);
  return [outcome, observation, ground.rule];
};
/** A page that says this for itself; `around`: what stands around that. */
const page = (own: string, headings: string[] = [own], more: Partial<Seen> = {}, around = ''): Partial<Seen> => ({
  text: `${around} ${own}`,
  own: { own, beside: own, headings, password: false },
  ...more,
});
const MENU = 'Phố Mạng Khám phá Hội nhóm Điều khoản Quyền riêng tư Trợ giúp Tuyển dụng Liên hệ quảng cáo '.repeat(4);
const ARTICLE = 'Chợ Bà Chiểu cháy lúc ba giờ sáng, hàng trăm sạp thiêu rụi, tiểu thương khóc ròng. '.repeat(3);

describe('a page of no known platform', () => {
  test('is present by what it says for itself, and not by what stands around it', () => {
    expect(what(page(ARTICLE, []))).toEqual(['complete', 'present', 'page-with-text']);
    expect(what(page('Rất tiếc, không có gì ở đây', [], {}, MENU))).toEqual(['partial', 'unclear', 'no-post-found']);
    expect(what(page('Bài viết đã bị xoá', undefined, {}, MENU))[1]).toBe('unclear');
  });
  test.each([
    'Thông báo. Tác giả đã rút bài này theo đề nghị của cơ quan chức năng, mong quý độc giả thông cảm và xem tin khác',
    'Hệ thống đang nâng cấp để phục vụ quý khách tốt hơn, hẹn gặp lại lúc 6 giờ sáng mai',
    'Nội dung vi phạm tiêu chuẩn cộng đồng nên đã được chúng tôi ẩn khỏi trang của người đăng',
  ])('is not present by a notice in words that nobody listed: %s', (notice) =>
    expect(what(page(notice, ['Thông báo'], {}, MENU))[1]).toBe('unclear'),
  );
  test('is closed by a notice in a heading, or by one beside little else', () => {
    expect(what(page('Nội dung bị hạn chế ở quốc gia của bạn'))[1]).toBe('blocked-here');
    expect(what(page('Checking your browser before accessing', undefined, { status: 503 }))[1]).toBe('robot-check');
    const profile = 'Tài khoản này là riêng tư Lê Bảo Ngân 12 bài viết 340 người theo dõi';
    expect(what(page(profile, ['Lê Bảo Ngân', 'Tài khoản này là riêng tư']))[1]).toBe('private');
  });
  test('is not the post that was read there by its element, unless it still says it', () => {
    const known = 'Nước máy quận 5 nhiễm độc, ba người chết, cả xóm đang nằm viện';
    const knownPosts = [known];
    expect(what(page(ARTICLE, [], { known, knownPosts }))).toEqual(['partial', 'unclear', 'page-without-the-post']);
    expect(what(page(`${known}. ${ARTICLE}`, [], { known, knownPosts }))[1]).toBe('present');
    const long =
      `Hội chợ xuân khai mạc tối nay ở công viên bờ sông, có múa lân, hát bội và gian hàng của ba mươi hợp tác xã. ${ARTICLE}`.repeat(20);
    expect(what(page(long, [], { known, knownPosts }))[2]).toBe('page-without-the-post');
    const edited = { known: `${ARTICLE} ${ARTICLE}\n${known}`, knownPosts: [`${ARTICLE} ${ARTICLE}`, known] };
    expect(what(page(`${known} ${MENU.repeat(3)}`, [], edited, MENU))[1]).toBe('present');
  });
  test('that was present by its text alone is not present by another text, whatever stands around both', () => {
    const knownPages = [`${MENU} ${ARTICLE}`];
    const other = 'Tên miền này đang được rao bán, quý khách vui lòng để lại số điện thoại, chúng tôi gọi lại trong ngày làm việc. '.repeat(
      3,
    );
    expect(what(page(other, [], { knownPages }, MENU))).toEqual(['partial', 'unclear', 'page-without-the-post']);
    expect(what(page(other, [], { knownPages, postFound: true }, MENU))[2]).toBe('page-without-the-post');
    expect(what(page(ARTICLE, [], { knownPages }, `${MENU} Podcast`))[2]).toBe('page-with-text');
    expect(what(page(`${ARTICLE} 12 bình luận`, [], { knownPages: [other, ARTICLE] }, MENU))[1]).toBe('present');
    expect(what(page(ARTICLE, [], { knownPages, postFound: true }, MENU))[2]).toBe('post-found');
    expect(what(page(other, [], { knownPages, known: other, knownPosts: [other] }, MENU))[1]).toBe('present');
    // what its post said at another address is not what this one said
    expect(what(page(ARTICLE, [], { knownPages, known: other, knownPosts: [] }, MENU))[1]).toBe('present');
  });
  test('is present where the headlines around it are all others, and is not where it was little among much else', () => {
    const report =
      'Chợ Bà Chiểu cháy lúc ba giờ sáng nay, hàng trăm sạp thiêu rụi, tiểu thương khóc ròng bên đống tro; lính cứu hỏa mất bốn tiếng mới dập xong, chưa rõ nguyên nhân, ban quản lý hứa hỗ trợ mỗi hộ mười triệu đồng trước Tết.';
    const headlines = (n: number, many = 8) =>
      Array.from({ length: many }, (_, i) => `Tin thứ ${n + i} nói về việc số ${n * 7 + i} của phường ${n + i}`).join(' ');
    const knownPages = [`${report} ${headlines(1)}`];
    for (const first of [1, 100]) expect(what(page(report, [], { knownPages }, headlines(first)))[1]).toBe('present');
    const among = [`${report} ${headlines(1, 80)}`];
    expect(what(page(report, [], { knownPages: among }, headlines(100)))[2]).toBe('page-without-the-post');
  });
  test('says nothing by words that stand in what somebody wrote', () => {
    const post = 'Minh Phim 2 giờ Đăng nhập để xem phim miễn phí, nhận ngay 500k bấm bình luận';
    expect(what(page(post, []))).toEqual(['partial', 'unclear', 'words-beside-others']);
    expect(what(page('Quan 2h Police report unusual traffic on Le Loi street', []))[2]).toBe('words-beside-others');
    expect(what(page('Trang Bài viết không tồn tại', ['Trang']))[2]).toBe('words-in-no-heading');
    expect(what(page('', [], {}, `${ARTICLE} Nhóm kín bán vé số giả`))[2]).toBe('words-in-a-long-page');
  });
  test.each([
    'Tài khoản này đã bị khóa tạm thời',
    'This account has been suspended',
    'Account Suspended',
    'Bài viết không tồn tại hoặc bạn không thể xem',
    'Nội dung không tồn tại hoặc bạn không thể truy cập',
    'Người dùng không tồn tại hoặc bạn không được xem',
    'Nội dung đã bị gỡ tạm thời',
    'This post has been removed temporarily',
    'Bài viết này đã bị gỡ tạm thời, quản trị viên đang kiểm tra',
    'Video này không còn nữa hoặc tạm thời không xem được',
    'Không tìm thấy nội dung, lỗi máy chủ, vui lòng thử lại',
    'The page you are looking for is temporarily unavailable',
  ])('is not gone by what is said of hidden things, of a while, or of a fault: %s', (notice) => {
    expect(what(page(notice))[1]).not.toBe('gone');
    expect(what(page('Bài viết đã bị xoá'))).toEqual(['gone', 'gone', 'words-gone']);
  });
  test('behind two gates is behind the one that a sign-in does not open', () => {
    const both = 'Nội dung giới hạn độ tuổi. Đăng nhập để xem nội dung này';
    expect(what(page(both))).toEqual(['blocked', 'blocked-here', 'words-age']);
    expect(what(page(`Bài viết đã bị xoá. ${both}`))[2]).toBe('conflicting-signs');
  });
  test('that only asks for a password is a login wall; one that asks for it beside a post is not, nor is it the post', () => {
    const own = { own: 'Log in to Pho', beside: 'Log in to Pho', headings: ['Log in to Pho'], password: true };
    expect(what({ text: 'Log in to Pho Email Password', own })).toEqual(['blocked', 'login-wall', 'asks-for-a-password']);
    const post = 'Chợ Bà Chiểu cháy rồi bà con ơi, đừng đi đường Phan Đăng Lưu';
    expect(what({ text: `${post} Tên Mật khẩu`, own: { ...own, own: post } })[1]).toBe('unclear');
    expect(what({ text: ARTICLE, own: { ...own, own: '' } })[1]).toBe('unclear');
    expect(what({ text: ARTICLE, own: { ...own, own: ARTICLE } })[1]).toBe('unclear');
  });
  test('asks writers alone to sign in', () => {
    for (const gate of ['Vui lòng đăng nhập để bình luận', 'You must be logged in to post a comment.'])
      expect(what(page(`${ARTICLE} ${gate}`, []))[1]).toBe('present');
  });
  test('shows others below a notice: they are not the post', () => {
    const other = { postFound: true, mayBeAnother: true };
    const below = (headings: string[], beside: string, more = {}) => what({ text: `${beside} Giá vàng`, own: { own: beside, beside, headings, password: false }, ...other, ...more }); // prettier-ignore
    expect(below(['Bài viết không tồn tại'], 'Bài viết không tồn tại')[1]).toBe('unclear');
    expect(below([], 'Bài viết không tồn tại')[1]).toBe('unclear');
    expect(below(['Tin mới'], 'Tin mới')[1]).toBe('present');
    expect(below(['Video đã bị gỡ vì đưa tin sai về vụ cháy chợ Bà Chiểu'], '')[1]).toBe('present');
    expect(below(['Bài viết không tồn tại'], '', { mayBeAnother: false })[1]).toBe('present');
  });
});
