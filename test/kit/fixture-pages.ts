import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession } from 'puppeteer-core';
import { projectRoot } from '../../src/core/project-root.js';
import { parseYaml } from '../../src/core/yaml-file.js';
import { ordinaryVisitor } from '../../src/crawl/engine/visitor-table.js';
import { playersFor, type SeenPlayers } from '../../src/crawl/engine/media/players.js';
import { observe } from '../../src/crawl/engine/observe.js';
import { pageTextOf, type Snapshot } from '../../src/crawl/engine/page-text.js';
import { articleReader } from '../../src/crawl/engine/read-article.js';
import { readerFor, type ReadPost } from '../../src/crawl/engine/read-post.js';
import { shownOf, STYLES_ASKED } from '../../src/crawl/engine/shown.js';
import { platformOf, selectorsFor } from '../../src/crawl/platforms/platform-table.js';

const FOLDER = join(projectRoot, 'test', 'fixtures', 'pages');
/** What must be read of a page of the folder. */
export interface FixturePage {
  platform: string;
  name: string;
  url: string;
  status: number;
  observation: string;
  rule: string;
  author?: string;
  handle?: string;
  time?: string;
  text?: string;
  /** what is read where the page has no post's own element */
  article?: string;
  /** the addresses of the films that are kept with it */
  films?: string[];
  /** a recorded page was not yet looked at by a person */
  checked?: boolean;
}

export const fixturePages = (): FixturePage[] =>
  readdirSync(FOLDER).flatMap((platform) =>
    readdirSync(join(FOLDER, platform))
      .filter((f) => f.endsWith('.yaml'))
      .map((f) => ({
        ...(parseYaml(readFileSync(join(FOLDER, platform, f), 'utf8'), `${platform}/${f}`).value as FixturePage),
        platform,
        name: f.replace('.yaml', ''),
      })),
  );

/** Answers every request of this page from the folder, under the platform's own address; nothing leaves the machine. */
export async function serveFixtures(cdp: CDPSession, current: () => FixturePage): Promise<void> {
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  cdp.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const { platform, name, url, status } = current();
    const file = join(FOLDER, platform, `${name}${request.url === url ? '' : '.frame'}.html`);
    const answer =
      resourceType === 'Document' && existsSync(file)
        ? cdp.send('Fetch.fulfillRequest', {
            requestId,
            responseCode: status,
            responseHeaders: [{ name: 'content-type', value: 'text/html; charset=utf-8' }],
            body: readFileSync(file).toString('base64'),
          })
        : cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    void answer.catch(() => undefined);
  });
}

/** What the engine's own reader and observer make of the page that stands there. */
export async function readFixture(cdp: CDPSession, { url, status }: FixturePage) {
  const platform = platformOf(url);
  const sought = selectorsFor(platform, url);
  const ask = async <T>(expression: string): Promise<T> =>
    (await cdp.send('Runtime.evaluate', { expression, returnByValue: true })).result.value as T;
  const post = await ask<ReadPost>(readerFor(sought));
  const article = platform.articles && !post.found ? await ask<string | null>(articleReader()) : null;
  const { players, told } = await ask<SeenPlayers>(playersFor(sought));
  const films = [...players.map((p) => p.url), ...told];
  const snapshot = (await cdp.send('DOMSnapshot.captureSnapshot', {
    computedStyles: STYLES_ASKED,
    includeBlendedBackgroundColors: true,
  })) as unknown as Snapshot;
  const shown = shownOf(snapshot, ordinaryVisitor.viewport.width);
  const { text } = pageTextOf(snapshot, post.frames);
  const judged = observe(
    { status, fault: null, postFound: post.found, part: sought.part, incomplete: false, url, text, shown, ownFonts: false, empty: false },
    platform,
  );
  return { platform: platform.key, post, article, films, ...judged };
}
