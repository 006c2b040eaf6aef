import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Observation, Outcome } from '../../../src/crawl/engine/exchange.js';

export type Serve = (request: IncomingMessage, response: ServerResponse) => void;
/** One way in which a page resists, and what a capture of it must come to. */
export interface Situation {
  name: string;
  path: string;
  /** where it is not already served by the sites of the kit */
  serve?: Record<string, string | Serve>;
  is: [Outcome, Observation];
  /** as good, where the machine decides which of the two it is */
  or?: Situation['is'];
  /** stands in the text of the post */
  text?: string;
  /** what the package must say: among what is missing, the ground, the acts, the faults of exchanges and steps */
  says?: RegExp;
  /** takes most of the time that a capture may */
  slow?: boolean;
  /** how often the page itself may be asked for */
  asked?: number;
}

export const article = (text: string, more = '', head = ''): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Một bài đăng</title>${head}</head><body><article data-post="1"><a class="author">Nguyễn Thử</a><div class="text">${text}</div></article>${more}</body></html>`;
export const script = (source: string): string => `<script>${source}</script>`;
/** A page of a post and what else it holds. */
export const posted = (name: string, path: string, more: string, rest: Partial<Situation> = {}): Situation => {
  const { serve = {}, ...others } = rest;
  return {
    name,
    path,
    serve: { [path]: article(name, more), ...serve },
    is: ['complete', 'present'],
    text: name,
    ...others,
  };
};
export const sendTo =
  (location: string): Serve =>
  (_, r) =>
    void r.writeHead(302, { location }).end();
