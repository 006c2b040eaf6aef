import { checkBeside, type Witnesses } from './beside.js';
import { besideIn, partNamed } from './dossier-parts.js';
import { Faults } from './faults.js';
import { checkIndex } from './index-lines.js';
import { checkResources, LARGEST_MANIFEST, readManifest, type Manifest } from './manifest.js';
import type { Means } from './means.js';
import { checkPages } from './page-lines.js';
import { checkPairs } from './pairs.js';
import { Keep, pour, type Poured } from './pour.js';
import { checkSeal } from './seal.js';
import { checkOwnForm } from './own-form.js';
import { piecesOf, textOf, type Source } from './source.js';
import { conclude, isIntact, nothingYet, type Beside, type Verdict } from './verdict.js';
import { WarcCheck } from './warc.js';
import type { Entry } from './zip-entry.js';
import { OWN, readZip } from './zip.js';

export interface Asked {
  means: Means;
  witnesses?: Witnesses;
  /** fingerprints of those who may have signed it; none: whoever did */
  keys?: readonly string[];
  /** it lies in a dossier, where no other dossier may lie */
  inside?: boolean;
}
const ARCHIVE = /^archive\/[^/]+\.warc\.gz$/;
const INDEX = /^indexes\/[^/]+\.cdxj?$/;
const PAGES = /^pages\/[^/]+\.jsonl$/;
const PACKAGE = /\.wacz$/i;
/** of all indexes and lists of pages together */
const LARGEST_TEXTS = 256 * 1_048_576;

/** Checks a sealed zip against itself and against what lies beside it. Never throws for what is in the file. */
export async function verifySource(file: string, source: Source, beside: Beside, asked: Asked): Promise<Verdict> {
  const { means, witnesses = {}, keys = [] } = asked;
  const [faults, verdict] = [new Faults(), nothingYet(file, source.size)];
  const entries = await readZip(source, faults);
  if (!entries) return conclude(verdict, faults);
  faults.checked.add('form');
  const read = await readAll(source, entries, means, faults);
  const manifestBytes = read.kept.get(OWN[0])?.bytes() ?? null;
  const digestBytes = read.kept.get(OWN[1])?.bytes() ?? null;
  const manifest = manifestBytes && readManifest(manifestBytes, faults);
  if (!manifestBytes) faults.add('manifest.absent', OWN[0]);
  else verdict.signer = await checkSeal(manifestBytes, digestBytes, manifest, keys, means, faults);
  if (manifest) {
    checkResources(manifest, entries, read.hashes, faults);
    checkOwnForm(manifest, entries, faults);
    Object.assign(verdict, { created: manifest.created, title: manifest.title, software: manifest.software });
    Object.assign(verdict, { kind: manifest.profile === 'lachan-dossier' ? 'dossier' : 'package', address: manifest.mainPageUrl ?? null });
  }
  if (verdict.kind === 'package' && manifest) checkArchive(verdict, read, manifest, faults);
  Object.assign(verdict, { files: entries.length, sha256: await hashOf(source, means) });
  if (digestBytes) await checkBeside(verdict, beside, { digest: digestBytes, sha256: verdict.sha256! }, witnesses, faults);
  if (verdict.kind === 'dossier') await verifyExhibits(verdict, source, entries, asked, faults);
  return conclude(verdict, faults);
}

interface Read {
  hashes: Map<string, Poured>;
  kept: Map<string, Keep>;
  archives: WarcCheck[];
}
/** Every entry once, from the first to the last. */
async function readAll(source: Source, entries: readonly Entry[], means: Means, faults: Faults): Promise<Read> {
  const read: Read = { hashes: new Map(), kept: new Map(), archives: [] };
  const texts = { left: LARGEST_TEXTS };
  for (const entry of entries) {
    if (Number.isNaN(entry.dataAt)) continue; // told already
    const { name } = entry;
    const warc = ARCHIVE.test(name) ? new WarcCheck(name, means, faults) : undefined;
    const room = OWN.includes(name) ? { left: LARGEST_MANIFEST } : INDEX.test(name) || PAGES.test(name) ? texts : null;
    const keep = room ? new Keep(room) : undefined;
    read.hashes.set(name, await pour(source, entry, means, faults, warc ?? keep));
    warc?.end();
    if (warc) read.archives.push(warc);
    if (keep) read.kept.set(name, keep);
  }
  return read;
}

function checkArchive(verdict: Verdict, { kept, archives }: Read, manifest: Manifest, faults: Faults): void {
  faults.checked.add('archive');
  if (archives.length === 0) faults.add('archive.empty', 'archive/');
  verdict.unanswered = checkPairs(archives, faults);
  verdict.records = archives.reduce((n, { records }) => n + records.length, 0);
  const texts = (pattern: RegExp): [string, string][] =>
    [...kept].flatMap(([name, keep]) => {
      if (!pattern.test(name)) return [];
      const bytes = keep.bytes();
      if (!bytes) faults.add('archive.too-large', name);
      return [[name, textOf(bytes ?? new Uint8Array()) ?? '']];
    });
  const [indexes, pages] = [texts(INDEX), texts(PAGES)];
  for (const [name, text] of indexes) checkIndex(name, text, archives, faults);
  for (const [name, text] of pages) checkPages(name, text, name === 'pages/pages.jsonl' ? manifest.mainPageUrl : undefined, faults);
  if (indexes.length === 0 || pages.length === 0) faults.add('archive.empty', indexes.length === 0 ? 'indexes/' : 'pages/pages.jsonl');
}

async function hashOf(source: Source, means: Means): Promise<string> {
  const hash = means.sha256();
  for await (const piece of piecesOf(source)) hash.update(piece);
  return hash.hex();
}

/** A dossier holds packages whole, each with what lies beside it. */
async function verifyExhibits(verdict: Verdict, source: Source, entries: readonly Entry[], asked: Asked, faults: Faults): Promise<void> {
  if (asked.inside) return faults.add('exhibits.nested');
  for (const entry of entries.filter(({ name }) => PACKAGE.test(name))) {
    faults.checked.add('exhibits');
    const whole = partNamed(source, entry);
    const exhibit = await verifySource(entry.name, whole, await besideIn(source, entries, entry.name), { ...asked, inside: true });
    verdict.exhibits.push(exhibit);
    if (!exhibit.holds) faults.add(isIntact(exhibit) ? 'exhibits.beside' : 'exhibits.broken', entry.name);
  }
}
