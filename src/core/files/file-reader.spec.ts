import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeMp4, madePdf, madePhoto } from '../../../test/kit/made-files.js';
import { FileReader, lookedAt } from './file-reader.js';
import { fileTable as table } from './file-table.js';

describe('the process that looks into files', () => {
  const dir = mkdtempSync(join(tmpdir(), 'lachan-files-'));
  const reader = new FileReader();
  afterAll(() => {
    reader.onApplicationShutdown();
    rmSync(dir, { recursive: true });
  });
  const laid = (name: string, bytes: Buffer): string => {
    writeFileSync(join(dir, name), bytes, { mode: 0o600 });
    return join(dir, name);
  };

  test('reads a file that it could not open itself; tells what it claims and a small picture of it, or why it is not taken', async () => {
    const photo = laid('photo', await madePhoto());
    const taken = await reader.read(photo);
    expect(taken).toMatchObject({ mediaType: 'image/jpeg', kind: 'picture', claims: { device: 'Samsung SM-A155F' } });
    expect(taken.still!.subarray(0, 2).toString('hex')).toBe('ffd8');
    expect((await reader.read(laid('film', madeMp4()))).claims).toMatchObject({ seconds: 83.4, software: 'Android 14' });
    expect((await reader.read(laid('paper', madePdf()))).claims).toMatchObject({ author: 'An' });
    await expect(reader.read(laid('page', Buffer.from('<html>')))).rejects.toThrow('unknown-file');
    await expect(reader.read(photo, { ...table, read: { ...table.read, seconds: 0.02 } })).rejects.toThrow('unread-file');
  });
  test('takes a file that is known but does not let its claims be read in time, without them', async () => {
    const hurried = { ...table, read: { ...table.read, claim_seconds: 0.001 } };
    expect(await reader.read(laid('slow', madeMp4()), hurried)).toEqual({ mediaType: 'video/mp4', kind: 'film', claims: {}, still: null });
  });
  test('reads in turn, and not without end', async () => {
    const path = laid('one', madePdf());
    const all = await Promise.allSettled(
      Array.from({ length: 4 }, () => reader.read(path, { ...table, read: { ...table.read, in_turn: 1 } })),
    );
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
  });

  test('has the small picture of a film made in the same turn', async () => {
    const film = laid('film', madeMp4());
    const told: string[] = [];
    const first = reader.read(film, table, async (type) => (told.push(type), Buffer.from('still')));
    const second = reader.read(film, table).then(() => told.push('next'));
    expect((await first).still!.toString()).toBe('still');
    await second;
    expect(told).toEqual(['video/mp4', 'next']);
  });

  test('what the process tells is believed no further than its form', () => {
    const read = { mediaType: 'video/mp4', kind: 'film', claims: { device: 'x', other: 'y' } };
    expect(lookedAt({ read, still: Buffer.from('<svg>') }, table)).toEqual({ ...read, claims: { device: 'x' }, still: null });
    expect(lookedAt({ read, claims: { seconds: 7, html: 1 } }, table).claims).toEqual({ seconds: 7 });
    const wrong = [
      {},
      { read: { ...read, kind: 'picture' } },
      { read: { ...read, mediaType: 'text/html' } },
      { refused: 'forbidden' },
      { read: 7 as never },
    ];
    for (const told of wrong) expect(() => lookedAt(told, table)).toThrow('unread-file');
  });
});
