import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS, Faults, type Check, type Fault, type Standing } from './faults.js';
import { verificationWords as words } from './node/words-table.js';
import { asHtml, asText, sectionOf, sumWords } from './report.js';
import { conclude, nothingYet } from './verdict.js';
import { Sayings } from './words.js';

const CODE = new RegExp(`'((?:${CHECKS.join('|')})\\.[a-z0-9-]+)'`, 'g');
const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((f) => /(?<!\.spec)\.ts$/.test(f));
const used = new Set(
  sources.flatMap((f) => [...readFileSync(join(import.meta.dirname, f), 'utf8').matchAll(CODE)].map(([, code]) => code)),
);

describe('what a verification says', () => {
  test('every fault has words in both languages, and no words wait for a fault that is never told', () => {
    expect([...used].sort()).toEqual(Object.keys(words.faults).sort());
    for (const { vi, en } of Object.values(words.faults)) expect([/\p{L}/u.test(vi), /^[^à-ỹ]+$/.test(en)]).toEqual([true, true]);
  });
  const checked = (...checks: Check[]): Faults => {
    const faults = new Faults();
    for (const check of checks) faults.checked.add(check);
    return faults;
  };
  const broken = (() => {
    const faults = checked('form', 'hashes', 'manifest');
    faults.add('hashes.changed', '<b>text</b>.txt');
    for (let i = 0; i < 300; i++) faults.add('archive.block-digest', `archive/data.warc.gz @${i}`);
    return conclude({ ...nothingYet('hồ sơ/a.wacz', 12), kind: 'package' }, faults);
  })();

  test('a report names each check by itself, in both languages, and counts what it does not list', () => {
    const text = asText(sectionOf(broken, words));
    expect(text).toMatch(/^✗ hồ sơ\/a\.wacz \(gói chứng cứ\)\n/);
    expect(text).toContain('Gói KHÔNG còn nguyên vẹn');
    expect(text).toContain('The package does NOT hold');
    expect(text).toMatch(/Mã băm từng phần \/ Hash of every part: SAI \/ BROKEN/);
    expect(text).toMatch(/Cấu trúc tệp \/ Form of the file: đúng \/ holds\. Mọi chương trình.*Every program/);
    expect(text).toMatch(/Dấu thời gian \/ Time stamp: không có \/ absent/);
    expect(text).toContain('101');
  });
  test('a name out of a package is text in a page', () => {
    expect(asHtml(sectionOf(broken, words))).not.toContain('<b>');
  });
  test('what holds tells whose word its date is', () => {
    const whole = conclude(
      { ...nothingYet('a.wacz', 1), kind: 'package', created: '2026-11-26T08:00:00.000Z', signer: { fingerprint: 'ab', known: null } },
      checked('form'),
    );
    const vietnamese = new Sayings(words, 'vi');
    expect([vietnamese.verdict(whole), ...vietnamese.dates(whole)].join(' ')).toMatch(/CHƯA kiểm tra ai đã ký.*lời của chính người ký/);
    const stamped = { ...whole, checks: { ...whole.checks, timestamp: 'holds' as Standing } };
    const dated = (at: string, within = 1) => vietnamese.dates({ ...stamped, dated: [{ at, by: 'TSA thử', within }] });
    expect(dated('2026-11-26T08:00:03Z')).toEqual(['Đã có vào lúc 2026-11-26T08:00:03Z, theo lời của TSA thử.']);
    expect(dated('2026-11-26T07:59:01Z')).toHaveLength(1);
    expect(dated('2026-11-26T07:58:59Z')[1]).toMatch(/07:58:59Z lại sớm hơn 2026-11-26T08:00:00.000Z.*đồng hồ sai/);
    expect(dated('2026-11-26T07:58:59Z', 120)).toHaveLength(1);
  });
  test('what nobody named anybody to trust for was not read, and is not called worthless', () => {
    const faults = checked('form');
    const unread = {
      ...nothingYet('a.wacz', 1),
      checks: { ...nothingYet('', 0).checks, timestamp: 'pending', receipt: 'pending' },
    } as const;
    const told = new Sayings(words, 'en').dates(conclude({ ...unread, created: '2026-11-26T08:00:00.000Z' }, faults)).join(' ');
    expect(told).toMatch(/time stamp beside it was NOT read: nobody named the roots.*receipt beside it was NOT read/);
    expect(told).not.toContain('attests nothing');
  });
  test('what is wrong beside a package is not told as a package that is not intact', () => {
    const told = (...codes: Fault['code'][]) => {
      const faults = checked('form', 'timestamp');
      for (const code of codes) faults.add(code, '', { says: 'x' });
      const verdict = conclude({ ...nothingYet('a.wacz', 1), kind: 'package', created: '2026-11-26T08:00:00.000Z' }, faults);
      return [new Sayings(words, 'vi'), new Sayings(words, 'en')].map((s) => [s.verdict(verdict), ...s.dates(verdict)].join(' '));
    };
    const [vi, en] = told('timestamp.broken', 'receipt.broken');
    expect(vi).toMatch(/^Gói tự nó còn nguyên vẹn, nhưng tệp kèm theo KHÔNG có giá trị: dấu thời gian.*\(và 1 lỗi khác\)\./);
    expect(en).toMatch(/^The package itself is intact, but what lies beside it does NOT hold: the time stamp.*attests nothing/);
    expect(told('timestamp.broken', 'hashes.changed')[0]).toMatch(/^Gói KHÔNG còn nguyên vẹn/);
  });
  test('the sum counts what holds, what does not, and what lacks something that was required', () => {
    expect(sumWords(words, { files: 3, holding: 2, broken: 1, wanting: 1 })).toEqual([
      'Đã kiểm tra 3 tệp: 2 đạt, 1 không đạt. Trong số đạt, 1 thiếu điều đã đòi hỏi.',
      '3 files were checked: 2 hold, 1 do not. Of those that hold, 1 lack what was asked for.',
    ]);
  });
});
