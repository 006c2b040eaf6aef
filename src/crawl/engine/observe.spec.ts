import { describe, expect, test } from '@jest/globals';
import { platformOf } from '../platforms/platform-table.js';
import { observe, type Seen } from './observe.js';
import type { Shown } from './shown.js';

const songLo = platformOf('http://world.localhost:4180/p/1');
const any = platformOf('https://somewhere.example/x');
const shown = (legible: string, more: Partial<Shown> = {}): Shown => ({
  legible,
  said: legible,
  pictured: 0,
  painted: 10,
  hidden: 0,
  ...more,
});
const seen = (s: Partial<Seen>): Seen => ({
  status: 200,
  fault: null,
  postFound: false,
  url: 'http://world.localhost:4180/p/1',
  text: '',
  shown: shown(s.text ?? ''),
  empty: false,
  incomplete: false,
  ...s,
});
const what = (s: Partial<Seen>, platform = songLo) => {
  const { outcome, observation, ground } = observe(seen(s), platform);
  return [outcome, observation, ground.rule];
};

describe('what a look at a post says', () => {
  test('a post that is there is present, and a post that quotes the words of removal is there', () => {
    expect(what({ postFound: true, text: 'Họ bảo “Bài viết này đã bị gỡ” nhưng tôi vẫn thấy' })).toEqual([
      'complete',
      'present',
      'post-found',
    ]);
  });
  test('the words of removal without the post mean gone, in Vietnamese, in English and with a typographic apostrophe', () => {
    expect(what({ text: 'Bài viết này đã bị gỡ'.normalize('NFD') })).toEqual(['gone', 'gone', 'words-gone']);
    expect(what({ text: 'This post isn’t on Sóng Lô any more' })).toEqual(['gone', 'gone', 'words-gone']);
  });
  test('a login wall and a region notice are blocks, not removals', () => {
    expect(what({ text: 'Đăng nhập để xem bài viết' })[1]).toBe('login-wall');
    expect(what({ text: 'Nội dung này không khả dụng ở khu vực của bạn.' })[1]).toBe('blocked-here');
  });
  test('words that a hidden post shows as well as a removed one prove neither, and give way to words that say more', () => {
    for (const text of ['Nội dung này hiện không có sẵn', 'This content isn’t available right now'])
      expect(what({ text })).toEqual(['partial', 'unclear', 'words-withheld']);
    const facebook = platformOf('https://www.facebook.com/a/posts/1');
    expect(what({ text: "This content isn't available right now" }, facebook)).toEqual(['partial', 'unclear', 'words-withheld']);
    const youtube = platformOf('https://youtu.be/aaaaaaaaaaa');
    expect(what({ text: 'Video unavailable' }, youtube)[2]).toBe('words-withheld');
    expect(what({ text: 'Video unavailable. This video is private' }, youtube)[1]).toBe('private');
    expect(what({ status: 404, text: 'Video unavailable' }, youtube)[1]).toBe('unclear');
  });
  test('a gate of age is a block, not a removal', () => {
    expect(what({ text: 'Sign in to confirm your age' }, platformOf('https://youtu.be/aaaaaaaaaaa'))[1]).toBe('blocked-here');
  });
  test('signs that contradict each other are unclear', () => {
    expect(what({ text: 'Bài viết này đã bị gỡ. Đăng nhập để xem.' })[1]).toBe('unclear');
    expect(what({ status: 404, text: 'Đăng nhập để xem' })[1]).toBe('unclear');
    expect(what({ status: 404, postFound: true })[1]).toBe('unclear');
  });
  test('no error of the network or of the server is ever a removal', () => {
    for (const status of [null, 500, 502, 503, 403, 429, 401, 451]) expect(what({ status, fault: 'timeout' })[1]).not.toBe('gone');
    expect(what({ status: null, fault: 'silent' })).toEqual(['failed', 'fetch-failed', 'no-answer']);
  });
  test('what no certificate vouches for proves no removal, and a post on it says so', () => {
    const untrusted = 'a.example: its certificate is not trusted (CERT_HAS_EXPIRED)';
    expect(what({ status: 404, untrusted })).toEqual(['partial', 'unclear', 'certificate-not-trusted']);
    expect(observe(seen({ postFound: true, incomplete: true, untrusted }), songLo)).toMatchObject({
      outcome: 'partial',
      observation: 'present',
      ground: { rule: 'post-found', words: untrusted },
    });
  });
  test('bytes that are no answer are a failure with its ground', () => {
    expect(what({ status: null, unreadable: true, fault: 'Invalid header' })).toEqual(['failed', 'fetch-failed', 'answer-unreadable']);
  });
  test('a post that its own page took away was there, and is unclear if the page then says that it is gone', () => {
    expect(what({ postFound: true, takenAway: true })).toEqual(['partial', 'present', 'post-taken-away-by-its-page']);
    expect(what({ postFound: true, takenAway: true, text: 'Bài viết này đã bị gỡ' })).toEqual(['partial', 'unclear', 'post-then-signs']);
  });
  test('a post that went when we closed a box was there, and its page is not blamed for it', () => {
    const gone = 'Bài viết này đã bị gỡ';
    expect(what({ postFound: true, takenAway: true, lostByUs: true, text: gone })).toEqual([
      'partial',
      'present',
      'post-lost-by-a-click-of-ours',
    ]);
  });
  test('posts on a page that the link was led away to are not this post; a sign-in there is one', () => {
    expect(what({ ledAway: true, postFound: true, text: 'Bảng tin' })).toEqual(['partial', 'unclear', 'led-away-from-the-post']);
    expect(what({ ledAway: true, text: 'Đăng nhập để xem' })[1]).toBe('login-wall');
    expect(what({ ledAway: true, status: 404, text: 'Không tìm thấy' })[1]).toBe('gone');
  });
  test('an empty page of a known platform is unclear, never gone and never present', () => {
    expect(what({ text: 'Đang tải…' })).toEqual(['partial', 'unclear', 'no-post-found']);
  });
  test('a long page of an unknown site that quotes the words of removal is not gone', () => {
    expect(what({ text: `${'chữ '.repeat(100)} Bài viết không tồn tại` }, any)[1]).toBe('unclear');
  });
  test('any page with enough text is present, and cut short it is partial', () => {
    expect(what({ text: 'chữ '.repeat(100) }, any)[1]).toBe('present');
    expect(what({ text: 'chữ '.repeat(100), incomplete: true }, any)[0]).toBe('partial');
  });
  test('a page with enough text says nothing of a part of a post that is not on it', () => {
    expect(what({ text: 'chữ '.repeat(100), part: true }, any)).toEqual(['partial', 'unclear', 'no-post-found']);
  });
  describe('that bears the sign of a removal', () => {
    const gone = 'Bài viết này đã bị gỡ';
    const post = 'Nước máy quận Bình Lộ nhiễm độc, ba người chết, chia sẻ ngay cho mọi người';
    test.each<[string, Partial<Seen>]>([
      ['gone-but-text', { status: 404, text: 'chữ của người khác '.repeat(30) }],
      ['gone-but-text', { text: `${gone} ${'chữ của người khác '.repeat(30)}` }],
      ['gone-but-pictures', { status: 410, shown: shown('', { pictured: 960_000 }) }],
      ['gone-but-pictures', { text: gone, shown: shown(gone, { pictured: 960_000 }) }],
      ['gone-words-hidden', { text: `${gone} Nước máy có độc!`, shown: shown('Nước máy có độc!') }],
      ['gone-but-words-of-the-post', { status: 404, text: 'nước máy quận  BÌNH LỘ\u200b nhiễm độc', known: post }],
      ['gone-but-words-of-the-post', { text: `${gone} Xem này!`, known: 'Xem này' }],
      ['gone-but-words-of-the-post', { status: 404, text: 'ngay chia sẻ chết người ba độc nhiễm Lộ Bình quận máy nước', known: post }],
      ['gone-but-words-of-the-post', { status: 404, text: 'n\u034fước m\u0323áy qu\u034fận Bình Lộ nhiễm độc', known: post }],
      ['gone-but-words-of-the-post', { status: 404, text: 'Not found: nuoc may quan Binh Lo nhiem doc', known: post }],
      ['gone-but-words-of-the-post', { status: 404, text: '404 trang không lỗi', known: 'Trang không lỗi' }],
      ['gone-but-text', { status: 404, text: 'Không tìm thấy. Ba chết. Nước độc.' }],
      ['gone-but-text', { status: 404, text: 'Không tìm thấy cođ couN yt' }],
      ['gone-but-text', { status: 404, text: 'Không tìm thấy 💧☠' }],
      ['gone-but-text', { status: 404, text: 'Không tìm thấy '.repeat(60) }],
      ['gone-but-drawn', { status: 404, text: 'Not Found', shown: shown('Not Found', { painted: 400 }) }],
      ['gone-but-hidden-text', { status: 404, text: 'Not Found', shown: shown('Not Found', { hidden: 120 }) }],
      ['gone-but-pictures', { status: 404, text: 'Not Found', shown: shown('Not Found', { pictured: 780 * 51 }) }],
      ['gone-says-nothing', { status: 404, text: '' }],
      ['gone-says-nothing', { status: 404, text: 'Not Found', shown: shown('') }],
      ['gone-not-looked-at', { status: 404, text: 'Không tìm thấy', shown: null }],
    ])('is unclear for the ground %s: %j', (rule, s) => expect(what(s)).toEqual(['partial', 'unclear', rule]));
    test('and is written in fonts of its own is unclear, unless its platform is known to have some', () => {
      const page = { status: 404, text: 'Not Found', ownFonts: true };
      expect(what(page, any)[2]).toBe('gone-but-own-fonts');
      expect(what(page)).toEqual(['gone', 'gone', 'status']);
    });
    test.each<[string, Partial<Seen>]>([
      ['words-gone', { text: `Trang chủ ${gone} Về Sóng Lô`, known: post }],
      ['words-gone', { text: gone, known: `Họ bảo “${gone}” nhưng bài vẫn còn` }],
      ['status', { status: 404, text: 'Không tìm thấy trang', known: post }],
      ['status', { status: 410, empty: true, shown: null }],
      ['status', { status: 404, text: '404 Not Found nginx/1.25.3', shown: shown('404 Not Found nginx/1.25.3', { pictured: 4_996 }) }],
      [
        'status',
        {
          status: 404,
          text: 'Not Found The requested URL /p/1 was not found on this server. Apache/2.4.57 (Debian) Server at world.localhost Port 80',
        },
      ],
      ['status', { status: 404, text: '404 This is not the web page you are looking for. Go back to the home page, or contact support.' }],
      ['status', { status: 410, text: 'Rất tiếc! Trang bạn đang tìm không tồn tại hoặc đã bị xoá. Vui lòng quay lại trang chủ.' }],
      ['status', { status: 404, text: '4\ufe0f04 — Không tìm thấy trang', known: post }],
    ])('and shows nothing more is gone by %s: %j', (rule, s) => expect(what(s)).toEqual(['gone', 'gone', rule]));
  });
});
