import { expect, test } from '@jest/globals';
import { captureLimits as limits } from './limits.js';
import { limitsReached } from './limits-reached.js';
import type { RawCapture } from './raw.js';

const raw = (more: object): RawCapture =>
  ({ limits, steps: [], post: null, text: '', frameText: '', media: [], exchanges: [], ...more }) as unknown as RawCapture;

test('an ordinary capture reaches no limit', () => {
  expect(
    limitsReached(
      raw({
        steps: [
          { step: 'settle', said: { quiet: true } },
          { step: 'expand', said: { clicks: 2, rounds: 1, left: false } },
          { step: 'scroll', said: { turns: 2, ended: 'end', boxes: [{ turns: 3, ended: 'end' }], more: false, untaken: 0 } },
          { step: 'dom', said: { frames: ['http://b/'], silent: [] } },
        ],
        post: { height: 2_000 },
      }),
    ),
  ).toEqual([]);
});
test('each limit that was reached is named with its figure', () => {
  const steps = [
    { step: 'settle', said: { quiet: false } },
    { step: 'expand', said: { clicks: 30, rounds: 2, left: true } },
    { step: 'scroll', said: { turns: limits.scrolls, ended: 'turns', boxes: [{ turns: 5, ended: 'time' }], more: true, untaken: 4 } },
    { step: 'dom', said: { frames: [], silent: [], cut: 1, more: true } },
  ];
  const all = raw({
    steps,
    post: { height: 10 ** 6 },
    text: 'x'.repeat(limits.text_characters),
    media: Array(limits.media_files),
    exchanges: [{ bytes: limits.mhtml_bytes }],
  });
  expect(limitsReached(all)).toEqual([
    'it was waited for rest no longer than 12 s',
    'no more was opened than by 30 clicks in 2 rounds',
    'the page was scrolled no further than 30 times',
    'the page was scrolled no longer than 12 s',
    'no more than 3 boxes that scroll in the page',
    'the text was not taken at 4 of the turns at which it changed',
    'no picture below 30000 pixels',
    'no text beyond 1000000 characters',
    'no more than 20 files of the post',
    'no document beyond 10000000 characters',
    'no more than 20 documents of frames',
    'no MHTML and no PDF of a page of more than 52428800 bytes',
  ]);
});
