import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaptureOptions, CaptureResult } from '../../src/crawl/engine/index.js';
import { ahead } from '../kit/ahead.js';
import { foldedPages, HIDDEN, LEFT_ALONE, messages, rows, said } from '../kit/folded-pages.js';
import { OF_OPENING } from '../kit/hostile/of-opening.js';
import { run, type Ran } from '../kit/hostile/run.js';
import { openSite, type Pages, type Site } from '../kit/site.js';

const { captureUrl } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/index.js'))) as {
  captureUrl(options: CaptureOptions): Promise<CaptureResult>;
};
const { openZip } = (await import(join(process.env.TEST_SERVER_CODE!, 'src/crawl/engine/zip.js'))) as {
  openZip(file: string): Promise<{ read(name: string): Promise<Buffer>; close(): void }>;
};
interface Told {
  acts: { at: string; act: string; says: string }[];
  limitsReached: string[];
  pictures: { file: string; at: string }[];
  steps: { step: string; said?: object }[];
}
const PLAIN = '/p/plain';
const ORDINARY = ['/xem-them', '/loi-ban-cuon', '/kho-hang', '/khung-chat', '/go-roi', PLAIN];
const served = Object.fromEntries(
  OF_OPENING.flatMap(({ serve }) =>
    Object.entries(serve!).map(([path, page]) => [path, (_: never, r: { end(b: unknown): void }) => r.end(page)]),
  ),
) as unknown as Pages;

describe('a capture', () => {
  let site: Site;
  let dir: string;
  let seen: (path: string) => Promise<CaptureResult & { told: Told; words: string }>;
  let ran: (path: string) => Promise<Ran>;
  beforeAll(async () => {
    site = await openSite({ ...foldedPages, ...served });
    dir = mkdtempSync(join(tmpdir(), 'lachan-opens-'));
    const ofNoPlatform = site.host.replace('world.', 'other.');
    const capture = async (path: string) => {
      const [host, outDir] = [path === PLAIN ? site.host : ofNoPlatform, join(dir, path.replaceAll('/', '-'))];
      const r = await captureUrl({ url: `http://${host}${path}`, outDir, dataDir: join(dir, 'data'), allow: [host] });
      const zip = await openZip(r.files.find((f) => f.name === 'package')!.path);
      const [told, words] = [JSON.parse((await zip.read('provenance.json')).toString()) as Told, (await zip.read('text.txt')).toString()];
      zip.close();
      return { ...r, told, words };
    };
    const hostile = (path: string) =>
      run(
        captureUrl,
        site,
        OF_OPENING.find((s) => s.path === path)!,
        dir,
      );
    const all = ahead<string, unknown>([...ORDINARY, ...OF_OPENING.map((s) => s.path)], (path) =>
      ORDINARY.includes(path) ? capture(path) : hostile(path),
    );
    seen = all as typeof seen;
    ran = all as typeof ran;
  });
  afterAll(() => {
    site.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('opens what a page hides behind “see more” of every kind, waits for what comes, and says what it clicked', async () => {
    const { outcome, words, told } = await seen('/xem-them');
    expect([outcome, HIDDEN.filter((part) => !words.includes(part))]).toEqual(['complete', []]);
    const clicked = told.acts.filter((a) => a.act === 'clicked').map((a) => a.says);
    expect(clicked).toHaveLength(HIDDEN.length);
    expect(clicked.slice(0, 2)).toEqual([
      expect.stringMatching(/^xem thêm \(.*button:nth-child\(1\)\)$/),
      expect.stringMatching(/^đọc tiếp \(.*a:nth-child\(2\)\)$/),
    ]);
    expect(clicked.filter((says) => says === 'xem thêm bình luận (#b)')).toHaveLength(2);
    expect(told.limitsReached).toEqual([]);
    expect(told.pictures[0].file).toBe('view.png');
    expect(told.pictures[0].at < told.acts[0].at).toBe(true);
  });
  test('clicks no link to another page, no form, nothing of the navigation, and nothing that says something else', async () => {
    await seen('/xem-them');
    expect(LEFT_ALONE.filter((path) => site.asked.some((asked) => asked.startsWith(path)))).toEqual([]);
    expect(site.asked.filter((asked) => asked === '/xem-them')).toHaveLength(1);
  });
  test('waits for comments that a page fetches as it is scrolled', async () => {
    const { outcome, words, told } = await seen('/loi-ban-cuon');
    expect([outcome, said.filter((line) => !words.includes(line))]).toEqual(['complete', []]);
    expect(told.steps.find((s) => s.step === 'scroll')?.said).toMatchObject({ ended: 'end' });
    expect(told.limitsReached).toEqual([]);
  });
  test('keeps the rows of a list that drops them as it is scrolled', async () => {
    const { words } = await seen('/kho-hang');
    expect(rows.filter((row) => !words.split('\n').includes(row))).toEqual([]);
  });
  test('scrolls the boxes that scroll within the page, by the wheel', async () => {
    const { words, told } = await seen('/khung-chat');
    expect(messages.filter((message) => !words.includes(message))).toEqual([]);
    expect(told.steps.find((s) => s.step === 'scroll')?.said).toMatchObject({ turns: 0, boxes: [{ selector: '#h', ended: 'end' }] });
    expect(told.acts.filter((a) => a.says.includes('without the wheel'))).toEqual([]);
  });
  test('opens nothing of a page that says that it shows no post', async () => {
    expect((await seen('/go-roi')).told.acts).toEqual([]);
  });
  test('does nothing to a page that has nothing to open or to scroll', async () => {
    const { told } = await seen(PLAIN);
    expect([told.acts, told.steps.filter((s) => ['expand', 'scroll'].includes(s.step) && s.said)]).toEqual([[], []]);
  });
  test.each(OF_OPENING)('of $name keeps its post and ends in time', async ({ path }) => {
    expect((await ran(path)).wrong).toEqual([]);
    expect(site.asked).not.toContain('/elsewhere');
  });
});
