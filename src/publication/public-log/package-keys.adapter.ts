import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../core/config.js';
import { packageKeys, type PackageKey } from '../../core/evidence/package-keys.js';

const MOST = 200;

/** The public keys by which this office signs its packages of evidence, the newest first. */
@Injectable()
export class PublicPackageKeys {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  list(): PackageKey[] {
    return packageKeys(join(this.config.dataDir, 'keys')).reverse().slice(0, MOST);
  }
  /** A key in PEM, with its certificates behind it where it has any. */
  pem(fingerprint: string): string | null {
    const key = this.list().find((k) => k.fingerprint === fingerprint);
    return key ? [key.pem, ...(key.certificates ?? [])].join('') : null;
  }
}
