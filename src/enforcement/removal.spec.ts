import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { movedByLooks, provedGone, rollUp, type Look } from './removal.js';
import { ITEM_STATES, type ItemState } from './item.flow.js';

const HOUR = 3_600_000;
const ASKED = new Date('2026-11-01T00:00:00Z');
let serial = 0;
const look = (observation: string, hours: number, way = 'direct'): Look => ({
  observation,
  way,
  at: new Date(ASKED.getTime() + hours * HOUR),
  captureId: `c${++serial}`,
});
const looks = (...given: [string, number, string?][]) => given.map((g) => look(...g));
const ONE_WAY = { hoursApart: 24, ways: 1 };
const TWO_WAYS = { hoursApart: 24, ways: 2 };
const item = (state: ItemState, extra: { claimedAt?: Date; verifiedAt?: Date } = {}) => ({
  state,
  askedAt: ASKED,
  claimedAt: null,
  verifiedAt: null,
  ...extra,
});
const moved = (state: ItemState, given: Look[], extra = {}) => movedByLooks(item(state, extra), given, ONE_WAY)?.to ?? null;
const at = (hours: number) => new Date(ASKED.getTime() + hours * HOUR);

describe('a removal is verified', () => {
  test('by two looks that saw it gone, 24 hours apart, after it was asked for', () => {
    expect(moved('awaiting', looks(['gone', 1], ['gone', 25]))).toBe('verified-removed');
    expect(moved('awaiting', looks(['gone', 1], ['gone', 24.999]))).toBeNull();
  });
  test('never by what members were shown, which neither proves that it is gone nor that it is back', () => {
    const asMember = (observation: string, hours: number) => ({ ...look(observation, hours), signedIn: true });
    expect(moved('awaiting', [look('gone', 1), asMember('gone', 25)])).toBeNull();
    expect(moved('awaiting', [look('gone', 1), asMember('present', 12), look('gone', 25)])).toBe('verified-removed');
    expect(moved('verified-removed', [asMember('present', 30)], { verifiedAt: at(25) })).toBeNull();
  });
  test('never by one look, nor by a hundred within a day', () => {
    expect(moved('awaiting', looks(['gone', 30]))).toBeNull();
    expect(
      moved(
        'awaiting',
        Array.from({ length: 100 }, (_, i) => look('gone', 1 + i / 10)),
      ),
    ).toBeNull();
  });
  test('never by a look from before the request was sent', () => {
    expect(moved('awaiting', looks(['gone', -30], ['gone', 2]))).toBeNull();
    expect(moved('awaiting', looks(['gone', 0], ['gone', 24]))).toBeNull();
  });
  test('not when it was seen in between, however often it was gone before', () => {
    expect(moved('awaiting', looks(['gone', 1], ['present', 20], ['gone', 30]))).toBeNull();
    expect(moved('awaiting', looks(['gone', 1], ['present', 20], ['gone', 30], ['gone', 54]))).toBe('verified-removed');
  });
  test('not when the same moment shows it present and gone', () => {
    expect(moved('awaiting', looks(['gone', 1], ['gone', 26], ['present', 26]))).toBeNull();
  });
  test('although looks in between met a login wall, a block or an error, which prove nothing', () => {
    expect(moved('awaiting', looks(['gone', 1], ['login-wall', 5], ['unclear', 9], ['fetch-failed', 20], ['gone', 25]))).toBe(
      'verified-removed',
    );
    for (const nothing of ['private', 'login-wall', 'blocked-here', 'robot-check', 'fetch-failed', 'unclear'])
      expect(moved('awaiting', looks(['gone', 1], [nothing, 25], [nothing, 50]))).toBeNull();
  });
  test('for a refused or restricted item as well, which are still looked at', () => {
    for (const state of ['refused', 'restricted', 'removed-claimed', 'reappeared'] as const)
      expect(moved(state, looks(['gone', 1], ['gone', 26]))).toBe('verified-removed');
  });
  test('for no item that was withdrawn', () => expect(moved('withdrawn', looks(['gone', 1], ['gone', 26]))).toBeNull());
  test('and says which two looks prove it', () => {
    const given = looks(['gone', 1], ['gone', 10], ['gone', 26], ['gone', 60]);
    expect(movedByLooks(item('awaiting'), given, ONE_WAY)).toEqual({
      to: 'verified-removed',
      captures: [given[0].captureId, given[2].captureId],
      at: given[2].at,
    });
  });
});

describe('where the house has two ways out, a removal is verified', () => {
  const proof = (...given: [string, number, string?][]) =>
    provedGone(looks(...given), ASKED, TWO_WAYS)?.map((l) => [l.way, (l.at.getTime() - ASKED.getTime()) / HOUR]) ?? null;
  test('by one look of each way, a day apart, and never by one way alone', () => {
    expect(proof(['gone', 1], ['gone', 26, 'second'])).toEqual([['direct', 1], ['second', 26]]); // prettier-ignore
    expect(proof(['gone', 1], ['gone', 26], ['gone', 51], ['gone', 500])).toBeNull();
    expect(proof(['gone', 1], ['gone', 20, 'second'])).toBeNull();
  });
  test('not when either way saw it after the other saw it gone', () => {
    expect(proof(['gone', 1], ['present', 20, 'second'], ['gone', 26, 'second'])).toBeNull();
    expect(proof(['gone', 1, 'second'], ['present', 20], ['gone', 30, 'second'], ['gone', 60])).toEqual([['second', 30], ['direct', 60]]); // prettier-ignore
  });
  test('by the first two that prove it, whatever the other way met in between', () => {
    expect(proof(['gone', 1, 'second'], ['gone', 6], ['gone', 26, 'second'], ['robot-check', 27], ['gone', 30.5, 'second'])).toEqual([['direct', 6], ['second', 30.5]]); // prettier-ignore
  });
});

describe('a removed post reappears', () => {
  test('when it is seen after it was verified removed', () => {
    expect(moved('verified-removed', looks(['gone', 1], ['gone', 26], ['present', 70]), { verifiedAt: at(26) })).toBe('reappeared');
    expect(moved('verified-removed', looks(['gone', 1], ['gone', 26], ['unclear', 70]), { verifiedAt: at(26) })).toBeNull();
  });
  test('when it is seen after the platform said that it had removed it, and not for a look before', () => {
    expect(moved('removed-claimed', looks(['present', 3]), { claimedAt: at(2) })).toBe('reappeared');
    expect(moved('removed-claimed', looks(['present', 1]), { claimedAt: at(2) })).toBeNull();
  });
  test('and must be seen gone twice anew', () => {
    expect(moved('reappeared', looks(['gone', 1], ['gone', 26], ['present', 70], ['gone', 80]))).toBeNull();
    expect(moved('reappeared', looks(['gone', 1], ['gone', 26], ['present', 70], ['gone', 80], ['gone', 104]))).toBe('verified-removed');
  });
});

describe('whatever the looks', () => {
  const anyLook = fc
    .record({
      observation: fc.constantFrom('gone', 'gone', 'present', 'unclear', 'login-wall', 'fetch-failed', 'blocked-here'),
      hours: fc.integer({ min: -50, max: 200 }),
    })
    .map(({ observation, hours }) => look(observation, hours));
  const anyLooks = fc.array(anyLook, { maxLength: 12 });

  test('a removal is proved exactly when two looks saw it gone a day apart, after the request, and none saw it since the first', () => {
    fc.assert(
      fc.property(anyLooks, (given) => {
        const holds = given.some((a) =>
          given.some(
            (b) =>
              a.observation === 'gone' &&
              b.observation === 'gone' &&
              a.at > ASKED &&
              b.at.getTime() - a.at.getTime() >= 24 * HOUR &&
              !given.some((p) => p.observation === 'present' && p.at >= a.at),
          ),
        );
        expect(provedGone(given, ASKED, ONE_WAY) !== null).toBe(holds);
      }),
      { numRuns: 2000 },
    );
  });
  test('with two ways it is proved exactly when such two looks went by different ways', () => {
    const byWays = fc.array(
      fc.tuple(anyLook, fc.constantFrom('direct', 'second')).map(([l, way]) => ({ ...l, way })),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(byWays, (given) => {
        const gone = given.filter((l) => l.observation === 'gone' && l.at > ASKED);
        const since = (a: Look) => !given.some((p) => p.observation === 'present' && p.at >= a.at);
        const holds = gone.some((a) => since(a) && gone.some((b) => b.way !== a.way && b.at.getTime() - a.at.getTime() >= 24 * HOUR));
        expect(provedGone(given, ASKED, TWO_WAYS) !== null).toBe(holds);
      }),
      { numRuns: 2000 },
    );
  });
  test('looks that saw neither change no answer', () => {
    fc.assert(
      fc.property(anyLooks, fc.constantFrom(...ITEM_STATES), (given, state) => {
        const plain = given.filter((l) => l.observation === 'gone' || l.observation === 'present');
        const facts = item(state, { claimedAt: at(10), verifiedAt: at(30) });
        expect(movedByLooks(facts, given, ONE_WAY)).toEqual(movedByLooks(facts, plain, ONE_WAY));
      }),
    );
  });
  test('the order in which they are told changes no answer', () => {
    fc.assert(
      fc.property(anyLooks, fc.constantFrom(...ITEM_STATES), (given, state) => {
        const facts = item(state, { claimedAt: at(10), verifiedAt: at(30) });
        expect(movedByLooks(facts, [...given].reverse(), ONE_WAY)?.to).toEqual(movedByLooks(facts, given, ONE_WAY)?.to);
      }),
    );
  });
  test('without any look that saw it gone, nothing is ever verified', () => {
    fc.assert(
      fc.property(anyLooks, fc.constantFrom(...ITEM_STATES), (given, state) => {
        const facts = item(state, { claimedAt: at(10), verifiedAt: at(30) });
        expect(
          movedByLooks(
            facts,
            given.filter((l) => l.observation !== 'gone'),
            ONE_WAY,
          )?.to,
        ).not.toBe('verified-removed');
      }),
    );
  });
});

test('a request is partly done while some of its links are proved removed and others not', () => {
  expect(rollUp(['verified-removed', 'awaiting'])).toBe('partly');
  expect(rollUp(['verified-removed', 'refused'])).toBe('partly');
  expect(rollUp(['verified-removed', 'withdrawn'])).toBe('removed');
  expect(rollUp(['removed-claimed', 'awaiting'])).toBe('open');
  expect(rollUp(['refused', 'restricted'])).toBe('refused');
  expect(rollUp(['withdrawn'])).toBe('none');
});
