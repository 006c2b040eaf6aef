import { expect, test } from '@jest/globals';
import { ReplayApart } from './replay-apart.adapter.js';
import { replayed, type ToReplay } from './replayed.js';

const order = (text: string, more: Partial<ToReplay> = {}): ToReplay => ({
  kind: 'html',
  text,
  url: 'http://a/p',
  at: '/r',
  kept: new Map([['http://a/x.png', { number: 7 }]]),
  frames: new Map([
    [1, 'http://b/'],
    [2, 'http://b/'],
    [3, 'about:srcdoc'],
  ]),
  ...more,
});

test.each([
  ['<iframe src="http://b/" data-document="frame 2"></iframe>', '<iframe sandbox src="/r/frames/2"></iframe>'], // its own number, not the first of its address
  ['<iframe src="http://b/"></iframe>', '<iframe sandbox src="/r/frames/1"></iframe>'],
  ['<iframe srcdoc="" data-document="frame 3"></iframe>', '<iframe sandbox src="/r/frames/3"></iframe>'],
  ['<iframe src="http://b/" data-document="frame 9"></iframe>', '<iframe sandbox></iframe>'], // it was not kept
  ['<iframe src="http://c/"></iframe>', '<iframe sandbox></iframe>'],
])('a frame shows its own document: %s', (html, expected) => {
  expect(replayed(order(html))).toBe(`<!doctype html>${expected}`);
});

test('what is long is written in a thread, to the same letters, while the server goes on', async () => {
  const long = '<img src="/x.png">chữ '.repeat(10_000);
  let turns = 0;
  const turning = setInterval(() => turns++, 1);
  const written = new ReplayApart().write(order(long));
  expect(turns).toBe(0); // nothing was done at once
  expect(await written).toBe(replayed(order(long)));
  clearInterval(turning);
  expect(turns).toBeGreaterThan(0);
});
test('one is written after the other, and nobody waits without end', async () => {
  let [now, most] = [0, 0];
  class Held extends ReplayApart {
    protected override inThread(): Promise<string> {
      most = Math.max(most, ++now);
      return Promise.resolve('').finally(() => now--);
    }
  }
  const apart = new Held();
  const long = order('a{background:url(/x.png)}'.repeat(10_000), { kind: 'css' });
  const all = await Promise.allSettled(Array.from({ length: 34 }, () => apart.write(long)));
  expect(all.filter((a) => a.status === 'rejected').map((a) => String(a.reason))).toEqual(['Problem: busy', 'Problem: busy']);
  expect(most).toBe(1);
  await expect(apart.write(order('x'.repeat(10_000_001)))).rejects.toThrow('too-large');
  expect(await apart.write(order('<p>ngắn</p>'))).toBe('<!doctype html><p>ngắn</p>');
});
