import { afterAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { WRITTEN } from '../../../../test/kit/written-pictures.js';
import { PictureDecoder } from '../decoder.js';
import { linesOf, placedWords, textOf } from '../../text/read-lines.js';
import { readingFaults, readingTable } from './reading-table.js';
import { WordReader, wordReader } from './word-reader.js';

const SAYS = 'Từ ngày mai nước máy thành phố nhiễm độc,\nmọi người không được uống.';
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#fff' } }).png();

describe('words in pictures', () => {
  const decoder = new PictureDecoder();
  const reader = wordReader(decoder);
  const others: WordReader[] = [];
  const other = (changed: object) => (others.push(new WordReader(decoder, { ...readingTable, ...changed })), others.at(-1)!);
  afterAll(() => [decoder, reader, ...others].forEach((r) => r.onApplicationShutdown()));

  test.each(Object.keys(WRITTEN))('are read with their marks: %s', async (kind) => {
    const { outcome, lines } = await reader.read(await WRITTEN[kind](SAYS));
    expect(outcome).toBe('read');
    const [asked, said] = [SAYS, textOf(lines)].map((text) => text.split(/[\s,.]+/));
    const right = asked.filter((word) => said.includes(word));
    expect(right.length).toBeGreaterThanOrEqual(asked.length - 4);
    expect(right).toEqual(expect.arrayContaining(['người', 'không', 'được']));
  });
  test('stand in boxes of the picture as a browser shows it, whatever size it was read in, and are read alike again', async () => {
    const small = await WRITTEN.small(SAYS);
    const { width, height, lines } = await reader.read(small);
    const { width: w, height: h } = await sharp(small).metadata();
    expect({ width, height }).toEqual({ width: w, height: h });
    const [[left, top, right, bottom], below] = lines.map((l) => l.words[0].box);
    expect([Math.abs(left - 16) < 4, right > left + 8, top >= 12, bottom - top < 20, below[1] > bottom - 4]).toEqual(Array(5).fill(true));
    expect((await reader.read(small)).lines).toEqual(lines);
    const turned = await sharp(await sharp(small).rotate(90).toBuffer())
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer();
    const upright = await reader.read(turned);
    expect([upright.width, upright.height, textOf(upright.lines)]).toEqual([w, h, expect.stringContaining('không được uống.')]);
  });
  test('are told apart from nothing, from what is no picture, and from what is too large', async () => {
    const large = await picture(12_000, 9_000).toBuffer();
    const outcomes = [];
    for (const bytes of [await picture(300, 300).toBuffer(), await picture(300, 20).toBuffer(), Buffer.from('<svg/>'), large])
      outcomes.push((await reader.read(bytes)).outcome);
    expect(outcomes).toEqual(['nothing', 'nothing', 'unreadable', 'too-large']);
  });
  test('are given up when time or memory is over, and the next picture is read by a new process', async () => {
    const bytes = await WRITTEN.plain(SAYS);
    expect((await other({ seconds: 0.001 }).read(bytes)).outcome).toBe('timed-out');
    expect((await other({ memory_mb: 80 }).read(bytes)).outcome).toBe('unreadable');
    const hangs = other({ seconds: 8 });
    const { process: engine } = hangs as unknown as { process: { pid: number } };
    await hangs.read(bytes);
    const first = engine.pid;
    process.kill(first, 'SIGSTOP');
    expect((await hangs.read(bytes)).outcome).toBe('timed-out');
    expect((await hangs.read(bytes)).outcome).toBe('read');
    expect(engine.pid).not.toBe(first);
  });
  test('are read by a process that is told nothing of ours', async () => {
    await reader.read(await WRITTEN.plain(SAYS));
    const { pid } = (reader as unknown as { process: { pid: number } }).process;
    const told = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
    expect(told.map((line) => line.split('=')[0]).sort()).toEqual(['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE', 'PATH']);
  });
});

test('what an engine tells is believed no further than its form', () => {
  const word = (text: string, confidence: number, x0 = 0) => ({ text, confidence, bbox: { x0, y0: -4, x1: 900, y1: 10 } });
  const page = {
    blocks: [{ paragraphs: [{ lines: [{ words: [word('nước', 91, 10), word('~|', 99), word('mờ', 12), word('máy', 140)] }] }] }],
  };
  const lines = linesOf(page, { width: 200, height: 20 }, { width: 100, height: 10 }, { least_confidence: 30, most_words: 2 });
  expect(lines).toEqual([
    {
      words: [
        { text: 'nước', confidence: 91, box: [5, 0, 100, 5] },
        { text: 'máy', confidence: 100, box: [0, 0, 100, 5] },
      ],
    },
  ]);
  expect(placedWords(lines).map(({ start, end }) => textOf(lines).slice(start, end))).toEqual(['nước', 'máy']);
});
test('a table of reading that cannot work is refused', () => {
  expect(readingFaults(readingTable)).toEqual([]);
  const said = readingFaults({ ...readingTable, language: '../x', enlarged_below: 3000, seconds: 0 }).map((f) => f.says);
  expect(said).toEqual([
    expect.stringContaining('seconds'),
    expect.stringContaining('language'),
    expect.stringContaining('enlarged_below'),
  ]);
});
