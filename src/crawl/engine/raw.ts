import type { SandboxIs } from '../../core/browser/launch.js';
import type { Exchange } from './exchange.js';
import type { Medium } from './keep-media.js';
import type { Limits } from './limits.js';
import type { FilmFacts } from './media/film-steps.js';
import type { ReadPost } from './read-post.js';
import type { Shown } from './shown.js';
import type { StepRecord } from './timeline.js';

/** Which browser, and whether it must be able to fence itself in. */
export interface BrowserChoice {
  /** empty: the system's, else the bundled one */
  path: string;
  sandbox: SandboxIs;
}

/** What the capture process is told. */
export interface Order {
  url: string;
  allow: string[];
  rawDir: string;
  cacheDir: string;
  browserHome: string;
  browser: BrowserChoice;
  context: Record<string, string>;
}

/** What it hands over as `capture.json` beside bodies and pictures: facts only; the worker decides what they mean. */
export interface RawCapture extends FilmFacts {
  order: { url: string; context: Record<string, string>; allow: string[] };
  platform: string;
  finalUrl: string;
  startedAt: string;
  endedAt: string;
  steps: StepRecord[];
  post: ReadPost | null;
  media: Medium[];
  text: string;
  shown: Shown | null;
  exchanges: Exchange[];
  browser: { version: string; userAgent: string; flags: string[]; sandbox: boolean };
  dialogs: number;
  popups: number;
  background: number;
  strays: string[];
  limits: Limits;
  machine: { kernel: string; node: string };
}
