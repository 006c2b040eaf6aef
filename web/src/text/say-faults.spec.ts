import { afterEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldFault, type Field } from './field-fault.js';
import { sayFaults } from './say-faults.js';
import { fill, type Values } from './fill.js';
import type { Language, TextKey } from './texts.js';

const [vi, en] = ['vi', 'en'].map(
  (name) => JSON.parse(readFileSync(join(import.meta.dirname, `../../texts/${name}.json`), 'utf8')) as Record<string, string>,
);
const say = (language: Language, key: TextKey, values: Values) => fill((language === 'vi' ? vi : en)[key] ?? key, values);
const FINE: Field['validity'] = {
  valueMissing: false,
  badInput: false,
  typeMismatch: false,
  patternMismatch: false,
  tooShort: false,
  tooLong: false,
  rangeUnderflow: false,
  rangeOverflow: false,
  stepMismatch: false,
};
const field = (fault: keyof Field['validity'] | null, rest: Partial<Field> = {}): Field => ({
  type: 'text',
  ...rest,
  validity: { ...FINE, ...(fault ? { [fault]: true } : {}) },
});

describe('what is wrong with a field', () => {
  const faults: [Field, string, string][] = [
    [field('valueMissing'), 'Ô này phải điền.', 'This must be filled in.'],
    [field('valueMissing', { type: 'radio' }), 'Hãy chọn một mục.', 'Choose one of these.'],
    [
      field('typeMismatch', { type: 'email' }),
      'Cần một địa chỉ thư, như ten@vidu.vn.',
      'This must be an email address, such as name@example.vn.',
    ],
    [field('typeMismatch', { type: 'url' }), 'Cần một liên kết bắt đầu bằng https://.', 'This must be a link that begins with https://.'],
    [field('badInput', { type: 'date' }), 'Không đọc được; hãy nhập lại.', 'This cannot be read; enter it again.'],
    [field('tooShort', { minLength: 3 }), 'Cần ít nhất 3 ký tự.', 'At least 3 characters are needed.'],
    [field('tooLong', { maxLength: 300 }), 'Chỉ được tối đa 300 ký tự.', 'At most 300 characters are allowed.'],
    [
      field('rangeUnderflow', { type: 'date', min: '2026-11-05' }),
      'Không được sớm hơn 05/11/2026.',
      'This must not be earlier than 05/11/2026.',
    ],
    [
      field('rangeOverflow', { type: 'datetime-local', max: '2026-11-05T14:00' }),
      'Không được muộn hơn 14:00 05/11/2026.',
      'This must not be later than 14:00 05/11/2026.',
    ],
    [field('stepMismatch', { type: 'number' }), 'Giá trị này không dùng được.', 'This value cannot be used.'],
    [field('patternMismatch'), 'Chưa đúng dạng được yêu cầu.', 'This does not have the form that is asked for.'],
  ];
  test.each(faults)('is said in both languages: %#', (of, inVietnamese, inEnglish) => {
    const said = (language: Language) => say(language, ...fieldFault(of, language)!);
    expect([said('vi'), said('en')]).toEqual([inVietnamese, inEnglish]);
  });
  test('is nothing where the browser finds nothing', () => expect(fieldFault(field(null), 'vi')).toBeNull());
  test('stands among the texts of the first page', () => {
    expect(faults.map(([of]) => fieldFault(of, 'vi')![0]).filter((key: TextKey) => !(key in vi))).toEqual([]);
  });
});

describe('a form that refuses', () => {
  /** A field as a browser has it: its own rule, and what somebody set beside it. */
  class Control extends EventTarget {
    type = 'text';
    said = '';
    missing = true;
    isConnected = true;
    get validity() {
      return { ...FINE, valueMissing: this.missing };
    }
    setCustomValidity(said: string) {
      this.said = said;
    }
  }
  /** Events of a field reach whoever listens at the page; the target of a copy is told by hand. */
  const page = new EventTarget();
  const happens = (type: string, target: unknown = page) => {
    const event = new Event(type);
    Object.defineProperty(event, 'target', { value: target });
    page.dispatchEvent(event);
  };
  let language: Language = 'vi';
  let end = () => {};
  afterEach(() => end());

  test('speaks the language of the page, and is silent as soon as the field is right', () => {
    end = sayFaults(page, () => language, say);
    const [name, other] = [new Control(), new Control()];
    happens('invalid', name);
    expect([name.said, other.said]).toEqual(['Ô này phải điền.', '']);
    language = 'en';
    happens('invalid', name);
    expect(name.said).toBe('This must be filled in.');
    happens('keydown', other);
    expect(name.said).toBe('This must be filled in.');
    name.missing = false;
    happens('input', other); // one choice among several rights them all
    expect(name.said).toBe('');
  });
  test('holds nothing back that a button filled in', () => {
    end = sayFaults(page, () => 'vi', say);
    const name = new Control();
    happens('invalid', name);
    name.missing = false;
    happens('click');
    expect(name.said).toBe('');
    happens('invalid');
  });
});
