import { expect, test } from '@jest/globals';
import { certificatesOf, fingerprint, timestampsIn } from './certificates.js';
import type { Exchange } from './exchange.js';

const SCTS = '060a2b06010401d679020402';
const der = (hex: string): Buffer => Buffer.from(hex, 'hex');
const showing = (...chain: Buffer[]): Exchange => ({ tls: { chain: chain.map((c) => c.toString('base64')) } }) as unknown as Exchange;

test('timestamps of certificate logs are told as the certificate has them', () => {
  expect(timestampsIn(der(`00${SCTS}0403010203ff`))).toBe(der('010203').toString('base64'));
  expect(timestampsIn(der(`00${SCTS}048103010203ff`))).toBe(der('010203').toString('base64'));
  expect(timestampsIn(der('0000'))).toBeNull();
});
test.each(['04ff', '0485', '04', '', '0484ffffffff00'])('a length that lies (%s) is no reason to lose the capture', (tail) => {
  expect(() => timestampsIn(der(SCTS + tail))).not.toThrow();
});
test('bytes that are no certificate are kept and said to be unreadable', () => {
  const bytes = der('3003020101');
  const told = certificatesOf([showing(bytes, bytes)]);
  expect(told).toEqual({
    [fingerprint(bytes.toString('base64'))]: { unreadable: expect.any(String), pem: expect.stringContaining('BEGIN CERTIFICATE') },
  });
});
