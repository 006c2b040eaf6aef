import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SealedPart } from '../../core/evidence/sealed-zip.js';
import { dossierFaults, dossierTable } from './dossier-table.js';
import { RecordWriter } from './record.page.js';
import { Spool } from '../../core/evidence/spool.js';

const dir = mkdtempSync(join(tmpdir(), 'lachan-record-'));
let spool: Spool;
beforeAll(async () => {
  spool = await Spool.open(dir);
});
afterAll(() => rmSync(dir, { recursive: true }));
const bytesOf = async (part: SealedPart) => Buffer.concat((await (await part.open()).toArray()) as Buffer[]);

test('a record is lists in full, and a page on which nothing that was written acts', async () => {
  const about = { number: '2026-0012', title: 'Tin <img src=x>', at: '2026-11-27T03:04:05.678Z', by: 'An', timeZone: 'Asia/Ho_Chi_Minh' };
  const writer = await RecordWriter.open(spool, about);
  const note = { at: new Date('2026-11-27T01:00:00Z'), by: 'Bình', text: '<script>alert(1)</script>\nhai dòng' };
  await writer.list('notes', [note, note]);
  await writer.list('exhibits', [{ why: 'ảnh', outcome: 'complete', files: ['exhibits/001/package.wacz'] }]);
  await writer.list('posts', [{ text: 'chỉ thành viên', session: 'van-phong', neverLaidOut: true }]);
  await writer.list('parties', []);
  const parts = new Map((await writer.end()).map((part) => [part.path, part]));
  expect([...parts.keys()]).toEqual([
    'index.html',
    'record/notes.json',
    'record/exhibits.json',
    'record/posts.json',
    'record/parties.json',
  ]);
  for (const part of parts.values()) {
    const bytes = await bytesOf(part);
    expect([part.bytes, part.sha256]).toEqual([bytes.length, createHash('sha256').update(bytes).digest('hex')]);
  }
  const json = async (path: string) => JSON.parse((await bytesOf(parts.get(path)!)).toString()) as unknown;
  expect(await json('record/notes.json')).toEqual([1, 2].map(() => ({ ...note, at: '2026-11-27T01:00:00.000Z' })));
  expect(await json('record/parties.json')).toEqual([]);
  const page = (await bytesOf(parts.get('index.html')!)).toString();
  expect(page).not.toMatch(/<script|<img/);
  for (const told of [
    '2026-11-27T01:00:00.000Z (',
    'href="exhibits/001/package.wacz"',
    dossierTable.labels.nothing.vi,
    'van-phong',
    'không rõ chữ có hiện trên màn hình',
  ])
    expect(page).toContain(told);
  const widest = Math.max(...Object.values(dossierTable.sections).map(({ columns }) => Object.keys(columns).length));
  expect(page).toContain(`td:nth-child(${widest}):not(:empty)`); // so that a column without a word is not shown
});

test('what is spooled is gone when it is not needed any more', async () => {
  await spool.remove();
  expect(readdirSync(dir)).toEqual([]);
});

test('each list has its names in both languages, and words that the glossary has', () => {
  expect(dossierFaults(dossierTable)).toEqual([]);
  const { notes } = dossierTable.sections;
  const wrong = { ...notes, columns: { at: { vi: 'Lúc', en: '', words: 'không-có' } } };
  const faults = dossierFaults({ ...dossierTable, sections: { ...dossierTable.sections, notes: wrong } });
  expect(faults.map(({ path }) => path.slice(3).join('.'))).toEqual(['at', 'at.words']);
});
