import type { ClockFacts } from '../../core/clock/clock-facts.js';
import type { SandboxIs } from '../../core/browser/launch.js';
import type { Robots, RobotsPolicy } from './ask-robots.js';
import type { Exchange } from './exchange.js';
import type { Medium } from './keep-media.js';
import type { Limits } from './limits.js';
import type { FilmFacts } from './media/film-steps.js';
import type { Act, FrameFacts, PageLog } from './page-log.js';
import type { ReadPost } from './read-post.js';
import type { OwnWords } from './own-words.js';
import type { Shown } from './shown.js';
import type { StepRecord } from './timeline.js';
import type { Route } from './way-out.js';
import type { VisitorProfile } from './visitor-table.js';
import type { Cookie } from '../profiles/cookie-file.js';
import type { Withheld } from './withhold.js';

/** Which browser, and whether it must be able to fence itself in. */
export interface BrowserChoice {
  /** empty: the system's, else the bundled one */
  path: string;
  sandbox: SandboxIs;
}

/** What the capture process is told as it starts: all that its browser needs. */
export interface Start {
  cacheDir: string;
  browserHome: string;
  browser: BrowserChoice;
  /** one of config/visitors.yaml */
  visitor: string;
  /** of a session that it will bear, nothing touches the disk */
  inMemory: boolean;
}
/** What it is told when there is something to capture. */
export interface Order {
  url: string;
  allow: string[];
  rawDir: string;
  /** the session that it bears; null: it is signed in nowhere */
  profile: SignedIn | null;
  route: Route;
  robots: RobotsPolicy;
  context: Context;
  house: House;
}
/** A session that somebody gave: of what opens it, nothing is handed over. */
export interface SignedIn extends ProfileName {
  cookies: Cookie[];
  /** whose it is, and of those below them */
  hosts: string[];
}
export interface ProfileName {
  name: string;
  /** of its cookies: grows when it is renewed */
  version: number;
}
/** Who asked and why: the capture's own id, by whose hand or none, for which post, under which law; the look before. */
export type Context = Record<string, string>;
/** What only the house knows of the machine that captures. */
export interface House {
  software: { name: string; version: string; commit: string | null; image: string | null };
  /** by which address the network sees this machine, as whoever runs it says */
  publicAddress: string | null;
  clock: ClockFacts;
}

/** What it hands over as `capture.json` beside bodies and pictures: facts only; the worker decides what they mean. */
export interface RawCapture extends FilmFacts {
  order: { url: string; context: Context; allow: string[] };
  house: House;
  platform: string;
  finalUrl: string;
  startedAt: string;
  endedAt: string;
  steps: StepRecord[];
  post: ReadPost | null;
  /** it went when we closed a box */
  lostByUs: boolean;
  media: Medium[];
  text: string;
  /** what an article on a page of no known platform says; null where the post's own element was found, or no article */
  article: string | null;
  /** what stood in frames of others: kept, and no sign of whether the post is there */
  frameText: string;
  shown: Shown | null;
  /** null: it was never looked at */
  own: OwnWords | null;
  exchanges: Exchange[];
  browser: BrowserFacts;
  acts: Act[];
  page: { console: PageLog['console']; navigations: PageLog['navigations']; frames: FrameFacts | null; left: number };
  visitor: Visitor;
  pictures: Picture[];
  /** how long it took by a clock that nobody sets */
  monotonicMilliseconds: number;
  background: number;
  /** null: nobody asked for it */
  robots: Robots | null;
  /** without the login of its proxy */
  route: Route;
  strays: string[];
  /** null: the visit was signed in nowhere */
  withheld: Withheld | null;
  limits: Limits;
  machine: Machine;
}

export interface BrowserFacts {
  /** when it was ready: before its capture began, where it stood waiting for one */
  openedAt: string;
  version: string;
  revision: string;
  jsVersion: string;
  userAgent: string;
  flags: string[];
  sandbox: boolean;
}
/** As whom the page was visited. Of cookies the names alone: their values open accounts. */
export interface Visitor {
  /** by its name in config/visitors.yaml */
  is: string;
  viewport: { width: number; height: number };
  pixelRatio: number;
  touch: boolean;
  mobile: boolean;
  locale: string;
  acceptLanguage: string;
  timeZone: string;
  hints: VisitorProfile['hints'];
  javascript: true;
  signedIn: ProfileName | false;
  cookiesAtStart: number;
  cookiesAtEnd: { name: string; domain: string }[];
}
/** `file` shows this part of the page, in CSS pixels from its upper left. */
export interface Picture {
  file: string;
  at: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface Machine {
  host: string;
  system: string;
  kernel: string;
  processor: string;
  node: string;
}
