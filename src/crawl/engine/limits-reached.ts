import { LONGEST_DOM } from './dom-html.js';
import type { Expanded } from './expand.js';
import { MOST_FRAMES, type DomKept } from './page-files.js';
import type { RawCapture } from './raw.js';
import type { Scrolled } from './scroll.js';

/** Which limits a capture reached without losing anything of its post: what lies beyond them is not in the package, and it says so. */
export function limitsReached({ limits, steps, post, text, frameText, media, exchanges }: RawCapture): string[] {
  const said = <T>(step: string) => steps.find((s) => s.step === step)?.said as T | undefined;
  const received = exchanges.reduce((sum, e) => sum + e.bytes, 0);
  const expanded = said<Expanded>('expand');
  const scrolled = said<Scrolled & { untaken: number }>('scroll');
  const ways = scrolled ? [scrolled, ...scrolled.boxes] : [];
  const dom = said<DomKept>('dom');
  const reached: [boolean, string][] = [
    [said<{ quiet: boolean }>('settle')?.quiet === false, `it was waited for rest no longer than ${limits.settle_seconds} s`],
    [expanded?.left === true, `no more was opened than by ${expanded?.clicks} clicks in ${expanded?.rounds} rounds`],
    [ways.some((w) => w.ended === 'turns'), `the page was scrolled no further than ${limits.scrolls} times`],
    [ways.some((w) => w.ended === 'time'), `the page was scrolled no longer than ${limits.scroll_seconds} s`],
    [scrolled?.more === true, `no more than ${limits.scroll_boxes} boxes that scroll in the page`],
    [(scrolled?.untaken ?? 0) > 0, `the text was not taken at ${scrolled?.untaken} of the turns at which it changed`],
    [(post?.height ?? 0) > limits.page_pixels, `no picture below ${limits.page_pixels} pixels`],
    [Math.max(text.length, frameText.length) >= limits.text_characters, `no text beyond ${limits.text_characters} characters`],
    [media.length >= limits.media_files, `no more than ${limits.media_files} files of the post`],
    [(dom?.cut ?? 0) > 0, `no document beyond ${LONGEST_DOM} characters`],
    [dom?.more === true, `no more than ${MOST_FRAMES} documents of frames`],
    [received >= limits.mhtml_bytes, `no MHTML and no PDF of a page of more than ${limits.mhtml_bytes} bytes`],
  ];
  return reached.filter(([is]) => is).map(([, says]) => says);
}
