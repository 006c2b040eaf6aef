import { join } from 'node:path';
import type { CaptureResult } from '../../../src/crawl/engine/index.js';
import { openZip } from '../../../src/crawl/engine/zip.js';
import { openSite, type Pages, type Site } from '../site.js';
import type { Serve, Situation } from './situation.js';

export interface Ran {
  situation: Situation;
  result: CaptureResult;
  seconds: number;
  bytes: number;
  /** what is not as it must be */
  wrong: string[];
}
type CaptureUrl = (options: { url: string; outDir: string; dataDir: string; allow: string[]; ready?: number }) => Promise<CaptureResult>;

/** The pages of the kit with those of these situations. */
export const openSituations = (situations: readonly Situation[]): Promise<Site> =>
  openSite(
    Object.fromEntries(
      situations.flatMap(({ serve = {} }) =>
        Object.entries(serve).map(([path, page]): [string, Serve] => [path, typeof page === 'string' ? (_, r) => void r.end(page) : page]),
      ),
    ) as Pages,
  );

/** Captures one and says what is not as its table wants it. */
export async function run(captureUrl: CaptureUrl, site: Site, situation: Situation, dir: string): Promise<Ran> {
  const began = Date.now();
  const outDir = join(dir, situation.path.replaceAll('/', '-'));
  const result = await captureUrl({
    url: site.url(situation.path),
    outDir,
    dataDir: join(dir, 'data'),
    allow: [site.host],
    ready: 1,
  });
  const seconds = (Date.now() - began) / 1_000;
  const pack = result.files.find((f) => f.name === 'package');
  const said = JSON.stringify([result.missing, result.ground, pack ? await saidBy(pack.path) : null]);
  const { is, or, text, says, asked } = situation;
  const visits = site.asked.filter((path) => path === situation.path).length;
  const right = [is, or].some((end) => end?.[0] === result.outcome && end[1] === result.observation);
  const wrong = [
    ...(right
      ? []
      : [`it is ${result.outcome}, ${result.observation} (${JSON.stringify(result.ground)}; ${result.missing.slice(0, 3).join('; ')})`]),
    ...(text === undefined || result.text.includes(text.normalize('NFC')) || result.text.includes(text)
      ? []
      : [`its text is: ${result.text.slice(0, 100)}`]),
    ...(!says || says.test(said) ? [] : [`it does not say ${String(says)}`]),
    ...(asked === undefined || asked === visits ? [] : [`it was asked for ${visits} times`]),
    ...(seconds < 60 ? [] : [`it took ${Math.round(seconds)} s`]),
  ];
  return { situation, result, seconds, bytes: pack?.bytes ?? 0, wrong };
}

async function saidBy(pack: string): Promise<unknown> {
  const zip = await openZip(pack);
  const p = JSON.parse((await zip.read('provenance.json')).toString()) as {
    acts: unknown;
    steps: unknown;
    limitsReached: unknown;
    exchanges: { url: string; fault: unknown }[];
  };
  zip.close();
  return [p.acts, p.steps, p.limitsReached, p.exchanges.map(({ url, fault }) => fault && [url.slice(0, 200), fault])];
}
