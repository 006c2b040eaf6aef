import { describe, expect, test } from '@jest/globals';
import { fieldFaults } from '../../core/documents/form.js';
import { whenInWords } from '../../core/documents/spell-out.js';
import { issuingOffice, issuingOfficeFaults, type IssuingOffice } from './issuing-office-table.js';
import { evidenceFields } from './known-facts.js';
import { whenOf } from './record-fields.js';
import { headingFields, signingFields } from './signing-fields.js';
import { subjectFields } from './subject-fields.js';
import { wording } from './wording-table.js';

const house = { office: issuingOffice, wording };
const ZONE = 'Asia/Ho_Chi_Minh';

describe('the time of an act', () => {
  test('is printed as far as it is known: a day, a month, a year, or from one day to another', () => {
    const spans = [
      ['2026-09-10', '2026-09-10', 'ngày 10 tháng 9 năm 2026'],
      ['2026-02-01', '2026-02-28', 'tháng 02 năm 2026'],
      ['2024-02-01', '2024-02-28', 'từ ngày 01 tháng 02 năm 2024 đến ngày 28 tháng 02 năm 2024'],
      ['2026-12-01', '2026-12-31', 'tháng 12 năm 2026'],
      ['2026-01-01', '2026-12-31', 'năm 2026'],
      ['2026-09-10', '2026-10-02', 'từ ngày 10 tháng 9 năm 2026 đến ngày 02 tháng 10 năm 2026'],
    ];
    for (const [first, last, words] of spans) expect(whenInWords(whenOf({ first, last }), ZONE)).toBe(words);
    expect(whenInWords('2026-08-03T20:15:00+07:00', ZONE)).toBe('20 giờ 15 phút, ngày 03 tháng 8 năm 2026');
  });
  test('is a field that holds each of these and nothing else', () => {
    const form = { fields: { at: { is: 'when' as const, vi: 'x', en: 'x' } } };
    const says = (at: string) => fieldFaults(form, { at }, { text_letters: 99, list_entries: 9 }).map((f) => f.says);
    for (const at of ['2026', '2026-09', '2026-09-10', '2026-09-10/2026-10-02', '2026-08-03T20:15:00+07:00']) expect(says(at)).toEqual([]);
    for (const at of ['hôm qua', '2026-13', '2026-10-02/2026-09-10', '2026-09/2026-10', '2026-09-10/2026-10-02/2026-10-03'])
      expect(says(at)).toEqual(['no when']);
  });
});

describe('who signs', () => {
  const title = { label: 'Giám đốc Sở', name: 'Bà Ký', delegation: null, delegatedOn: null };
  test('is blank while nobody does', () => {
    expect(signingFields(null, house)).toEqual({ issuer: wording.blank, signer: { title: wording.blank, name: wording.blank } });
    expect(headingFields(null, 'QĐ-XPHC', '2026-09-14', house).number).toBe('……/QĐ-XPHC');
  });
  test('is the holder of the title, or the deputy by a delegation with its number and day', () => {
    expect(signingFields(title, house)).toEqual({ issuer: 'Giám đốc Sở', signer: { title: 'Giám đốc Sở', name: 'Bà Ký' } });
    expect(signingFields({ ...title, delegation: '03/QĐ', delegatedOn: '2026-01-05' }, house)).toEqual({
      issuer: 'Giám đốc Sở',
      delegation: { number: '03/QĐ', day: '2026-01-05' },
      signer: { instead: 'KT. Giám đốc Sở', title: 'Phó Giám đốc Sở', name: 'Bà Ký' },
    });
  });
});

test('evidence that a visitor was shown who was signed in is listed as such', () => {
  const [sealedAt, sha256] = [new Date('2026-11-27T01:00:00Z'), 'a'.repeat(64)];
  const exhibit = { url: 'https://mang.example/1', why: 'bài', sealedAt, sha256 };
  const listed = evidenceFields([{ ...exhibit, signedIn: true }, { ...exhibit, signedIn: false }], wording); // prettier-ignore
  expect(listed.map((e) => e.url)).toEqual(['https://mang.example/1 (chụp khi người xem đã đăng nhập)', 'https://mang.example/1']);
});

test('what papers do not say of the accused stays open, so that the form can name it', () => {
  const { person } = subjectFields({ kind: 'individual', name: 'A', details: { gender: 'Nam' } });
  expect(person).toMatchObject({ name: 'A', sex: 'Nam' });
  expect(person!.residence).toBeUndefined();
});

test('the table of the issuing office is refused where a text is missing, empty or unknown', () => {
  const says = (change: object) => issuingOfficeFaults({ ...issuingOffice, ...change } as IssuingOffice).map((f) => f.says);
  expect(says({})).toEqual([]);
  expect(says({ agency: ' ', superior: '', informed: [''], motto: 'x' })).toEqual([
    'there is no motto here',
    'agency must be a text',
    'superior must be a text',
    'informed must list texts',
  ]);
  expect(says({ payment: {}, record: undefined })).toHaveLength(7);
});
