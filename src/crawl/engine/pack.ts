import { createHash } from 'node:crypto';
import { createWriteStream, readdirSync, statSync } from 'node:fs';
import { open, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import { plainEntry } from '../../core/evidence/plain-entry.js';
import type { PackageSigner } from '../../core/evidence/signing/package-signer.js';
import { signedData } from '../../core/evidence/signing/signed-data.js';
import type { Concluded } from './conclude.js';
import { provenance } from './provenance.js';
import type { RawCapture } from './raw.js';
import { sha256Of } from './sha256.js';
import { cdxj, WarcWriter } from './warc.js';

export const SOFTWARE = 'Lá Chắn capture 3';
interface Resource {
  name: string;
  path: string;
  hash: string;
  bytes: number;
}

/** Packs a raw folder as WACZ 1.1.1, signed; under a temporary name until it is whole. */
export async function pack(rawDir: string, raw: RawCapture, judged: Concluded, signer: PackageSigner, file: string): Promise<void> {
  const staged = await stage(rawDir, raw, judged);
  const resources: Resource[] = [];
  for (const [path, from] of staged)
    resources.push({ name: path.split('/').at(-1)!, path, hash: `sha256:${await sha256Of(from)}`, bytes: statSync(from).size });
  const manifest = JSON.stringify(
    {
      profile: 'data-package',
      wacz_version: '1.1.1',
      title: raw.post?.title || raw.order.url,
      created: raw.endedAt,
      modified: raw.endedAt,
      software: SOFTWARE,
      mainPageUrl: raw.order.url,
      mainPageDate: raw.startedAt,
      resources,
    },
    null,
    1,
  );
  const hash = `sha256:${createHash('sha256').update(manifest).digest('hex')}`;
  const digest = JSON.stringify(
    { path: 'datapackage.json', hash, signedData: await signedData(hash, signer, SOFTWARE, raw.endedAt) },
    null,
    1,
  );
  const zip = new yazl.ZipFile();
  const plain = plainEntry(raw.endedAt);
  for (const [path, from] of staged) zip.addFile(from, path, plain);
  zip.addBuffer(Buffer.from(manifest), 'datapackage.json', plain);
  zip.addBuffer(Buffer.from(digest), 'datapackage-digest.json', plain);
  zip.end();
  await pipeline(zip.outputStream as NodeJS.ReadableStream, createWriteStream(`${file}.part`));
  const handle = await open(`${file}.part`, 'r+');
  await handle.sync().finally(() => handle.close());
  await rename(`${file}.part`, file);
}

/** Every file of the package: its path inside, and where it lies. */
async function stage(rawDir: string, raw: RawCapture, judged: Concluded): Promise<Map<string, string>> {
  const put = async (name: string, text: string): Promise<string> => {
    await writeFile(join(rawDir, name), text);
    return join(rawDir, name);
  };
  const warcFile = join(rawDir, 'data.warc.gz');
  const warc = await WarcWriter.open(warcFile);
  try {
    await warc.info({ software: SOFTWARE, format: 'WARC File Format 1.1', 'http-header-user-agent': raw.browser.userAgent });
    for (const exchange of raw.exchanges) if (/^https?:/.test(exchange.url)) await warc.exchange(exchange);
  } finally {
    await warc.close();
  }
  const text = [raw.text, raw.frameText].filter(Boolean).join('\n');
  const page = { id: '1', url: raw.order.url, ts: raw.startedAt, title: raw.post?.title ?? '', text: text.normalize('NFC') };
  const staged = new Map<string, string>([
    ['archive/data.warc.gz', warcFile],
    ['indexes/index.cdxj', await put('index.cdxj', cdxj(warc.index, 'data.warc.gz'))],
    [
      'pages/pages.jsonl',
      await put(
        'pages.jsonl',
        `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true })}\n${JSON.stringify(page)}\n`,
      ),
    ],
    ['provenance.json', await put('provenance.json', JSON.stringify(provenance(raw, judged), null, 1))],
    ['text.txt', await put('text.txt', text)],
  ]);
  for (const name of readdirSync(rawDir).sort()) {
    if (/^(view|view-clear|post|page(-\d+)?)\.png$/.test(name)) staged.set(`pictures/${name}`, join(rawDir, name));
    if (/^(dom(-frame-\d+)?\.html|page\.(mhtml|pdf)|websocket-\d+\.jsonl)$/.test(name)) staged.set(name, join(rawDir, name));
  }
  return staged;
}
