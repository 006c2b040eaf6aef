import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POLICY, TestAuthority, type Trick } from '../../../../test/kit/tsa.js';
import { certificatesIn, type Certificate } from './certificate.js';
import { stampRequest } from './request.js';
import { imprintOf, verifyStamps } from './verify-stamps.js';
import { verifyToken, type StampFault } from './verify-token.js';

const DIGEST = createHash('sha256').update('datapackage-digest.json').digest('hex');
const dir = mkdtempSync(join(tmpdir(), 'lachan-stamp-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
const faultsOf = async (bytes: Uint8Array, roots: Certificate[] | null, nonce?: string, policy: string | null = POLICY) =>
  (await verifyToken(bytes, { sha256: DIGEST, roots, nonce, policy })).faults.map((f) => f.fault);

describe('a time stamp of an authority', () => {
  let authority: TestAuthority;
  let roots: Certificate[];
  const nonce = randomBytes(8).toString('hex');
  const stamp = (trick: Trick = 'good', by = authority, at?: Date) => {
    by.trick = trick;
    return by.answer(stampRequest(DIGEST, nonce, POLICY), at);
  };
  beforeAll(async () => {
    authority = await TestAuthority.make();
    roots = certificatesIn(authority.rootPem);
  });

  test('holds, tells its time, and whose root stands above it', async () => {
    const token = await stamp();
    const verdict = await verifyToken(token, { sha256: DIGEST, roots, nonce, policy: POLICY });
    expect(verdict).toMatchObject({ holds: true, faults: [], authority: 'Dấu thời gian thử', policy: POLICY });
    expect(Math.abs(verdict.at!.getTime() - Date.now())).toBeLessThan(5_000);
    expect(verdict.root).toEqual({ fingerprint: createHash('sha256').update(roots[0].der).digest('hex'), name: 'Gốc thử', trusted: true });
    const unknown = await verifyToken(token, { sha256: DIGEST, roots: null });
    expect([unknown.holds, unknown.root?.trusted, unknown.root?.name]).toEqual([true, null, 'Cấp trung gian']);
  });
  test('is accepted by openssl too, and so is the request', async () => {
    writeFileSync(join(dir, 'root.pem'), authority.rootPem);
    writeFileSync(join(dir, 'query.tsq'), stampRequest(DIGEST, nonce, POLICY));
    writeFileSync(join(dir, 'answer.tsr'), await stamp());
    expect(openssl('ts', '-query', '-in', 'query.tsq', '-text')).toMatch(/Certificate required: yes/);
    expect(openssl('ts', '-verify', '-queryfile', 'query.tsq', '-in', 'answer.tsr', '-CAfile', 'root.pem')).toMatch(/Verification: OK/);
    expect(openssl('ts', '-verify', '-digest', DIGEST, '-in', 'answer.tsr', '-CAfile', 'root.pem')).toMatch(/Verification: OK/);
  });
  test.each<[Trick, StampFault[]]>([
    ['wrong-imprint', ['other-bytes']],
    ['wrong-nonce', ['other-nonce']],
    ['no-nonce', ['other-nonce']],
    ['wrong-policy', ['other-policy']],
    ['bad-signature', ['signature']],
    ['changed-info', ['signature']],
    ['other-certificate', ['signature']],
    ['no-certificate', ['no-certificate']],
    ['rejected', ['refused']],
    ['garbage', ['unreadable']],
  ])('that is bad by %s is refused', async (trick, faults) => {
    expect(await faultsOf(await stamp(trick), roots, nonce)).toEqual(faults);
  });
  test.each<[string, Parameters<typeof TestAuthority.make>[0], StampFault[]]>([
    ['a certificate that had ended', { from: -9, to: -1 }, ['chain']],
    ['a certificate that is not valid yet', { from: 2 }, ['chain']],
    ['a certificate for another purpose', { purposes: ['1.3.6.1.5.5.7.3.3'] }, ['purpose']],
    ['a certificate for a second purpose', { purposes: ['1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.3'] }, ['purpose']],
    ['a certificate whose purpose binds nobody', { critical: false }, ['purpose']],
    ['an issuer that may not issue', { barren: true }, ['chain']],
  ])('by %s is refused', async (_, made, faults) => {
    const bad = await TestAuthority.make(made);
    expect(await faultsOf(await stamp('good', bad), certificatesIn(bad.rootPem))).toEqual(faults);
  });
  test('by an authority under another root of the same name is refused', async () => {
    const other = await TestAuthority.make();
    expect(await faultsOf(await stamp('good', other), roots)).toEqual(['chain']);
  });
  test('holds no longer after any of its bytes was changed or cut off', async () => {
    const token = await stamp();
    const held: number[] = [];
    for (let at = 0; at < token.length; at++) {
      const changed = Uint8Array.from(token);
      changed[at] ^= 1 << (at % 8);
      if ((await faultsOf(changed, roots, nonce)).length === 0) held.push(at);
    }
    // whether an authority granted as asked (0) or with changes (1) is said outside what it signs
    expect(held.map((at) => [at, token[at]])).toEqual([[8, 0]]);
    for (const length of [0, 1, 100, token.length - 1]) expect(await faultsOf(token.subarray(0, length), roots)).toEqual(['unreadable']);
  });

  test.each([['rsa'], ['rsa-pss'], ['ec-384']])('made by openssl itself with %s holds', async (kind) => {
    const home = join(dir, kind);
    mkdirSync(home);
    const run = (...args: string[]) => execFileSync('openssl', args, { cwd: home, stdio: ['ignore', 'pipe', 'pipe'] });
    const key =
      kind === 'ec-384'
        ? ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384']
        : ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
    const padding = kind === 'rsa-pss' ? ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'] : [];
    for (const name of ['root', 'leaf']) run('genpkey', ...key, '-out', `${name}.key`);
    run('req', '-x509', '-new', '-key', 'root.key', '-subj', '/CN=OpenSSL root', '-days', '30', '-sha256', ...padding, '-out', 'root.pem');
    run('req', '-new', '-key', 'leaf.key', '-subj', '/CN=OpenSSL TSA', '-out', 'leaf.csr');
    writeFileSync(join(home, 'ext'), 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n');
    run(
      'x509',
      '-req',
      '-in',
      'leaf.csr',
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      '-set_serial',
      '0x8f01',
      '-days',
      '20',
      '-sha384',
      ...padding,
      '-extfile',
      'ext',
      '-out',
      'leaf.pem',
    );
    writeFileSync(join(home, 'serial'), '01\n');
    const lines = [
      'serial=serial',
      'signer_cert=leaf.pem',
      'signer_key=leaf.key',
      'certs=root.pem',
      'signer_digest=sha512',
      `default_policy=${POLICY}`,
    ];
    writeFileSync(
      join(home, 'tsa.cnf'),
      `[tsa]\ndefault_tsa=t\n[t]\n${lines.join('\n')}\ndigests=sha256\nordering=yes\ntsa_name=yes\ness_cert_id_alg=sha256\n`,
    );
    writeFileSync(join(home, 'query.tsq'), stampRequest(DIGEST, nonce, null));
    run('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'query.tsq', '-out', 'answer.tsr');
    const verdict = await verifyToken(readFileSync(join(home, 'answer.tsr')), {
      sha256: DIGEST,
      roots: certificatesIn(readFileSync(join(home, 'root.pem'), 'utf8')),
      nonce,
      policy: POLICY,
    });
    expect(verdict).toMatchObject({ holds: true, faults: [], authority: 'OpenSSL TSA' });
  });

  describe('that is stamped anew', () => {
    const day = (n: number) => new Date(Date.now() + n * 86_400_000);
    const renew = async (by: TestAuthority, before: Uint8Array[], at: Date) =>
      by.answer(stampRequest(await imprintOf(DIGEST, before), nonce, POLICY), at);
    test('holds after the first authority’s certificates ended, and not without the second stamp', async () => {
      const [old, young] = [await TestAuthority.make({ to: 10 }), await TestAuthority.make({ to: 900 })];
      const both = [...certificatesIn(old.rootPem), ...certificatesIn(young.rootPem)];
      const first = await renew(old, [], day(0));
      const second = await renew(young, [first], day(9));
      expect(await verifyStamps(DIGEST, [first], both, day(5))).toMatchObject({ state: 'holds' });
      expect(await verifyStamps(DIGEST, [first], both, day(400))).toMatchObject({
        state: 'broken',
        stamps: [{ faults: [{ fault: 'ended' }] }],
      });
      expect(await verifyStamps(DIGEST, [first, second], both, day(400))).toMatchObject({ state: 'holds' });
      expect((await verifyStamps(DIGEST, [first, second], both, day(400))).says).toMatch(/^It existed by .*Dấu thời gian thử\.$/);
    });
    test('too late, in another order, or over another token does not hold', async () => {
      const [old, young] = [await TestAuthority.make({ to: 10 }), await TestAuthority.make({ to: 900 })];
      const both = [...certificatesIn(old.rootPem), ...certificatesIn(young.rootPem)];
      const first = await renew(old, [], day(0));
      const late = await renew(young, [first], day(11));
      const wrong = await renew(young, [await renew(old, [], day(1))], day(5));
      expect((await verifyStamps(DIGEST, [first, late], both, day(12))).state).toBe('broken');
      expect((await verifyStamps(DIGEST, [first, wrong], both, day(6))).state).toBe('broken');
      expect((await verifyStamps(DIGEST, [late, first], both, day(6))).state).toBe('broken');
    });
    test('is nothing where there is none', async () => {
      expect(await verifyStamps(DIGEST, [], null)).toMatchObject({ state: 'absent' });
    });
  });
});
