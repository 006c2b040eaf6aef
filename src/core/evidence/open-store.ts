import { Logger } from '@nestjs/common';
import { join } from 'node:path';
import type { Settings } from '../config.js';
import { sweepLeft } from './held-files.js';
import { FileStore, INCOMING, type EvidenceStore, type Expect } from './store.js';

/** The store that the settings name, without what killed processes left where bytes come in. A bucket that refuses stops a start; one that cannot be reached now may be reached later. */
export async function openEvidenceStore(
  { dataDir, evidenceS3 }: Pick<Settings, 'dataDir' | 'evidenceS3'>,
  expect?: Expect,
): Promise<EvidenceStore> {
  const spoolDir = join(dataDir, 'spool');
  for (const dir of [join(dataDir, 'evidence', INCOMING), spoolDir]) await sweepLeft(dir);
  if (!evidenceS3) return new FileStore(join(dataDir, 'evidence'), expect);
  const { S3Store } = await import('./s3/s3-store.js');
  const store = new S3Store(evidenceS3, spoolDir, undefined, expect);
  await store.check().catch((error: Error) => {
    if (error.message.startsWith('Configuration: ')) throw error;
    new Logger('evidence').warn(`The evidence store cannot be reached: ${error.message}`);
  });
  return store;
}
