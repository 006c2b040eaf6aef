import { readTable, type Fault } from '../../core/table.js';
import type { RobotsPolicy } from './ask-robots.js';

export interface Limits {
  robots: RobotsPolicy;
  robots_agent: string;
  seconds: number;
  ready_minutes: number;
  total_bytes: number;
  body_bytes: number;
  sent_bytes: number;
  socket_bytes: number;
  requests: number;
  redirects: number;
  upstream_seconds: number;
  page_pixels: number;
  quiet_milliseconds: number;
  settle_seconds: number;
  deaf_processor_milliseconds: number;
  deaf_milliseconds: number;
  scrolls: number;
  scroll_boxes: number;
  scroll_seconds: number;
  clicks: number;
  expand_seconds: number;
  text_characters: number;
  same_words: number;
  same_page: number;
  same_page_least: number;
  media_files: number;
  media_seconds: number;
  films: number;
  film_seconds: number;
  film_bytes: number;
  film_pieces: number;
  film_list_bytes: number;
  film_bandwidth: number;
  film_height: number;
  frames: number;
  frames_seconds: number;
  frame_every_seconds: number;
  frame_pixels: number;
  /** what closes a consent box, the least that is granted first, and what such a box is about; words in lower case */
  consent: { selectors: string[]; words: string[]; about: string[] };
  /** what opens a part of a post: once, or each time more of a list; words in lower case, without figures and marks */
  see_more: { words: string[]; lists: string[] };
  mhtml_bytes: number;
  background: string[];
  inside_names: string[];
}

const POLICIES: RobotsPolicy[] = ['ignore', 'record', 'obey'];

/** `config/capture.yaml`, checked. */
export const captureLimits = readTable<Limits>('capture.yaml', (t): Fault[] => [
  ...Object.entries(t)
    .filter(([, v]) => (typeof v === 'number' ? !(v > 0) : !v))
    .map(([key]) => ({ path: [key], says: `${key} must be positive` })),
  ...(POLICIES.includes(t.robots) ? [] : [{ path: ['robots'], says: `robots must be one of ${POLICIES.join(', ')}` }]),
]);
