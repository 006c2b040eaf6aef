// How long the words of a picture take by its size, and how many of its letters are read right, on pictures that are drawn.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { transpile } from '../scripts/transpile.mjs';
import { at, round } from './kit/figures.mjs';

const SAYS = [
  'Khẩn cấp! Từ ngày mai nước máy toàn thành phố\nnhiễm độc, mọi người không được uống.\nChia sẻ ngay cho người thân!',
  'Ngân hàng An Phú Đông sắp phá sản,\nngười gửi tiền phải rút ngay trước thứ Sáu.',
  'Thành phố tặng mỗi hộ 3.000.000 đồng,\nbấm vào đường dẫn và nhập số tài khoản để nhận.',
  'Học sinh toàn thành phố được nghỉ học cả tuần\nvì dịch cúm, trường đã giấu thông tin này.',
];
const SIDES = [500, 1_000, 2_000, 4_000];

/** Letters that must be put in, taken out or changed to come from one text to the other. */
function apart(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
const plain = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

export default async function ocr() {
  const root = join(import.meta.dirname, '..');
  mkdirSync(join(root, '.cache'), { recursive: true });
  const code = mkdtempSync(join(root, '.cache', 'bench-'));
  try {
    transpile(root, code, ['src', 'test/kit']);
    const load = (file) => import(join(code, file));
    const { WRITTEN } = await load('test/kit/written-pictures.js');
    const { PictureDecoder } = await load('src/core/pictures/decoder.js');
    const { wordReader } = await load('src/core/pictures/words/word-reader.js');
    const { textOf } = await load('src/core/text/read-lines.js');
    const { default: sharp } = await import('sharp');
    const decoder = new PictureDecoder();
    const reader = wordReader(decoder);
    try {
      const since = performance.now();
      await reader.read(await WRITTEN.plain(SAYS[0]));
      const firstMs = Math.round(performance.now() - since);
      const timed = async (bytes) => {
        const from = performance.now();
        const read = await reader.read(bytes);
        return { ms: performance.now() - from, text: plain(textOf(read.lines)) };
      };
      const kinds = {};
      for (const [kind, draw] of Object.entries(WRITTEN)) {
        const reads = [];
        for (const says of SAYS) reads.push({ says: plain(says), ...(await timed(await draw(says))) });
        const letters = reads.reduce((sum, r) => sum + r.says.length, 0);
        const wrong = reads.reduce((sum, r) => sum + Math.min(r.says.length, apart(r.says, r.text)), 0);
        kinds[kind] = {
          lettersRight: round(1 - wrong / letters, 3),
          of: letters,
          msMedian: Math.round(
            at(
              reads.map((r) => r.ms),
              0.5,
            ),
          ),
        };
      }
      const sizes = {};
      for (const side of SIDES) {
        const times = [];
        for (const says of SAYS)
          times.push(
            (
              await timed(
                await sharp(await WRITTEN.plain(says))
                  .resize(side)
                  .png()
                  .toBuffer(),
              )
            ).ms,
          );
        sizes[`${side} px wide`] = { msMedian: Math.round(at(times, 0.5)), msWorst: Math.round(Math.max(...times)) };
      }
      return { engine: reader.engine, firstMs, kinds, sizes };
    } finally {
      reader.onApplicationShutdown();
      decoder.onApplicationShutdown();
    }
  } finally {
    rmSync(code, { recursive: true, force: true });
  }
}
