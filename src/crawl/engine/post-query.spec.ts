import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { certificatesIn } from '../../core/evidence/stamp/certificate.js';
import { stampRequest } from '../../core/evidence/stamp/request.js';
import { verifyToken } from '../../core/evidence/stamp/verify-token.js';
import { TestAuthority, type Trick } from '../../../test/kit/tsa.js';
import { postQuery } from './post-query.js';

const HASH = 'ab'.repeat(32);
const BYTES = 65_536;

describe('a time-stamp authority', () => {
  let authority: TestAuthority;
  const ask = (trick: Trick, allow = [authority.host], milliseconds = 30_000) => {
    authority.trick = trick;
    return postQuery(authority.url, stampRequest(HASH, '01'.repeat(8), null), allow, { milliseconds, bytes: BYTES });
  };
  beforeAll(async () => {
    authority = await (await TestAuthority.make()).open();
  });
  afterAll(() => authority.stop());

  test('is asked, and its answer holds', async () => {
    const verdict = await verifyToken(await ask('good'), { sha256: HASH, roots: certificatesIn(authority.rootPem) });
    expect(verdict.holds).toBe(true);
  });
  test.each<Trick>(['silent', 'drip'])('that is bad by %s is given up in its time', async (trick) => {
    await expect(ask(trick, undefined, 300)).rejects.toThrow(/did not answer in 300 ms/);
  });
  test.each<[Trick, RegExp]>([
    ['error', /answered 503/],
    ['moved', /answered 302/],
    ['huge', /longer than 65536 bytes/],
  ])('that is bad by %s is not believed', async (trick, says) => {
    await expect(ask(trick)).rejects.toThrow(says);
  });
  test('inside a private network is not reached unless it was opened on purpose', async () => {
    const before = authority.asked;
    await expect(ask('good', [])).rejects.toThrow(/leads to the inside/);
    await expect(ask('good', ['127.0.0.1:1'])).rejects.toThrow(/leads to the inside/);
    expect(authority.asked).toBe(before);
  });
});
