import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLow } from '../../verification/low-s.js';
import { fingerprintOf, packageKeys } from '../package-keys.js';
import { replaceOwnKey } from './own-key.js';
import { openSigner, refuseWrongKey } from './package-signer.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-signer-'));
const PASSWORD = 'mật khẩu của khóa';
const file = (name: string) => join(dir, name);
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] });
let n = 0;
const signer = (name: string, password: string | null = null) => openSigner(join(dir, `keys-${++n}`), { file: file(name), password });

describe('packages are signed', () => {
  beforeAll(() => {
    const curve = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    for (const name of ['root', 'office']) openssl('genpkey', ...curve, '-out', `${name}.key`);
    openssl('req', '-x509', '-new', '-key', 'root.key', '-subj', '/CN=Root of offices', '-days', '30', '-out', 'root.pem');
    openssl('req', '-new', '-key', 'office.key', '-subj', '/CN=Office', '-out', 'office.csr');
    openssl(
      'x509',
      '-req',
      '-in',
      'office.csr',
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      '-set_serial',
      '7',
      '-days',
      '20',
      '-out',
      'office.pem',
    );
    openssl('pkcs8', '-topk8', '-in', 'office.key', '-passout', `pass:${PASSWORD}`, '-out', 'locked.pem');
    writeFileSync(file('together.pem'), ['root.pem', 'office.key', 'office.pem'].map((f) => readFileSync(file(f), 'utf8')).join(''));
    const pkcs12 = (out: string, ...more: string[]) =>
      openssl(
        'pkcs12',
        '-export',
        '-inkey',
        'office.key',
        '-in',
        'office.pem',
        '-certfile',
        'root.pem',
        '-passout',
        `pass:${PASSWORD}`,
        '-out',
        out,
        ...more,
      );
    pkcs12('office.p12');
    pkcs12('aes128.p12', '-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512');
    pkcs12('open-certificates.p12', '-certpbe', 'NONE');
    pkcs12('older.p12', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1');
    openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'rsa.pem');
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384', '-out', 'p384.pem');
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each<[string, string | null, number]>([
    ['office.key', null, 0],
    ['locked.pem', PASSWORD, 0],
    ['together.pem', null, 2],
    ['office.p12', PASSWORD, 2],
    ['aes128.p12', PASSWORD, 2],
    ['open-certificates.p12', PASSWORD, 2],
    ['older.p12', PASSWORD, 0],
  ])('by the key in %s, which is listed with its certificates', async (name, password, certificates) => {
    const { sign, publicKey, certificates: chain } = signer(name, password);
    const bytes = Buffer.from('sha256:…');
    const key = createPublicKey(readFileSync(file('office.key')));
    for (let i = 0; i < 20; i++) expect(isLow(await sign(bytes))).toBe(true); // by chance half of them are
    expect(verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, await sign(bytes))).toBe(true);
    expect(chain).toHaveLength(certificates);
    if (certificates > 0) expect(chain[0]).toBe(readFileSync(file('office.pem'), 'utf8'));
    const [listed] = packageKeys(join(dir, `keys-${n}`));
    expect([listed.fingerprint, listed.to, listed.certificates?.length ?? 0]).toEqual([fingerprintOf(publicKey), null, certificates]);
  });
  test.each<[string, string | null, RegExp]>([
    ['locked.pem', 'wrong', /locked\.pem cannot be opened as a key of packages/],
    ['locked.pem', null, /locked\.pem cannot be opened as a key of packages/],
    ['office.p12', 'wrong', /office\.p12 cannot be opened as a key of packages: mac verify failure/],
    ['office.p12', null, /office\.p12 cannot be opened as a key of packages/],
    ['rsa.pem', null, /rsa\.pem holds no ECDSA key on P-256/],
    ['p384.pem', null, /p384\.pem holds no ECDSA key on P-256/],
    ['root.pem', null, /root\.pem cannot be opened as a key of packages/],
    ['office.csr', null, /office\.csr cannot be opened as a key of packages/],
    ['none.pem', null, /ENOENT/],
  ])('never by %s when it does not open or fit, and nothing is listed then', (name, password, says) => {
    expect(() => signer(name, password)).toThrow(says);
    expect(() => refuseWrongKey({ file: file(name), password })).toThrow(says);
    expect(existsSync(join(dir, `keys-${n}`))).toBe(false);
  });
  test('by a key that was damaged in no place', () => {
    const whole = readFileSync(file('office.p12'));
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] ^= 1 << (at % 8);
      writeFileSync(file('damaged.p12'), damaged);
      try {
        const { publicKey } = signer('damaged.p12', PASSWORD);
        expect(fingerprintOf(publicKey)).toBe(fingerprintOf(createPublicKey(readFileSync(file('office.key')))));
      } catch (error) {
        expect((error as Error).message).toMatch(/damaged\.p12 cannot be opened as a key of packages/);
      }
    }
  });
  test('by the house’s own key, made once, and by another one after it was replaced', () => {
    const keyDir = join(dir, 'own', 'keys');
    const first = fingerprintOf(openSigner(keyDir).publicKey);
    expect(fingerprintOf(openSigner(keyDir).publicKey)).toBe(first);
    replaceOwnKey(keyDir);
    const second = fingerprintOf(openSigner(keyDir).publicKey);
    const [one, two] = packageKeys(keyDir);
    expect([one.fingerprint, one.to, two.fingerprint, two.to]).toEqual([first, two.from, second, null]);
    expect(statSync(join(keyDir, 'packages.pem')).mode & 0o777).toBe(0o600);
    const given = fingerprintOf(openSigner(keyDir, { file: file('office.p12'), password: PASSWORD }).publicKey);
    expect(packageKeys(keyDir).map((k) => k.fingerprint)).toEqual([first, second, given]);
  });
});
