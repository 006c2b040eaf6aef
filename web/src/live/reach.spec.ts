import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { call } from '../api/client.js';
import { hear, lineNow, listen, type Message } from './bus.js';
import { find, lostNow, shown, watchReach } from './reach.js';

describe('whether the office is reached', () => {
  const browser = Object.assign(new EventTarget(), { navigator: { onLine: true }, document: { documentElement: { lang: 'vi' } } });
  const heard: Message[] = [];
  let ends: (() => void)[] = [];
  const state = () => shown(lineNow(), lostNow()).state;
  const { fetch } = globalThis;
  const answers = (how: () => Promise<Response>) => void (globalThis.fetch = how);
  const answer = (status: number) => answers(() => Promise.resolve(new Response('{}', { status })));
  beforeEach(() => {
    for (const name of ['addEventListener', 'removeEventListener'] as const)
      Object.defineProperty(globalThis, name, { configurable: true, value: browser[name].bind(browser) });
    for (const name of ['navigator', 'document'] as const)
      Object.defineProperty(globalThis, name, { configurable: true, value: browser[name] });
    ends = [watchReach(), listen((message) => void heard.push(message))];
    hear({ type: 'line', state: 'live', since: 1 });
    heard.length = 0;
  });
  afterEach(() => {
    for (const end of ends) end();
    find();
    hear({ type: 'line', state: 'none', since: 2 });
    globalThis.fetch = fetch;
  });

  test('is said at once, though the line still seems to stand', async () => {
    expect(state()).toBe('live');
    browser.dispatchEvent(new Event('offline'));
    expect(shown(lineNow(), lostNow())).toEqual({ state: 'offline', since: lostNow() });
    browser.dispatchEvent(new Event('online'));
    expect(state()).toBe('live');
    answers(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(call('GET', '/counts')).rejects.toMatchObject({ problem: { code: 'unreachable' } });
    expect(state()).toBe('offline');
  });
  test('is asked of every call: one that is answered ends it, and then everything is read anew', async () => {
    answer(502);
    await expect(call('GET', '/counts')).rejects.toThrow();
    hear({ type: 'beat' });
    expect([state(), heard]).toEqual(['offline', [{ type: 'beat' }]]);
    answer(200);
    await call('GET', '/counts');
    expect([state(), heard.at(-1)]).toEqual(['live', { type: 'moved', rooms: 'all' }]);
  });
  test('is known again when the line stands again', () => {
    browser.dispatchEvent(new Event('offline'));
    hear({ type: 'line', state: 'reconnecting', since: 3 });
    expect(state()).toBe('offline');
    hear({ type: 'line', state: 'live', since: 4 });
    expect(state()).toBe('live');
  });
});
