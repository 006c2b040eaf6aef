import type { Faults } from './faults.js';
import { isOurs } from './own-form.js';
import { textOf } from './source.js';
import { OWN } from './zip.js';
import type { Entry } from './zip-entry.js';

export interface Resource {
  path: string;
  hash: string;
  bytes: number;
}
export interface Manifest {
  profile: string;
  created: string | null;
  software: string;
  title: string;
  mainPageUrl?: string;
  resources: Resource[];
}
export const LARGEST_MANIFEST = 64 * 1_048_576;

/** JSON of which nothing but one value can be read: written as every writer writes it, so that no name is in it twice and no byte is without meaning. */
export function readJson(bytes: Uint8Array | null): { value: Record<string, unknown>; plain: boolean } | null {
  const text = bytes && textOf(bytes);
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return { value: value as Record<string, unknown>, plain: [0, 1, 2, 4].some((indent) => JSON.stringify(value, null, indent) === text) };
  } catch {
    return null;
  }
}

export function readManifest(bytes: Uint8Array | null, faults: Faults): Manifest | null {
  const json = readJson(bytes);
  const listed = json?.value.resources;
  if (!json || !Array.isArray(listed)) {
    faults.add('manifest.unreadable', OWN[0]);
    return null;
  }
  const { value } = json;
  const text = (name: string): string => (typeof value[name] === 'string' ? value[name] : '');
  const resources = (listed as unknown[]).filter((r): r is Resource => {
    const { path, hash, bytes: size } = (r ?? {}) as Partial<Record<keyof Resource, unknown>>;
    return typeof path === 'string' && typeof hash === 'string' && /^sha256:[0-9a-f]{64}$/.test(hash) && Number.isSafeInteger(size);
  });
  if (resources.length !== listed.length || (isOurs({ software: text('software') }) && !json.plain))
    faults.add('manifest.unreadable', OWN[0]);
  if (new Set(resources.map(({ path }) => path)).size !== resources.length) faults.add('manifest.twice', OWN[0]);
  return {
    profile: text('profile'),
    created: text('created') || null,
    software: text('software'),
    title: text('title'),
    mainPageUrl: text('mainPageUrl') || undefined,
    resources,
  };
}

/** What the manifest lists and what the zip holds are the same files, in the same order, by the same hashes. */
export function checkResources(
  manifest: Manifest,
  entries: readonly Entry[],
  hashes: ReadonlyMap<string, { sha256: string; size: number }>,
  faults: Faults,
): void {
  faults.checked.add('hashes');
  const listed = new Set(manifest.resources.map(({ path }) => path));
  for (const { name } of entries) if (!listed.has(name) && !OWN.includes(name)) faults.add('hashes.unlisted', name);
  for (const { path, hash, bytes } of manifest.resources) {
    const is = hashes.get(path);
    if (!is) faults.add('hashes.missing', path);
    else if (`sha256:${is.sha256}` !== hash || is.size !== bytes) faults.add('hashes.changed', path);
  }
  const order = [...manifest.resources.map(({ path }) => path), ...OWN];
  if (entries.some(({ name }, i) => name !== order[i])) faults.add('form.order');
}
