import { expect, test } from '@jest/globals';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { FigureTable } from './open-links.page.js';

test('every figure stands beside the name of its column, for a screen that is too narrow for columns, and the table stays one', () => {
  const table = renderToStaticMarkup(
    createElement(FigureTable, {
      ...{ label: 'Theo nền tảng', corner: 'Nền tảng' },
      columns: [
        { key: 'a', label: 'Bài được báo' },
        { key: 'b', label: 'Đường dẫn đã gỡ' },
      ],
      rows: [{ key: 'song-lo', label: 'Sông Lô', cells: ['12', '3'] }],
    }),
  );
  const cells = [...table.matchAll(/<td role="cell" class="number" data-of="([^"]+)">(\d+)<\/td>/g)].map(([, of, n]) => [of, n]);
  expect(cells).toEqual([
    ['Bài được báo', '12'],
    ['Đường dẫn đã gỡ', '3'],
  ]);
  for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader']) expect(table).toContain(`role="${role}"`);
});
