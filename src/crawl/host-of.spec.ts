import { expect, test } from '@jest/globals';
import { hostOf } from './host-of.js';

test('all names of a platform are one host to be spared, others each their own, and the office’s own none', () => {
  expect(hostOf('https://m.facebook.com/a', [])).toBe(hostOf('https://fb.watch/b', []));
  expect(hostOf('https://tin.example.vn/a', [])).toBe('tin.example.vn');
  expect(hostOf('http://world.localhost:4180/p/1', ['world.localhost:4180'])).toBeNull();
  expect(hostOf('https://trong.example.vn/', ['trong.example.vn:443'])).toBeNull();
});
