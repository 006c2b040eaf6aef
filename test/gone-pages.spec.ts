import { describe, expect, test } from '@jest/globals';
import { observe } from '../src/crawl/engine/observe.js';
import { textOf, union } from '../src/crawl/engine/page-text.js';
import { shownOf, STYLES_ASKED } from '../src/crawl/engine/shown.js';
import { platformOf } from '../src/crawl/platforms/platform-table.js';
import { GONE, recorded, STILL_THERE } from './kit/gone-pages.js';

/** The pages of test/contracts/capture-hostile.spec.ts as a browser had painted them: there some of them are captured, here all are judged. */
describe('a page that says it is gone, as a browser had painted it', () => {
  const { pages, styles, width } = recorded();
  const judged = (path: string) => {
    const { url, status, bytes, snapshot } = pages[path];
    const [shown, text] = [shownOf(snapshot, width), union([textOf(snapshot)])];
    const page = { status, url, text, shown, empty: bytes === 0, fault: null, postFound: false, incomplete: false };
    const { outcome, observation, ground } = observe(page, platformOf(url));
    return [outcome, observation, ground.rule];
  };

  test('was asked for what is asked for now; else `npm run prove -- captures record`', () => {
    expect(styles).toEqual(STYLES_ASKED);
  });
  test.each(STILL_THERE)('%s is not taken for gone, for what it shows: %s', (path, rule) => {
    expect(judged(path)).toEqual(['partial', 'unclear', rule]);
  });
  test.each(GONE)('%s, which shows no more than such pages do, is gone', (path) => {
    expect(judged(path).slice(0, 2)).toEqual(['gone', 'gone']);
  });
});
