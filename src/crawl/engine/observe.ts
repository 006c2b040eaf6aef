import type { Ground } from '../observations.repository.js';
import type { Platform, Sign } from '../platforms/platform-table.js';
import type { Observation, Outcome } from './exchange.js';
import { asksToSignIn, besideTheWords, isAnother, speaks } from './any-page.js';
import { againstGone, type GonePage } from './gone-page.js';
import type { OwnWords } from './own-words.js';
import { saysAgain } from './says-again.js';
import { signsOf } from './signs.js';

/** What earlier looks read at an address. */
export interface Known {
  /** its post, by its element, wherever it was read */
  known?: string;
  /** the same look by look, as far as it tells what stood at this address: read here, or elsewhere where nothing was read here */
  knownPosts?: readonly string[];
  /** its page, at the first look and the last, where it was present without a post's own element */
  knownPages?: readonly string[];
}
/** What was seen of a page, as far as it decides whether the post is there. */
export interface Seen extends GonePage, Known {
  /** why no answer came */
  fault: string | null;
  /** something came that is no answer */
  unreadable?: boolean;
  /** why the certificate of the page's host is not trusted */
  untrusted?: string | null;
  /** the post's own element was there, with text or media of its own */
  postFound: boolean;
  /** it was there and was not there at the last look */
  takenAway?: boolean;
  /** … when we closed a box */
  lostByUs?: boolean;
  /** what was found may be another post than the one that was asked for */
  mayBeAnother?: boolean;
  /** null: it was never looked at */
  own?: OwnWords | null;
  /** what was asked for is a part of a post: the rest of its page says nothing of it */
  part?: boolean;
  /** the link of a post led to a page that is none */
  ledAway?: boolean;
  /** something of the page is missing: a limit was reached, a step failed */
  incomplete: boolean;
}
export interface Judged {
  outcome: Outcome;
  observation: Observation;
  ground: Ground;
}

/** the rule by which a page without a post's own element is present */
export const PAGE_READ = 'page-with-text';
const OF_SIGN: Record<Sign, [Outcome, Observation]> = {
  gone: ['gone', 'gone'],
  withheld: ['partial', 'unclear'],
  login: ['blocked', 'login-wall'],
  region: ['blocked', 'blocked-here'],
  age: ['blocked', 'blocked-here'],
  private: ['blocked', 'private'],
  robot: ['blocked', 'robot-check'],
};

/** Present, gone, or why neither can be said. Gone is what the platform says and the page does not belie; conflicting signs are unclear. */
export function observe(seen: Seen, platform: Platform): Judged {
  const judged = bySigns(seen, platform);
  if (seen.untrusted && judged.observation === 'gone')
    return {
      outcome: 'partial',
      observation: 'unclear',
      ground: { ...judged.ground, rule: 'certificate-not-trusted', words: seen.untrusted },
    };
  if (seen.untrusted) return { ...judged, ground: { ...judged.ground, words: judged.ground.words ?? seen.untrusted } };
  if (judged.observation !== 'gone') return judged;
  const against = againstGone(seen, platform, judged.ground.words);
  return against ? { outcome: 'partial', observation: 'unclear', ground: { status: judged.ground.status, ...against } } : judged;
}

/** Of several gates the one that a sign-in does not open. */
function oneGate(signs: ReturnType<typeof signsOf>): ReturnType<typeof signsOf> {
  const gates = signs.every((s) => OF_SIGN[s.sign][0] === 'blocked');
  return gates && signs.length > 1 ? signs.filter((s) => s.sign !== 'login').slice(0, 1) : signs;
}
/** A post that is there is there, whatever it quotes. */
function bySigns(seen: Seen, platform: Platform): Judged {
  const { status } = seen;
  if (status === null && seen.unreadable)
    return { outcome: 'failed', observation: 'fetch-failed', ground: { rule: 'answer-unreadable', words: seen.fault ?? undefined } };
  if (status === null)
    return { outcome: 'failed', observation: 'fetch-failed', ground: { rule: 'no-answer', words: seen.fault ?? undefined } };
  if (seen.ledAway && status < 400) {
    const [sign] = signsOf(seen.text, platform);
    if (!sign || seen.postFound) return { outcome: 'partial', observation: 'unclear', ground: { rule: 'led-away-from-the-post', status } };
  }
  const goneStatus = platform.gone_statuses.includes(status);
  const another = seen.postFound && isAnother(seen, platform);
  if (seen.postFound && !another) {
    if (status >= 400) return { outcome: 'partial', observation: 'unclear', ground: { rule: 'post-with-error-status', status } };
    if (platform.articles && !seen.knownPosts?.length && !saysAgain(seen, platform))
      return { outcome: 'partial', observation: 'unclear', ground: { rule: 'page-without-the-post', status } };
    if (seen.takenAway && seen.lostByUs)
      return { outcome: 'partial', observation: 'present', ground: { rule: 'post-lost-by-a-click-of-ours', status } };
    if (seen.takenAway) {
      const said = signsOf(seen.text, platform)
        .map((s) => s.words)
        .join(' | ');
      return said
        ? { outcome: 'partial', observation: 'unclear', ground: { rule: 'post-then-signs', words: said, status } }
        : { outcome: 'partial', observation: 'present', ground: { rule: 'post-taken-away-by-its-page', status } };
    }
    return { outcome: seen.incomplete ? 'partial' : 'complete', observation: 'present', ground: { rule: 'post-found', status } };
  }
  const signs = oneGate(signsOf(seen.text, platform));
  if (signs.length > 1)
    return {
      outcome: 'partial',
      observation: 'unclear',
      ground: { rule: 'conflicting-signs', words: signs.map((s) => s.words).join(' | '), status },
    };
  if (signs.length === 1) {
    const [{ sign, words }] = signs;
    if (goneStatus && sign !== 'gone')
      return { outcome: 'partial', observation: 'unclear', ground: { rule: 'conflicting-signs', words, status } };
    const rule = status < 400 && besideTheWords(seen, platform, sign);
    if (rule) return { outcome: 'partial', observation: 'unclear', ground: { rule, words, status } };
    const [outcome, observation] = OF_SIGN[sign];
    return { outcome, observation, ground: { rule: `words-${sign}`, words, status } };
  }
  if (goneStatus) return { outcome: 'gone', observation: 'gone', ground: { rule: 'status', status } };
  if (status === 401) return { outcome: 'blocked', observation: 'login-wall', ground: { rule: 'status', status } };
  if (status === 451) return { outcome: 'blocked', observation: 'blocked-here', ground: { rule: 'status', status } };
  if (status === 403 || status === 429) return { outcome: 'blocked', observation: 'robot-check', ground: { rule: 'status', status } };
  if (status >= 400) return { outcome: 'failed', observation: 'fetch-failed', ground: { rule: 'status', status } };
  if (asksToSignIn(seen, platform))
    return { outcome: 'blocked', observation: 'login-wall', ground: { rule: 'asks-for-a-password', status } };
  if (!another && speaks(seen, platform) && !saysAgain(seen, platform))
    return { outcome: 'partial', observation: 'unclear', ground: { rule: 'page-without-the-post', status } };
  if (!another && speaks(seen, platform))
    return { outcome: seen.incomplete ? 'partial' : 'complete', observation: 'present', ground: { rule: PAGE_READ, status } };
  return { outcome: 'partial', observation: 'unclear', ground: { rule: 'no-post-found', status } };
}
