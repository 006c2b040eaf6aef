import { describe, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Inquiry } from './inquiry.js';
import { captureLimits } from './limits.js';
import type { Session } from './session.js';
import { Timeline } from './timeline.js';

const limits = { ...captureLimits, deaf_processor_milliseconds: 300, deaf_milliseconds: 1_200 };

/** A page that answers after so many milliseconds, or once its scripts are ended; its process works at this rate meanwhile. It leads on so often while it is asked. */
function asked(answersAfter: number, rate: number, leadsOn = 0, says = 'Cannot find context with specified id') {
  const began = Date.now();
  const ended = new AbortController();
  const sent: string[] = [];
  const send = async (method: string) => {
    sent.push(method);
    if (method === 'Runtime.terminateExecution') ended.abort();
    if (method === 'Page.createIsolatedWorld') return { executionContextId: 1 };
    if (method === 'SystemInfo.getProcessInfo')
      return {
        processInfo: [
          { type: 'renderer', cpuTime: ((Date.now() - began) / 1_000) * rate },
          { type: 'GPU', cpuTime: Date.now() },
        ],
      };
    if (method === 'Runtime.evaluate' && leadsOn-- > 0) throw new Error(`Protocol error (Runtime.evaluate): ${says}`);
    if (method === 'Runtime.evaluate') await pause(answersAfter, undefined, { signal: ended.signal }).catch(() => undefined);
    return { result: { value: 'chữ' } };
  };
  const session = { cdp: { send }, control: { send }, page: { mainFrame: () => ({ _id: 'f' }) } };
  const timeline = new Timeline(Date.now() + 10_000);
  const inquiry = new Inquiry(session as unknown as Session, limits, timeline);
  return { sent, inquiry, timeline, answer: inquiry.evaluate('1') };
}

describe('asking a page', () => {
  test('asks nothing more than that where it answers at once', async () => {
    const { sent, answer } = asked(0, 1);
    expect(await answer).toBe('chữ');
    expect(sent).toEqual(['Page.createIsolatedWorld', 'Runtime.evaluate']);
  });
  test('asks anew where the page leads on meanwhile, and not for ever', async () => {
    expect(await asked(0, 1, 2).answer).toBe('chữ');
    await expect(asked(0, 1, 100).answer).rejects.toThrow('Cannot find context');
    await expect(asked(0, 1, 1, 'Execution context was destroyed.').answer).rejects.toThrow('destroyed'); // it may have clicked
  });
  test('waits for one that the machine keeps waiting, which is no fault of its scripts', async () => {
    const { inquiry, timeline, answer } = asked(900, 0.05);
    expect(await answer).toBe('chữ');
    expect([inquiry.stopped, timeline.records]).toEqual([0, []]);
  });
  test.each([
    ['that work on', 60_000, 1],
    ['that wait for ever', 60_000, 0],
  ])('ends the scripts of one %s without an answer, and says so', async (_, answersAfter, rate) => {
    const { inquiry, timeline, answer } = asked(answersAfter, rate);
    expect(await answer).toBe('chữ');
    expect([inquiry.stopped, timeline.records.map((r) => r.step)]).toEqual([1, ['scripts']]);
  });
});
