import { OF_NETWORK } from './of-network.js';
import { OF_OPENING } from './of-opening.js';
import { OF_SCRIPTS } from './of-scripts.js';
import type { Situation } from './situation.js';

/** What the other sites of the kit serve, which their own suites look at more closely. */
const KNOWN: [name: string, path: string, ...is: Situation['is']][] = [
  ['an ordinary post', '/p/plain', 'complete', 'present'],
  ['a removed post, said with status 200', '/p/removed', 'gone', 'gone'],
  ['a removed post, by its status', '/p/404', 'gone', 'gone'],
  ['a login wall', '/p/login', 'blocked', 'login-wall'],
  ['withheld in a region', '/p/region', 'blocked', 'blocked-here'],
  ['a live post that quotes the words of removal', '/p/quoting', 'complete', 'present'],
  ['a server in trouble', '/p/error', 'failed', 'fetch-failed'],
  ['a packed page', '/p/gzip', 'complete', 'present'],
  ['a redirect without end', '/p/loop', 'failed', 'fetch-failed'],
  ['a post that leads to the start page', '/p/sent-home', 'partial', 'unclear'],
  ['a post that leads to a login wall', '/p/sent-to-login', 'blocked', 'login-wall'],
  ['a body that never ends', '/p/endless', 'partial', 'present'],
  ['a storm of dialogs', '/p/storm', 'partial', 'present'],
  ['a loop that never ends', '/p/spin', 'partial', 'present'],
  ['a dialog in a loop', '/p/nagging', 'partial', 'present'],
  ['a post erased after a moment', '/p/eraser', 'partial', 'present'],
  ['a post erased at once', '/p/quick-eraser', 'partial', 'present'],
  ['a page that lies to scripts', '/p/liar', 'complete', 'present'],
  ['text that comes late', '/p/late', 'complete', 'present'],
  ['nine hundred levels', '/p/deep', 'complete', 'present'],
  ['calls to the inside', '/p/inside', 'complete', 'present'],
  ['media that are called what they are not', '/p/strange-media', 'complete', 'present'],
  ['a film asked for in pieces', '/p/film-in-pieces', 'complete', 'present'],
  ['a film that its server has not got', '/p/film-missing', 'complete', 'present'],
  ['words of removal over a live text', '/p/gone-text', 'partial', 'unclear'],
  ['words of removal that nobody can see', '/p/gone-white', 'partial', 'unclear'],
  ['a removed post drawn with shadows', '/p/gone-shadows', 'partial', 'unclear'],
];

/** They take most of the time that a capture may, or much memory. */
const SLOW = [
  'drops',
  'never',
  'script-never',
  'heavy-picture',
  'vast-picture',
  'bomb',
  'bomb-script',
  'endless-picture',
  'font-never',
  'styles',
  'memory',
  'workers',
  'worker-storm',
  'scrolls',
  'long',
  'much-text',
  'levels',
  'pictures',
  'frame-spins',
  'billion',
  'writes',
  'refreshes',
  'reloads',
  'events',
  'unload',
  'windows',
  'histories',
  'box-scrolls',
  'boxes',
  'more-spins',
];
export const SITUATIONS: Situation[] = [
  ...KNOWN.map(([name, path, ...is]) => ({ name, path, is, ...(path === '/p/plain' ? { asked: 1 } : {}) }) as Situation),
  ...[...OF_NETWORK, ...OF_SCRIPTS, ...OF_OPENING].map((s) => ({ ...s, slow: SLOW.includes(s.path.slice(3)) })),
];
