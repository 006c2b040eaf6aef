import { expect, test } from '@jest/globals';
import { downloadName } from './download-name.js';

test.each([
  ['package', 'wacz', 'c.wacz'],
  ['timestamp-1', 'tsr', 'c.wacz.tsr'],
  ['timestamp-2', 'tsr', 'c.wacz.2.tsr'],
  ['receipt', 'json', 'c.wacz.receipt.json'],
  ['view', 'png', 'c-view.png'],
  ['ảnh 1', 'jpg', 'c-%E1%BA%A3nh%201.jpg'],
])('the part %s leaves under a name that a verification knows', (part, suffix, name) => expect(downloadName('c', part, suffix)).toBe(name));
