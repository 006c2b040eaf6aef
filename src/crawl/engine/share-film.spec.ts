import { expect, test } from '@jest/globals';
import type { Exchange } from './exchange.js';
import { isOpened } from './share-film.js';

const exchange = (id: number, url: string, type: string): Exchange =>
  ({ id, url, status: 200, responseHeaders: ['content-type', type] }) as unknown as Exchange;
const film = exchange(2, 'https://phim.example/a.mp4', 'video/mp4');

test('a film is the one that was opened, though what the site says to robots was asked for before, and not one of a page', () => {
  const robots = exchange(1, 'https://phim.example/robots.txt', 'text/plain');
  expect(isOpened(film, [robots, film], 5)).toBe(true);
  expect(isOpened(film, [film], 5)).toBe(true);
  expect(isOpened(film, [exchange(1, 'https://phim.example/bai', 'text/html'), film], 5)).toBe(false);
});
