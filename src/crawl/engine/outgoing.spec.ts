import { expect, test } from '@jest/globals';
import { passedOn } from './outgoing.js';

test('headers of this hop stay here, and all others go on as they came', () => {
  const raw = ['Host', 'vd.example', 'Proxy-Connection', 'keep-alive', 'TE', 'trailers', 'X-A', 'te', 'x-a', 'b'];
  expect(passedOn(raw)).toEqual(['Host', 'vd.example', 'X-A', 'te', 'x-a', 'b']);
});
test.each([
  ['gzip, deflate, br, zstd', 'gzip, deflate, br'],
  ['zstd, GZIP;q=0.5 ,dcb', 'GZIP;q=0.5'],
  ['identity', 'identity'],
  ['*', 'identity'],
  ['zstd', 'identity'],
])('of %s only codings are asked for that a reader of the package can take off', (offered, asked) => {
  expect(passedOn(['Accept', 'a/zstd', 'accept-encoding', offered])).toEqual(['Accept', 'a/zstd', 'accept-encoding', asked]);
});
