import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../core/config.js';
import type { DecisionDocument, Documents, FormCode, RecordDocument } from './models.js';
import { writtenDocument } from './written.page.js';

const sample = <F extends FormCode>(form: F): Documents[F] =>
  JSON.parse(
    readFileSync(join(projectRoot, 'test/fixtures/documents', `${form.toLowerCase().replace('đ', 'd')}.json`), 'utf8'),
  ) as Documents[F];
const words = (html: string): string =>
  html
    .replace(/^.*<body>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.;:,])/g, '$1');
const decision = (change: (model: DecisionDocument) => void = () => undefined) => {
  const model = sample('MQĐ02');
  change(model);
  return words(writtenDocument('MQĐ02', model, 'Asia/Ho_Chi_Minh').html);
};
const record = (change: (model: RecordDocument) => void) => {
  const model = sample('MBB01');
  change(model);
  return words(writtenDocument('MBB01', model, 'Asia/Ho_Chi_Minh').html);
};

describe('a decision on a penalty', () => {
  test('cites the law as it stood on its day', () => {
    expect(decision()).toContain('(sửa đổi, bổ sung năm 2020 và năm 2025)');
    expect(decision((m) => (m.heading.day = '2025-06-30'))).toContain('(sửa đổi, bổ sung năm 2020);');
  });
  test('prints each act with its amount, and the total', () => {
    const said = decision((m) => {
      m.acts.push({ description: 'Hành vi khác', provision: 'điểm k khoản 1 Điều 95' });
      m.fine = { ...m.fine!, amounts: [12_500_000, 7_500_000], total: 20_000_000 };
    });
    for (const line of [
      'Hành vi thứ 02: Hành vi khác.',
      'Hành vi thứ 02: điểm k khoản 1 Điều 95.',
      'Hành vi thứ 02: 7.500.000 đồng (Bằng chữ: Bảy triệu năm trăm nghìn đồng).',
      'Tổng mức tiền phạt: 20.000.000 đồng (Bằng chữ: Hai mươi triệu đồng).',
    ])
      expect(said).toContain(line);
  });
  test('may be a warning, which nobody pays', () => {
    const said = decision((m) => {
      delete m.fine;
      m.warning = true;
    });
    expect(said).toContain('a) Hình thức xử phạt chính: cảnh cáo.');
    expect(said).not.toMatch(/nộp tiền phạt|thu tiền phạt|đồng \(Bằng chữ/);
    expect(said).toContain('2. Gửi cho Thanh tra chuyên ngành');
  });
  test('says why an additional sanction or a remedy is not ordered', () => {
    const said = decision((m) => (m.remedies = { items: [], reason: 'bài đăng đã được gỡ trước khi ra quyết định' }));
    expect(said).toContain('c) Biện pháp khắc phục hậu quả: không áp dụng, vì bài đăng đã được gỡ trước khi ra quyết định.');
    expect(() => decision((m) => (m.remedies = { items: [] }))).toThrow(expect.objectContaining({ code: 'document-incomplete' }));
  });
  test('names the delegation of a deputy, the hearing and the answer to what was explained', () => {
    const said = decision((m) => {
      m.signer = { instead: 'KT. Giám đốc', title: 'Phó Giám đốc', name: 'Ngô Thị Mai' };
      m.delegation = { number: '03/QĐ-GQXP', day: '2026-01-05' };
      m.hearing = { number: '02/BB-GTTT', day: '2026-08-12' };
      m.explanation_answer = 'không chấp nhận, vì bài đăng vẫn hiển thị công khai.';
    });
    expect(said).toContain('Căn cứ Biên bản phiên giải trình trực tiếp số 02/BB-GTTT lập ngày 12 tháng 8 năm 2026;');
    expect(said).toContain('Căn cứ Quyết định về việc giao quyền xử phạt vi phạm hành chính số 03/QĐ-GQXP ngày 05 tháng 01 năm 2026.');
    expect(said).toContain('Xét ý kiến giải trình của cá nhân: không chấp nhận, vì bài đăng vẫn hiển thị công khai. ');
  });
  test('holds what was stored as text', () => {
    const { html, title } = writtenDocument('MQĐ02', { ...sample('MQĐ02'), mitigating: ['</style><script>x</script>'] }, 'UTC');
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;/style&gt;&lt;script&gt;x&lt;/script&gt;');
    expect(title).toBe('Quyết định 07/QĐ-XPHC');
  });
});

describe('a record of violation', () => {
  test('tells of no right to explain where there is none', () => {
    const said = record((m) => {
      delete m.explain;
      delete m.appear;
      Object.assign(m, { no_explain: true, no_appear: true });
    });
    expect(said).toContain('10. Quyền giải trình: không thuộc trường hợp được giải trình theo khoản 1 Điều 61');
    expect(said).toContain('11. Yêu cầu có mặt để giải quyết vụ việc: không.');
  });
  test('leaves blank what nobody asked, and says of nobody and nothing only what was answered', () => {
    const asked = ['says_accused', 'witnesses', 'explain', 'appear'] as const;
    const blank = record((m) => asked.forEach((field) => delete m[field]));
    for (const line of [
      '2. Với sự chứng kiến của: …………',
      '4. Cá nhân, tổ chức bị thiệt hại: …………',
      '5. Ý kiến trình bày của người vi phạm hoặc người đại diện: …………',
      '6. Ý kiến trình bày của người chứng kiến, đại diện chính quyền: …………',
      '7. Ý kiến trình bày của người bị thiệt hại: …………',
      '9. Biện pháp ngăn chặn và bảo đảm xử lý được áp dụng: …………',
      '10. Trong thời hạn …………',
      '11. Yêu cầu ông (bà) có mặt vào …………',
      'Biên bản lập xong vào …………',
    ])
      expect(blank).toContain(line);
    expect(blank).not.toMatch(/: không có\.|không thuộc|không trình bày/);
    const none = record((m) => Object.assign(m, { witnesses: [], victims: [], preventive: [] }));
    expect(none.match(/: không có\./g)).toHaveLength(3);
  });
  test('may be made of somebody who is not known', () => {
    const said = record((m) => (m.subject = { unknown: true }));
    expect(said).toContain('Không xác định được cá nhân, tổ chức vi phạm.');
    expect(said).toContain('8. Chúng tôi đã yêu cầu người vi phạm chấm dứt');
    expect(said).not.toContain('NGƯỜI VI PHẠM HOẶC NGƯỜI ĐẠI DIỆN');
  });
  test('of an organisation is signed by who represents it, and has everybody’s place to sign', () => {
    const said = record((m) => {
      m.subject = sample('MQĐ15').subject;
      m.commune = { name: 'Vũ Văn Xã', title: 'Phó Chủ tịch', agency: 'Ủy ban nhân dân phường Bình An' };
      m.interpreter = { name: 'Anna Dịch', address: 'thành phố Bình Lộ' };
      m.victims = ['Bệnh viện Ví Dụ'];
      m.not_signed_reason = 'người vi phạm từ chối ký';
    });
    for (const [role, name] of [
      ['NGƯỜI VI PHẠM HOẶC NGƯỜI ĐẠI DIỆN', 'Lê Văn Thử'],
      ['NGƯỜI BỊ THIỆT HẠI', 'Bệnh viện Ví Dụ'],
      ['ĐẠI DIỆN CHÍNH QUYỀN', 'Vũ Văn Xã'],
      ['NGƯỜI PHIÊN DỊCH', 'Anna Dịch'],
    ])
      expect(said).toContain(`${role} (Ký, ghi rõ họ và tên) ${name}`);
    expect(said).toContain('Lý do không ký biên bản: người vi phạm từ chối ký.');
  });
  test('that does not say whether anybody was told to stop leaves it blank', () => {
    expect(record((m) => delete m.stop)).toContain('8. Yêu cầu chấm dứt hành vi vi phạm: …………');
  });
  test('that nobody was told to stop says why', () => {
    expect(() => record((m) => (m.stop = { demanded: false }))).toThrow(expect.objectContaining({ code: 'document-incomplete' }));
    expect(record((m) => (m.stop = { demanded: false, reason: 'bài đã được gỡ' }))).toContain(
      '8. Yêu cầu chấm dứt hành vi vi phạm: không, vì bài đã được gỡ.',
    );
  });
});
