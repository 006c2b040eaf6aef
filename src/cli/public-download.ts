import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { SignedHead } from '../core/events/head-keeper.js';
import type { AboutPublicLog } from '../publication/public-log/public-log.controller.js';
import { logFile, nameOf } from '../publication/public-log/log-files.js';

const TIMEOUT_MS = 60_000;
const TRIES = 3;
const LARGEST = 256 * 2 ** 20;

/** One answer, whole within its time; tried again where nothing came. */
export async function fetched(url: string): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' }).catch((error: Error) => error);
    if (response instanceof Response && response.ok) return response;
    if (attempt === TRIES || (response instanceof Response && response.status < 500))
      throw new Error(`${url}: ${response instanceof Response ? `it answered ${response.status}` : response.message}`);
  }
}

/** Brings a published log into a folder. What is there whole is not fetched again, so an interrupted download goes on. */
export async function download(office: string, dir: string, told: (says: string) => void): Promise<AboutPublicLog> {
  const base = new URL('/public-log/', office);
  const from = (name: string) => new URL(name, base).href;
  mkdirSync(dir, { recursive: true });
  const about = (await (await fetched(from('about.json'))).json()) as AboutPublicLog;
  for (let number = 1; number <= about.files; number++) {
    const { first, last } = logFile(number, about.linesPerFile);
    const wanted = Math.min(last, about.sealedTo) - first + 1;
    if (wanted === about.linesPerFile && linesIn(join(dir, nameOf(number))) === wanted) continue;
    await keepLines(await fetched(from(nameOf(number))), join(dir, nameOf(number)), wanted);
    told(`${nameOf(number)}: ${wanted} events`);
  }
  const heads = await allHeads(from, about.sealedTo);
  for (const id of new Set(heads.map((head) => head.key)))
    if (/^[0-9a-f]{16}$/.test(id)) writeFileSync(join(dir, `public-${id}.pem`), await (await fetched(from(`public-${id}.pem`))).text());
  writeFileSync(join(dir, 'heads.jsonl'), heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
  writeFileSync(join(dir, 'about.json'), `${JSON.stringify(about, null, 2)}\n`);
  return about;
}

async function allHeads(from: (name: string) => string, to: number): Promise<SignedHead[]> {
  const heads: SignedHead[] = [];
  for (let after = 0; ;) {
    const lines = (await (await fetched(from(`heads.jsonl?after=${after}`))).text()).split('\n').filter(Boolean);
    const page = lines.map((line) => JSON.parse(line) as SignedHead);
    heads.push(...page.filter((head) => Number(head.seq) <= to));
    const last = Number(page.at(-1)?.seq ?? 0);
    if (last <= after || last >= to) return heads;
    after = last;
  }
}

function linesIn(file: string): number {
  return existsSync(file) ? readFileSync(file).reduce((n, byte) => n + Number(byte === 10), 0) : -1;
}

/** The first lines of an answer; the log may have grown since it was asked how far it goes. */
async function keepLines(response: Response, file: string, wanted: number): Promise<void> {
  let [left, bytes] = [wanted, 0];
  async function* first(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if ((bytes += chunk.length) > LARGEST) throw new Error(`${file} would be larger than ${LARGEST} bytes`);
      let end = 0;
      while (left > 0 && end < chunk.length) {
        const next = chunk.indexOf(10, end);
        end = next < 0 ? chunk.length : next + 1;
        if (next >= 0) left -= 1;
      }
      if (end > 0) yield chunk.subarray(0, end);
      if (left === 0) return;
    }
  }
  await pipeline(response.body as unknown as AsyncIterable<Uint8Array>, first, createWriteStream(`${file}.part`));
  if (left > 0) throw new Error(`${file}: ${left} of ${wanted} events did not come`);
  renameSync(`${file}.part`, file);
}
