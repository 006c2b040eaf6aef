// The engine as a worker calls it, as one of the tools of a bench.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { at } from './figures.mjs';

const engine = await import(join(import.meta.dirname, '..', '..', 'dist/src/crawl/engine/index.js'));
export const dropReady = () => engine.dropReady();

/** `ready: 1` takes a browser that stands ready, as a worker does. */
export function ours(dir, host, as = {}) {
  let number = 0;
  const taken = [];
  return {
    async run({ url }, more = {}) {
      const outDir = join(dir, `out-${++number}`);
      const r = await engine.captureUrl({ url, outDir, dataDir: join(dir, 'data'), allow: [host], ...as, ...more });
      const { path, bytes } = r.files.find((f) => f.name === 'package') ?? { bytes: 0 };
      const { provenance, archive } = path ? await partsOf(path) : { provenance: { steps: [] }, archive: Buffer.alloc(0) };
      taken.push(...provenance.steps);
      return {
        bytes,
        text: path ? readFileSync(r.files.find((f) => f.name === 'text').path, 'utf8') : '',
        picture: r.files.some((f) => f.name === 'page'),
        complete: r.outcome === 'complete',
        verdict: r.outcome,
        holds: (body) => archive.includes(body),
      };
    },
    /** median milliseconds of each step */
    steps: () =>
      Object.fromEntries(
        [...new Set(taken.map((s) => s.step))].map((step) => {
          const times = taken.filter((s) => s.step === step).map((s) => s.milliseconds);
          return [step, at(times, 0.5)];
        }),
      ),
  };
}

async function partsOf(path) {
  const zip = await engine.openZip(path);
  try {
    return {
      provenance: JSON.parse((await zip.read('provenance.json')).toString()),
      archive: gunzipSync(await zip.read('archive/data.warc.gz')),
    };
  } finally {
    zip.close();
  }
}
