import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../src/core/config.js';
import type { CaptureResult } from '../../../src/crawl/engine/index.js';
import { openZip } from '../../../src/crawl/engine/zip.js';
import { answerOf, BROWSER_ALONE, WITHOUT_NAME } from './channels.js';

export interface Caller {
  host: string;
  inside: string;
  close(): void;
}
/** A site whose pages call `inside` by every channel. */
export async function openCaller(inside: string): Promise<Caller> {
  const film = readFileSync(join(projectRoot, 'src/demo/world/media/dap-nuoc.webm'));
  const server = createServer((request, response) => {
    const answer = answerOf(request.url ?? '', inside);
    if (answer) response.writeHead(answer.status, answer.headers).end(answer.body);
    else if (request.url === '/film.webm') response.setHeader('content-type', 'video/webm').end(film);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    host: `world.localhost:${(server.address() as AddressInfo).port}`,
    inside,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export interface TriedChannel {
  name: string;
  /** what the record says of its try */
  recorded: string | undefined;
  /** the browser sends no request for it that a proxy could see */
  browserAlone: boolean;
}
type CaptureUrl = (options: { url: string; outDir: string; dataDir: string; allow: string[] }) => Promise<CaptureResult>;

/** Captures a page that calls by these channels, and finds each try in the record. */
export async function tryChannels(
  captureUrl: CaptureUrl,
  caller: Caller,
  path: string,
  names: readonly string[],
  dir: string,
): Promise<TriedChannel[]> {
  const outDir = join(dir, path.replaceAll('/', '-'));
  const r = await captureUrl({ url: `http://${caller.host}${path}`, outDir, dataDir: join(dir, 'data'), allow: [caller.host] });
  const pack = r.files.find((f) => f.name === 'package');
  const { exchanges, acts } = pack ? await recordOf(pack.path) : { exchanges: [], acts: [] };
  const failed = pack ? undefined : /leads to the inside[^"]*/.exec(JSON.stringify(r.ground))?.[0];
  const tunnel = `https://${new URL(caller.inside).host}/`;
  return names.map((name) => {
    const denied = exchanges.find(
      ({ url, fault }) =>
        fault?.kind === 'denied' && (new URL(url).pathname === `/${name}` || (WITHOUT_NAME.includes(name) && url === tunnel)),
    );
    const act = acts.find(({ says }) => says?.endsWith(`/${name}`))?.act;
    return { name, recorded: denied?.fault?.says ?? act ?? failed, browserAlone: BROWSER_ALONE.includes(name) };
  });
}

interface Record {
  exchanges: { url: string; fault: { kind: string; says: string } | null }[];
  acts: { act: string; says?: string }[];
}
async function recordOf(pack: string): Promise<Record> {
  const zip = await openZip(pack);
  const record = JSON.parse((await zip.read('provenance.json')).toString()) as Record;
  zip.close();
  return record;
}
