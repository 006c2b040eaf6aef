import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  insideOf,
  integerOf,
  readDer,
  TAG,
  toBytes,
  valueOf,
  writeDer,
  writeInteger,
  writeOid,
} from '../../src/core/evidence/stamp/der.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY = 86_400_000;
export const POLICY = '1.3.6.1.4.1.13762.3';
const seq = (...parts: Uint8Array[]) => writeDer(TAG.sequence, ...parts);
const set = (...parts: Uint8Array[]) => writeDer(TAG.set, ...parts);
const octets = (bytes: Uint8Array) => writeDer(TAG.octets, bytes);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
const SHA_256 = seq(writeOid('2.16.840.1.101.3.4.2.1'));
const text = (t: string) => new TextEncoder().encode(t);
const timeOf = (at: Date) => writeDer(TAG.time, text(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));

/** What a bad authority does. */
export type Trick =
  | 'good'
  | 'wrong-imprint'
  | 'wrong-nonce'
  | 'no-nonce'
  | 'wrong-policy'
  | 'bad-signature'
  | 'changed-info'
  | 'other-certificate'
  | 'no-certificate'
  | 'wrong-clock'
  | 'rejected'
  | 'garbage'
  | 'error'
  | 'moved'
  | 'huge'
  | 'drip'
  | 'silent';
interface Made {
  /** days from now */
  from?: number;
  to?: number;
  /** purposes of its certificate, and whether they are critical */
  purposes?: string[];
  critical?: boolean;
  /** an authority between the root and it that may not issue */
  barren?: boolean;
}

/** A time-stamp authority of the tests: a root, an authority between, and a certificate for stamps of its own. */
export class TestAuthority {
  trick: Trick = 'good';
  /** how far its clock runs from ours */
  clockMs = 0;
  asked = 0;
  url = '';
  private close: () => void = () => undefined;
  private constructor(
    readonly root: x509.X509Certificate,
    private readonly between: x509.X509Certificate,
    private readonly leaf: x509.X509Certificate,
    private readonly key: CryptoKey,
  ) {}

  static async make({
    from = -2,
    to = 365,
    purposes = ['1.3.6.1.5.5.7.3.8'],
    critical = true,
    barren = false,
  }: Made = {}): Promise<TestAuthority> {
    x509.cryptoProvider.set(webcrypto as unknown as Crypto);
    const pair = () => webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']) as unknown as Promise<CryptoKeyPair>;
    const [rootKeys, betweenKeys, leafKeys] = await Promise.all([pair(), pair(), pair()]);
    const day = (n: number) => new Date(Date.now() + n * DAY);
    const common = (
      subject: string,
      signer: CryptoKeyPair,
      keys: CryptoKeyPair,
      issuer: string,
      extensions: x509.Extension[],
      until = 4_000,
    ) => ({
      subject,
      issuer,
      serialNumber: `4${randomBytes(8).toString('hex')}`,
      notBefore: day(Math.min(from, -4)),
      notAfter: day(until),
      signingAlgorithm: ALGORITHM,
      publicKey: keys.publicKey,
      signingKey: signer.privateKey,
      extensions,
    });
    const make = (told: ReturnType<typeof common>) => x509.X509CertificateGenerator.create(told);
    const issuing = (may: boolean) => [
      new x509.BasicConstraintsExtension(may, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ];
    const root = await make(common('CN=Gốc thử', rootKeys, rootKeys, 'CN=Gốc thử', issuing(true)));
    const between = await make(common('CN=Cấp trung gian', rootKeys, betweenKeys, root.subject, issuing(!barren)));
    const leaf = await make({
      ...common('CN=Dấu thời gian thử', betweenKeys, leafKeys, between.subject, [
        new x509.ExtendedKeyUsageExtension(purposes, critical),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      ]),
      notBefore: day(from),
      notAfter: day(to),
    });
    return new TestAuthority(root, between, leaf, leafKeys.privateKey);
  }
  get rootPem(): string {
    return `${this.root.toString('pem')}\n`;
  }

  /** The answer to a request, as bytes of RFC 3161; `at`: when its clock says that it is. */
  async answer(request: Uint8Array, at = new Date(Date.now() + this.clockMs)): Promise<Uint8Array> {
    const { trick } = this;
    if (trick === 'garbage') return randomBytes(300);
    if (trick === 'rejected')
      return seq(
        seq(writeInteger(Uint8Array.of(2)), seq(writeDer(TAG.utf8, text('unacceptedPolicy'))), writeDer(TAG.bits, Uint8Array.of(0, 0, 1))),
      );
    const [, imprint, ...more] = insideOf(readDer(toBytes(request)));
    const wanted = more.find((m) => m.tag === TAG.integer);
    const nonce =
      trick === 'wrong-nonce' ? writeInteger(randomBytes(8)) : trick === 'no-nonce' || !wanted ? new Uint8Array() : wanted.whole;
    const info = (policy: string, about: Uint8Array) =>
      seq(
        writeInteger(Uint8Array.of(1)),
        writeOid(policy),
        about,
        writeInteger(randomBytes(9)),
        timeOf(trick === 'wrong-clock' ? new Date(at.getTime() - 3 * 3_600_000) : at),
        seq(writeInteger(Uint8Array.of(1))),
        nonce,
      );
    const about = trick === 'wrong-imprint' ? seq(SHA_256, octets(randomBytes(32))) : imprint.whole;
    const signed = info(trick === 'wrong-policy' ? '1.2.3.4' : POLICY, about);
    const shown = trick === 'changed-info' ? info(POLICY, about) : signed;
    return seq(seq(writeInteger(Uint8Array.of(0))), await this.token(signed, shown));
  }

  private async token(signed: Uint8Array, shown: Uint8Array): Promise<Uint8Array> {
    const named = new Uint8Array((this.trick === 'other-certificate' ? this.between : this.leaf).rawData);
    const attribute = (id: string, value: Uint8Array) => seq(writeOid(`1.2.840.113549.1.9.${id}`), set(value));
    const attributes = [
      attribute('3', writeOid('1.2.840.113549.1.9.16.1.4')),
      attribute('4', octets(sha256(signed))),
      attribute('16.2.47', seq(seq(seq(octets(sha256(named)))))),
    ].sort((a, b) => Buffer.compare(a, b));
    const signature = new Uint8Array(await webcrypto.subtle.sign(ALGORITHM, this.key, set(...attributes)));
    if (this.trick === 'bad-signature') signature[5] ^= 1;
    const half = (at: number) => writeInteger(signature.subarray(at, at + 32));
    const [, , , issuer] = insideOf(insideOf(readDer(toBytes(new Uint8Array(this.leaf.rawData))))[0]);
    const serial = insideOf(insideOf(readDer(toBytes(new Uint8Array(this.leaf.rawData))))[0])[1];
    const signer = seq(
      writeInteger(Uint8Array.of(1)),
      seq(issuer.whole, serial.whole),
      SHA_256,
      writeDer(0xa0, ...attributes),
      seq(writeOid('1.2.840.10045.4.3.2')),
      octets(seq(half(0), half(32))),
    );
    const certificates = this.trick === 'no-certificate' ? [this.between] : [this.leaf, this.between];
    const data = seq(
      writeInteger(Uint8Array.of(3)),
      set(SHA_256),
      seq(writeOid('1.2.840.113549.1.9.16.1.4'), writeDer(0xa0, octets(shown))),
      writeDer(0xa0, ...certificates.map((c) => new Uint8Array(c.rawData))),
      set(signer),
    );
    return seq(writeOid('1.2.840.113549.1.7.2'), writeDer(0xa0, data));
  }

  /** Listens on this machine; `silent` never answers. */
  async open(): Promise<this> {
    const server = createServer((request, response) => {
      this.asked++;
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        if (this.trick === 'silent') return;
        response.setHeader('content-type', 'application/timestamp-reply');
        if (this.trick === 'error') response.writeHead(503).end('no');
        else if (this.trick === 'moved') response.writeHead(302, { location: '/elsewhere' }).end();
        else if (this.trick === 'huge') response.end(Buffer.alloc(4_000_000));
        else if (this.trick === 'drip') response.write('0');
        else void this.answer(Buffer.concat(parts)).then((bytes) => response.end(bytes));
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`;
    this.close = () => {
      server.close();
      server.closeAllConnections();
    };
    return this;
  }
  /** Where it listens, as a setting opens it: host:port. */
  get host(): string {
    return new URL(this.url).host;
  }
  stop(): void {
    this.close();
  }
}

/** The hash that a request asks to stamp. */
export const askedHash = (request: Uint8Array): string =>
  Buffer.from(valueOf(insideOf(insideOf(readDer(toBytes(request)))[1])[1], TAG.octets)).toString('hex');
export const askedNonce = (request: Uint8Array): string =>
  integerOf(insideOf(readDer(toBytes(request))).find((m, i) => i > 1 && m.tag === TAG.integer));
