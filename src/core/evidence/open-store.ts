import { join } from 'node:path';
import type { Settings } from '../config.js';
import { FileStore, type EvidenceStore } from './store.js';

/** The store that the settings name. */
export function openEvidenceStore({ dataDir }: Pick<Settings, 'dataDir'>): Promise<EvidenceStore> {
  return Promise.resolve(new FileStore(join(dataDir, 'evidence')));
}
