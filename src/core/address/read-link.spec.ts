import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.js';
import { parseYaml } from '../yaml-file.js';
import { addressRules } from './address-table.js';
import type { PlatformLinks } from './link-form.js';
import { linkFaults, platformLinks } from './platform-links.js';
import { readLink } from './read-link.js';

interface Line {
  url: string;
  /** platform, kind and the names that the address holds */
  is: string;
  same?: string;
  short?: boolean;
  of: string[];
}
const fixtures = join(projectRoot, 'test', 'fixtures', 'link-forms.yaml');
const table = parseYaml(readFileSync(fixtures, 'utf8'), 'link-forms.yaml').value as Line[];
const read = (text: string) => readLink(text, addressRules, platformLinks);
const sameOf = (text: string): string => {
  const link = read(text);
  return link.ok ? link.same : link.reason;
};
const told = (text: string) => {
  const link = read(text);
  if (!link.ok || !link.form) return link;
  const { url, same, form } = link;
  return { url, same, is: form.platform, kind: form.kind, ids: form.ids, short: form.short };
};

describe('a link of a platform', () => {
  const forms = table.flatMap((line) => line.of.map((given) => [given, line] as const));
  test('is known in 200 forms and more, each of them another', () => {
    expect(new Set(forms.map(([given]) => given)).size).toBe(forms.length);
    expect(forms.length).toBeGreaterThan(200);
  });
  test.each(forms)('%s is what it is', (given, { url, is, same = url, short = false }) => {
    const [platform, kind, ...names] = is.split(' ');
    const ids = Object.fromEntries(names.map((n) => [n.slice(0, n.indexOf('=')), n.slice(n.indexOf('=') + 1)]));
    expect(told(given)).toEqual({ url, same, is: platform, kind, ids, short });
  });
  test('read again where it is opened, it is the same', () => {
    const astray = forms.filter(([given]) => {
      const link = read(given);
      return !link.ok || sameOf(link.url) !== link.same;
    });
    expect(astray.map(([given]) => given)).toEqual([]);
  });
});

describe('links that look alike and are not one', () => {
  test.each([
    ['two comments of a post', 'https://www.facebook.com/a.b/posts/1?comment_id=2', 'https://www.facebook.com/a.b/posts/1?comment_id=3'],
    ['a comment and its post', 'https://www.facebook.com/a.b/posts/1?comment_id=2', 'https://www.facebook.com/a.b/posts/1'],
    ['a reply and its comment', 'https://fb.com/a/posts/1?comment_id=2&reply_comment_id=3', 'https://fb.com/a/posts/1?comment_id=2'],
    ['two photos of an album', 'https://www.facebook.com/photo/?fbid=1&set=a.9', 'https://www.facebook.com/photo/?fbid=2&set=a.9'],
    ['one number of two owners', 'https://www.facebook.com/a.b/posts/12345', 'https://www.facebook.com/c.d/posts/12345'],
    ['one number of two channels', 'https://t.me/songlo/5', 'https://t.me/binhlo/5'],
    ['one number in two groups', 'https://www.facebook.com/groups/1/posts/5', 'https://www.facebook.com/groups/2/posts/5'],
    ['two films of a list', 'https://www.youtube.com/watch?v=aaaaaaaaaaa&list=PL1', 'https://www.youtube.com/watch?v=bbbbbbbbbbb&list=PL1'],
    ['large and small letters of a film', 'https://youtu.be/aaaaaaaaaaa', 'https://youtu.be/aaaaaaaaaaA'],
    ['large and small letters of a short link', 'https://vt.tiktok.com/ZSab/', 'https://vt.tiktok.com/ZSaB/'],
    ['two posts of a thread', 'https://voz.vn/t/a.1/#post-2', 'https://voz.vn/t/a.1/#post-3'],
    ['two pages of a thread', 'https://voz.vn/t/a.1/page-2', 'https://voz.vn/t/a.1/'],
    ['two shops on one path', 'https://shop.example/t/ao-len/12', 'https://shop.example/t/quan-bo/12'],
    ['two goods of a shop', 'https://shop.example/t/ao.12', 'https://shop.example/t/quan.12'],
    ['a page and a post of one number', 'https://shop.example/p/12', 'https://shop.example/posts/12'],
    ['one number of two newspapers', 'https://vnexpress.net/a-4712345.html', 'https://vietnamnet.vn/a-4712345.html'],
    ['another program on the platform’s host', 'https://developers.facebook.com/a.b/posts/1', 'https://www.facebook.com/a.b/posts/1'],
    ['a host that only ends alike', 'https://notfacebook.com/a.b/posts/1', 'https://www.facebook.com/a.b/posts/1'],
    ['a port', 'https://www.facebook.com:8443/a.b/posts/1', 'https://www.facebook.com/a.b/posts/1'],
    ['an article without a number and its section', 'https://thanhnien.vn/thoi-su/nuoc-may-co-doc.htm', 'https://thanhnien.vn/thoi-su'],
    ['two articles of a section', 'https://thanhnien.vn/thoi-su/nuoc-may.htm', 'https://thanhnien.vn/thoi-su/nuoc-gieng.htm'],
    ['a comment whose name cannot be read and its post', 'https://fb.com/a/posts/1?comment_id=2-3', 'https://fb.com/a/posts/1'],
    [
      'an answer whose name cannot be read and its comment',
      'https://fb.com/a/posts/1?comment_id=2&reply_comment_id=3-4',
      'https://fb.com/a/posts/1?comment_id=2',
    ],
    ['a host that only begins as a search does', 'https://google.shop/url?q=https%3A%2F%2Fbao.example%2Ftin', 'https://bao.example/tin'],
    ['a query that says which', 'https://bao.example/tin?id=1', 'https://bao.example/tin?id=2'],
  ])('%s', (_, one, other) => expect(sameOf(one)).not.toBe(sameOf(other)));
});

describe('any other link', () => {
  test.each([
    ['the order of its query', 'https://bao.example/tin?b=2&a=1', 'https://bao.example/tin?a=1&b=2'],
    ['the way in which its letters are written', 'https://bao.example/%7ean/%c3%a1', 'https://bao.example/~an/%C3%A1'],
    ['a view for telephones', 'https://bao.example/tin-1?amp', 'https://bao.example/tin-1'],
    [
      'a cache around it',
      'https://bao-example.cdn.ampproject.org/v/s/bao.example/tin-1?amp_js_v=0',
      'https://bao.example/tin-1?amp_js_v=0',
    ],
    ['a way through a search', 'https://google.co.th/amp/s/bao.example/tin', 'https://bao.example/tin'],
    ['a way to it', 'https://www.google.com.vn/url?url=https%3A%2F%2Fb%C3%A1o.vn%2Ftin', 'https://xn--bo-mia.vn/tin'],
  ])('is the same whatever %s', (_, one, other) => expect(sameOf(one)).toBe(sameOf(other)));
  test('is opened as it was given', () => {
    expect(read('https://bao.example/tin?b=2&a=1')).toMatchObject({ url: 'https://bao.example/tin?b=2&a=1', form: null });
  });
  test.each([
    ['tg://resolve?domain=songlo&post=1', 'unsupported-scheme'],
    ['https://l.facebook.com/l.php?u=http%3A%2F%2F127.0.0.1%2Fx', 'private-address'],
    ['https://www.google.com/url?q=http%3A%2F%2F169.254.169.254%2Flatest', 'private-address'],
    ['https://www.google.com/amp/s/localhost.local/x', 'private-address'],
  ])('%s is refused: %s', (given, reason) => expect(read(given)).toEqual({ ok: false, reason }));
  test.each(['https://mxh.example.vn/p/9', 'https://shop.example/topic/1', 'https://bao.example/tin-4712345.html'])(
    '%s is of no platform',
    (given) => expect(read(given)).toMatchObject({ url: given, form: null }),
  );
  test('a way to something that is no page stays what it is', () => {
    const given = 'https://l.facebook.com/l.php?u=javascript%3Aalert(1)';
    expect(read(given)).toMatchObject({ ok: true, url: given });
  });
  test('each way to another address is an expression that was made at the start', () => {
    expect(addressRules.wrappers.map(({ at }) => at.source)).toEqual(addressRules.wrappers.map(({ from }) => new RegExp(from, 'u').source));
  });
  test('ways around ways end', () => {
    let link = 'https://bao.example/tin';
    for (let i = 0; i < 6; i++) link = `https://l.facebook.com/l.php?u=${encodeURIComponent(link)}`;
    expect(read(link)).toMatchObject({ ok: true });
  });
  test('read twice is the same as once', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (text) => {
        const once = read(text);
        if (once.ok) expect(sameOf(once.url)).toBe(once.same);
      }),
    );
  });
});

describe('a table of forms refuses to start', () => {
  const platform = (form: object): PlatformLinks => ({
    key: 'x',
    hosts: ['x.example'],
    links: [{ kind: 'post', path: ['/p/{post}'], canonical: 'https://x.example/p/{post}', examples: ['https://x.example/p/1'], ...form }],
  });
  test.each([
    ['that does not know its own example', { examples: ['https://x.example/q/1'] }, 'examples'],
    ['whose template names what its form does not have', { canonical: 'https://x.example/{owner}/{post}' }, 'canonical'],
    ['of a kind that nobody knows', { kind: 'poem' }, 'kind'],
    ['without an example', { examples: [] }, 'examples'],
    ['that opens something else', { canonical: 'https://x.example/other/{post}' }, 'examples'],
  ])('%s', (_, form, place) => {
    const [fault] = linkFaults(platform(form));
    expect(fault.path).toContain(place);
  });
  test('and none of ours is', () => expect(linkFaults(platform({}))).toEqual([]));
});
