import { describe, expect, test } from '@jest/globals';
import { moverOf, outcomeOf, type Acts } from './acts.js';
import { daysIn, type PublicPart } from './public-part.js';

const dayOf = daysIn('Asia/Ho_Chi_Minh');
const at = (type: string, more: object = {}, officeAt = '2026-11-25T01:00:00.000Z'): PublicPart => ({ type, officeAt, ...more });

describe('an act of the register', () => {
  const move = moverOf(
    {
      takedown: {
        opens: { event: 'takedown.sent', when: { kind: 'removal' }, state: 'sent' },
        moves: [
          { event: 'takedown.withdrawn', state: 'withdrawn' },
          { event: 'item.replied', item: 'reply' },
          { event: 'item.verified-removed', item: 'verified-removed' },
          { event: 'item.reappeared', item: 'reappeared' },
        ],
      },
    },
    dayOf,
  );
  const after = (...parts: PublicPart[]) => {
    const acts: Acts = new Map();
    parts.forEach((part, i) => move({ seq: i + 1, part: { act: 'a', ...part } }, acts));
    return acts.get('a');
  };
  const sent = at('takedown.sent', { kind: 'removal', platform: 'p', topic: 't', basis: 'b', items: 2 });
  const seen = (type: string, item: string, more: object = {}) => at(type, { item, ...more });
  const outcome = (...parts: PublicPart[]) => outcomeOf(after(sent, ...parts)!).state;

  test('opens with what the public may know of it', () => {
    expect(after(sent)).toMatchObject({
      seq: 1,
      kind: 'takedown',
      day: '2026-11-25',
      platform: 'p',
      topic: 't',
      basis: 'b',
      asked: 2,
      state: 'sent',
    });
    expect(after(at('takedown.sent', { kind: 'withdrawal', items: 2 }))).toBeUndefined();
    expect(after(seen('item.reappeared', '1'))).toBeUndefined();
  });
  test('stands as its links do, and as the last that was seen of each', () => {
    expect(outcome()).toBe('sent');
    expect(outcome(seen('item.replied', '1', { reply: 'refused' }))).toBe('refused');
    expect(outcome(seen('item.verified-removed', '1'), seen('item.replied', '2', { reply: 'refused' }))).toBe('partly-removed');
    expect(outcome(seen('item.verified-removed', '1'), seen('item.verified-removed', '2'))).toBe('removed');
    expect(outcome(seen('item.verified-removed', '1'), seen('item.reappeared', '1'))).toBe('reappeared');
  });
  test('that was withdrawn says so whatever its links did, and one that is sent anew keeps its first day and number', () => {
    expect(outcome(seen('item.verified-removed', '1'), at('takedown.withdrawn'))).toBe('withdrawn');
    const anew = { ...sent, officeAt: '2026-12-01T00:00:00.000Z' };
    expect(after(sent, anew)).toMatchObject({ seq: 1, day: '2026-11-25', changedDay: '2026-12-01', state: 'sent' });
  });
});
