import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { distanceOf } from '../src/classify/likeness/fingerprint.js';
import { likenessFaults, likenessTable } from '../src/classify/likeness/likeness-table.js';
import { picturePrints } from '../src/classify/likeness/picture-fingerprint.js';
import { textPrint } from '../src/classify/likeness/text-fingerprint.js';
import { matching } from '../src/classify/matching/matching-table.js';
import { tokenise } from '../src/classify/text/tokens.js';
import { ALTERATIONS, brightnessOf, drawn } from './kit/drawn-pictures.js';

const { picture, text } = likenessTable;
const printsOf = async (bytes: Buffer) => picturePrints(await brightnessOf(bytes), picture);

describe('a picture that was posted again', () => {
  const pictures = Array.from({ length: 4 }, (_, i) => drawn(i));
  test.each(Object.keys(ALTERATIONS))('is found after: %s', async (name) => {
    for (const [seed, picked] of pictures.slice(0, 2).entries()) {
      const original = await picked;
      const altered = await ALTERATIONS[name](original, seed);
      expect(distanceOf(await printsOf(altered), await printsOf(original.bytes))).toBeLessThanOrEqual(picture.bits_apart);
    }
  });
  test('is not joined with a stranger', async () => {
    const prints = await Promise.all(pictures.map(async (p) => printsOf((await p).bytes)));
    for (const [i, one] of prints.entries())
      for (const other of prints.slice(0, i)) expect(distanceOf(one, other)).toBeGreaterThan(picture.bits_apart);
  });
  test('has no fingerprint when it is an icon, or flat', async () => {
    const plain = (side: number, background: string) =>
      sharp({ create: { width: side, height: side, channels: 3, background } })
        .png()
        .toBuffer();
    expect(await printsOf(await plain(400, '#3377bb'))).toEqual([]);
    const small = await sharp((await pictures[0]).bytes)
      .resize(48, 48)
      .toBuffer();
    expect(await printsOf(small)).toEqual([]);
  });
});

describe('a text that was posted again', () => {
  const said =
    'Khẩn cấp! Nhà máy nước Sông Lô đã bị nhiễm độc, cả thành phố không được dùng nước máy từ tối nay, nhiều người ở phường Bến Tre đã nhập viện. Bà con chia sẻ ngay cho người thân biết mà tránh, báo chí không dám đưa tin này đâu.';
  const wordsOf = (of: string) => tokenise(of, matching.text).tokens.map((t) => t.bare);
  const printOf = (of: string) => [textPrint(wordsOf(of), text)!];
  const distance = (other: string) => distanceOf(printOf(other), printOf(said));

  test.each([
    ['the same', said],
    ['without its marks', said.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')],
    ['with a line before and hashtags after', `Mọi người đọc đi ạ. ${said} #nuocsach #songlo`],
    ['with three words changed', said.replace('Khẩn cấp', 'Tin nóng').replace('tối nay', 'sáng mai').replace('người thân', 'gia đình')],
    ['with its end cut off', said.slice(0, -60)],
  ])('is found: %s', (_, other) => {
    expect(distance(other)).toBeLessThanOrEqual(text.bits_apart);
  });
  test('is not joined with another text of the same matter, nor with its own denial', () => {
    expect(
      distance(
        'Công ty cấp nước Sông Lô cho biết nước máy của thành phố vẫn an toàn, kết quả xét nghiệm sáng nay đạt mọi chỉ tiêu; người dân phường Bến Tre yên tâm sử dụng, không chia sẻ tin chưa kiểm chứng.',
      ),
    ).toBeGreaterThan(text.bits_apart);
  });
  test('is found again in the same words only when it is short, however they are written', () => {
    const [short] = printOf('Thứ 6 này cả thành phố phong tỏa');
    expect(short.keys).toHaveLength(1);
    const apart = (other: string) => distanceOf(printOf(other), [short]);
    expect(apart('THỨ 6 NÀY, cả thành phố phong toả!!!')).toBe(0);
    expect(apart('Thứ 6 này cả thành phố phong tỏa rồi')).toBe(Infinity);
  });
  test('has no fingerprint when it is a few words', () => {
    expect(textPrint(wordsOf('Tin nóng đây'), text)).toBeNull();
  });
});

test('a table with a bound that would join strangers is refused', () => {
  expect(likenessFaults({ ...likenessTable, picture: { ...picture, bits_apart: 120 } })).toEqual([
    { path: ['picture', 'bits_apart'], says: expect.stringContaining('picture.bits_apart') },
  ]);
  expect(likenessFaults({ ...likenessTable, copies: { ...likenessTable.copies, text_bits_apart: text.bits_apart + 1 } })).toEqual([
    { path: ['copies', 'text_bits_apart'], says: expect.stringContaining('copies.text_bits_apart') },
  ]);
});
