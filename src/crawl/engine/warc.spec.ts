import { expect, test } from '@jest/globals';
import { WarcWriter } from './warc.js';

test('a record that the disk has no room for fails where it is written, and ends no process', async () => {
  const warc = await WarcWriter.open('/dev/full');
  await expect(warc.info({ software: 'kiểm tra' })).rejects.toThrow('ENOSPC');
  await warc.close();
});
