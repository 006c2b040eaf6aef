import { expect, test } from '@jest/globals';
import { pageTextOf, type Snapshot } from './page-text.js';

const strings = ['https://a.example/', 'Của trang', 'https://a.example/embed', 'Của bài', 'https://a.example/ads', 'Quảng cáo'];
const document = (documentURL: number, text: number) => ({
  documentURL,
  nodes: {},
  layout: { nodeIndex: [0], text: [text], bounds: [[0, 0, 9, 9]] },
});
const snapshot: Snapshot = { strings, documents: [document(0, 1), document(2, 3), document(4, 5)] };

test('what stands in frames of others is no word of the page, of this process or of another', () => {
  expect(pageTextOf(snapshot, ['https://a.example/embed'], ['Từ nơi khác'])).toEqual({
    text: 'Của trang\nCủa bài',
    frameText: 'Quảng cáo\nTừ nơi khác',
  });
  expect(pageTextOf(snapshot, [])).toEqual({ text: 'Của trang', frameText: 'Của bài\nQuảng cáo' });
});
