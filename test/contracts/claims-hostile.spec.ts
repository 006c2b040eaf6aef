import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PATIENCE } from '../kit/native/patience.js';
import { openOffice, type Caller, type Office } from '../kit/office.js';
import { previewed } from './exchange-setup.js';

const claim = (more: object = {}) => ({
  ...{ topic: 'y-te', harm: 'low', truth: 'Không đúng', falseFrom: '2026-11-01', falseTo: null },
  wordings: [{ language: 'vi', text: 'Nước chanh chữa khỏi bệnh ngay' }],
  sources: [{ title: 'Thông báo', url: 'https://soyte.example/tb/1', date: '2026-11-01' }],
  ...more,
});
const line = (content: object) => `${JSON.stringify(content)}\n`;
/** far less than reading each entry takes */
const MOST_MS = 4_000 * PATIENCE;

describe('files of claims that somebody made to harm', () => {
  let office: Office;
  let inspector: Caller;
  beforeAll(async () => {
    office = await openOffice();
    inspector = await office.as('inspector');
  }, 60_000);
  afterAll(() => office.close());

  const counts = async (file: string) => {
    const began = performance.now();
    const { status, body } = await previewed(inspector, file);
    expect(performance.now() - began).toBeLessThan(MOST_MS);
    return { status, ...(body as { counts?: object; says?: string }) };
  };

  test.each([
    ['numbers', '0'],
    ['empty things', '{}'],
  ])('a list of a million %s is no file of claims, and is so at once', async (_of, one) => {
    const file = `[${`${one},`.repeat(1_000_000)}${one}]`;
    expect(await counts(file)).toMatchObject({ status: 422, says: 'no-claim-reviews' });
  });
  test('a record that is deep, or long, is faulty, and the others are read', async () => {
    const deep = line(claim({ truth: 'deep' })).replace('"deep"', '['.repeat(5_000) + ']'.repeat(5_000));
    const long = Array<object>(100_000).fill({});
    const file = deep + line(claim({ sources: long })) + line(claim({ wordings: long })) + line(claim({ truth: long })) + line(claim());
    expect(await counts(file)).toMatchObject({ status: 200, counts: { faulty: 4, new: 1 } });
  });
  test('signs that the database cannot keep are a fault of their record', async () => {
    const file = line(claim({ truth: 'a\ud800b' })) + line(claim({ truth: 'a\0b' })) + line(claim());
    expect(await counts(file)).toMatchObject({ counts: { faulty: 2, new: 1 } });
  });
});
