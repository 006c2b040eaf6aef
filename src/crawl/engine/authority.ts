import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { createHash, webcrypto } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const HOUR = 3_600_000;
const crypto = webcrypto as unknown as Crypto;

/** A certificate authority that lives as long as one capture; the browser trusts exactly its leaf key. */
export class Authority {
  private readonly contexts = new Map<string, Promise<SecureContext>>();
  private constructor(
    private readonly ca: x509.X509Certificate,
    private readonly caKeys: CryptoKeyPair,
    private readonly keys: CryptoKeyPair,
    private readonly keyPem: string,
    readonly spkiHash: string,
  ) {}

  static async make(): Promise<Authority> {
    x509.cryptoProvider.set(crypto);
    const [caKeys, keys] = await Promise.all([
      crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']),
      crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']),
    ]);
    const ca = await x509.X509CertificateGenerator.createSelfSigned({
      name: 'CN=Capture',
      serialNumber: '01',
      notBefore: new Date(Date.now() - HOUR),
      notAfter: new Date(Date.now() + 24 * HOUR),
      signingAlgorithm: ALGORITHM,
      keys: caKeys,
      extensions: [new x509.BasicConstraintsExtension(true, 0, true), new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true)],
    });
    const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
      .toString('base64')
      .replace(/(.{64})/g, '$1\n');
    const spki = Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey));
    return new Authority(
      ca,
      caKeys,
      keys,
      `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----`,
      createHash('sha256').update(spki).digest('base64'),
    );
  }

  /** What the proxy shows for a host. */
  context(host: string): Promise<SecureContext> {
    let made = this.contexts.get(host);
    if (!made) this.contexts.set(host, (made = this.issue(host)));
    return made;
  }

  private async issue(host: string): Promise<SecureContext> {
    const bare = host.replace(/^\[|\]$/g, '');
    const cert = await x509.X509CertificateGenerator.create({
      subject: 'CN=captured host',
      issuer: this.ca.subject,
      serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString('hex'),
      notBefore: new Date(Date.now() - HOUR),
      notAfter: new Date(Date.now() + 24 * HOUR),
      signingAlgorithm: ALGORITHM,
      publicKey: this.keys.publicKey,
      signingKey: this.caKeys.privateKey,
      extensions: [
        new x509.SubjectAlternativeNameExtension([{ type: /^[\d.]+$|:/.test(bare) ? 'ip' : 'dns', value: bare }]),
        new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']),
      ],
    });
    return createSecureContext({ key: this.keyPem, cert: `${cert.toString('pem')}\n${this.ca.toString('pem')}` });
  }
}
