import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Snapshot } from '../../src/crawl/engine/page-text.js';

/** What a page that says it is gone still shows, and the rule that hears it. */
export const STILL_THERE = [
  ['/p/gone-text', 'gone-but-text'],
  ['/p/gone-then-text', 'gone-but-text'],
  ['/p/gone-picture', 'gone-but-pictures'],
  ['/p/gone-background', 'gone-but-pictures'],
  ['/p/gone-canvas', 'gone-but-pictures'],
  ['/p/gone-frame', 'gone-but-pictures'],
  ['/p/gone-tiny', 'gone-words-hidden'],
  ['/p/gone-white', 'gone-words-hidden'],
  ['/p/gone-clipped', 'gone-words-hidden'],
  ['/p/gone-aside', 'gone-words-hidden'],
  ['/p/gone-style', 'gone-words-hidden'],
  ['/p/gone-reversed', 'gone-but-text'],
  ['/p/gone-marked', 'gone-but-text'],
  ['/p/gone-head', 'gone-but-pictures'],
  ['/p/gone-before', 'gone-but-text'],
  ['/p/gone-shadow-root', 'gone-but-text'],
  ['/p/gone-srcdoc', 'gone-but-pictures'],
  ['/p/gone-shadows', 'gone-but-drawn'],
  ['/p/gone-marker', 'gone-but-text'],
  ['/p/gone-counter', 'gone-but-text'],
  ['/p/gone-marquee', 'gone-but-text'],
  ['/p/gone-far-below', 'gone-but-text'],
  ['/p/gone-details', 'gone-but-text'],
  ['/p/gone-value', 'gone-but-pictures'],
  ['/p/gone-late', 'gone-says-nothing'],
  ['/p/gone-acrostic', 'gone-but-hidden-text'],
] as const;
export const GONE = ['/p/gone-svg', '/p/nothing-at-all', '/p/gone-nginx', '/p/gone-apache', '/p/gone-sentences'] as const;

/** What a browser had painted of each of these pages: kept by `npm run prove -- captures record`. */
export interface Recorded {
  browser: string;
  styles: string[];
  width: number;
  pages: Record<string, { url: string; status: number; bytes: number; snapshot: Snapshot }>;
}
export const RECORDED = join(import.meta.dirname, '..', 'fixtures', 'gone-pages.json.gz');
export const recorded = (): Recorded => JSON.parse(gunzipSync(readFileSync(RECORDED)).toString()) as Recorded;
