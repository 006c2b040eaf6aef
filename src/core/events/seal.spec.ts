import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { canonical } from './canonical.js';
import { digestOf, GENESIS, headOf, partsOf } from './seal.js';

const at = { recordedAt: new Date('2026-11-24T01:02:03.004Z'), officeAt: new Date('2026-11-25T01:02:03.004Z') };
const event = {
  type: 'claim.approved',
  v: 1,
  public: { topic: 'y-te' },
  office: { claimId: 'c-1', versionId: 'v-1' },
  actor: 's-1',
  subject: 'c-1',
} as never;
const example = () => partsOf(event, at, '11111111-2222-4333-8444-555555555555', ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBB']);

describe('the format of the log', () => {
  test('its public part is these bytes', () => {
    expect(example().publicPart.toString()).toBe(
      '{"format":"lachan-event/1","id":"11111111-2222-4333-8444-555555555555","nonce":"AAAAAAAAAAAAAAAAAAAAAA","officeAt":"2026-11-25T01:02:03.004Z","part":"public","recordedAt":"2026-11-24T01:02:03.004Z","topic":"y-te","type":"claim.approved","v":1}',
    );
  });
  test('its office part is these bytes', () => {
    expect(example().officePart.toString()).toBe(
      '{"actor":"s-1","data":{"claimId":"c-1","versionId":"v-1"},"format":"lachan-event/1","id":"11111111-2222-4333-8444-555555555555","nonce":"BBBBBBBBBBBBBBBBBBBBBB","officeAt":"2026-11-25T01:02:03.004Z","part":"office","recordedAt":"2026-11-24T01:02:03.004Z","subject":"c-1","type":"claim.approved","v":1}',
    );
  });
  test('digest and head follow from the bytes alone', () => {
    const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const { publicPart, officePart } = example();
    const digest = sha(sha(publicPart), sha(officePart));
    expect(digestOf(publicPart, officePart)).toEqual(digest);
    expect(headOf(1n, GENESIS, digest)).toEqual(sha(Buffer.from('0000000000000001', 'hex'), Buffer.alloc(32), digest));
    expect(headOf(258n, digest, digest)).toEqual(sha(Buffer.from('0000000000000102', 'hex'), digest, digest));
  });
  test('what a room calls its own field cannot replace a field of the frame', () => {
    const forged = partsOf({ ...(event as object), public: { id: 'other', part: 'office', topic: 'x' } } as never, at);
    expect(JSON.parse(forged.publicPart.toString())).toMatchObject({ id: forged.id, part: 'public' });
  });
  test('two events that say the same have different bytes', () => {
    expect(partsOf(event, at).publicPart.equals(partsOf(event, at).publicPart)).toBe(false);
  });
});

describe('canonical JSON', () => {
  test('does not depend on the order in which things were said, and reads back the same', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'grapheme' }),
          fc.oneof(fc.maxSafeInteger(), fc.boolean(), fc.constant(null), fc.string({ unit: 'grapheme' })),
          { noNullPrototype: true },
        ),
        (value) => {
          const turned = Object.fromEntries(Object.entries(value).reverse());
          expect(canonical(turned)).toBe(canonical(value));
          expect(JSON.parse(canonical(value))).toEqual(value);
        },
      ),
    );
  });
  test('refuses what has no exact form', () => {
    for (const value of [1.5, NaN, 2 ** 60, '\ud800', new Date(), () => 1, 1n]) expect(() => canonical(value)).toThrow(TypeError);
  });
});
