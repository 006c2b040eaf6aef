import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot, type Config } from '../../src/core/config.js';
import { printing } from '../../src/core/documents/printing-table.js';
import { Printer } from '../../src/core/documents/printer.js';
import { FileStore } from '../../src/core/evidence/store.js';
import type { DecisionDocument, Documents, FormCode } from '../../src/enforcement/documents/models.js';
import { PrintDocument } from '../../src/enforcement/documents/print-document.use-case.js';
import { lachanIn } from '../kit/command-line.js';
import { packed, readPdf } from '../kit/read-pdf.js';
import { until } from '../kit/until.js';

const SAMPLES: Record<FormCode, string> = { MBB01: 'mbb01', MQĐ02: 'mqd02', MQĐ15: 'mqd15', MQĐ40: 'mqd40' };
const text = (form: FormCode) => readFileSync(join(projectRoot, 'test/fixtures/documents', `${SAMPLES[form]}.json`), 'utf8');
const sample = <F extends FormCode>(form: F): Documents[F] => JSON.parse(text(form)) as Documents[F];
const browsers = () =>
  readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`lachan-browser-${process.pid}-`);
    } catch {
      return false;
    }
  });

describe('a document of a penalty case', () => {
  let dir: string;
  let printer: Printer;
  let store: FileStore;
  const settings = (chromiumPath = ''): Config =>
    ({ dataDir: join(dir, 'data'), chromiumPath, chromiumSandbox: 'auto', timeZone: 'Asia/Ho_Chi_Minh' }) as Config;
  const printDocument = (by = printer) => new PrintDocument(by, store, settings());
  const bytesOf = async (sha256: string) => Buffer.concat(await (await store.open(sha256)).toArray());
  const read = async <F extends FormCode>(form: F, model: Documents[F]) =>
    readPdf(await bytesOf((await printDocument().print(form, model)).sha256));
  const refused = (form: FormCode, model: unknown) =>
    printDocument()
      .print(form, model as never)
      .then(() => 'printed')
      .catch((error: { code: string; details: { fields: unknown } }) => [error.code, error.details.fields]);
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'lachan-documents-'));
    mkdirSync(join(dir, 'data'));
    printer = new Printer(settings());
    store = new FileStore(join(dir, 'evidence'));
  });
  afterAll(async () => {
    await printer.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test.each<[FormCode, string, string[]]>([
    [
      'MQĐ02',
      'Quyết định 07/QĐ-XPHC',
      [
        'ỦY BAN NHÂN DÂN THÀNH PHỐ BÌNH LỘ SỞ VĂN HÓA VÀ THỂ THAO',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
        'Số: 07/QĐ-XPHC Bình Lộ, ngày 20 tháng 8 năm 2026',
        'Luật Xử lý vi phạm hành chính năm 2012 (sửa đổi, bổ sung năm 2020 và năm 2025);',
        'Căn cứ Biên bản vi phạm hành chính số 05/BB-VPHC lập ngày 06 tháng 8 năm 2026.',
        'Họ và tên: Trần Thị Mẫu. Giới tính: Nữ.',
        'Ngày, tháng, năm sinh: 14/02/1987.',
        '3. Quy định tại điểm a khoản 1 Điều 95 Nghị định số 174/2026/NĐ-CP.',
        'Mức tiền phạt: 11.250.000 đồng (Bằng chữ: Mười một triệu hai trăm năm mươi nghìn đồng).',
        'có quyền khiếu nại hoặc khởi kiện hành chính',
        'Nơi nhận: - Như Điều 3;',
        '9f2c7a1e5b8d4c3f6a0e1d2c3b4a59687786a5b4c3d2e1f00f1e2d3c4b5a6978',
      ],
    ],
    [
      'MBB01',
      'Biên bản 05/BB-VPHC',
      [
        'BIÊN BẢN Vi phạm hành chính trong lĩnh vực thông tin trên mạng',
        'Vào hồi 14 giờ 05 phút, ngày 06 tháng 8 năm 2026',
        'Người chứng kiến: Đỗ Thị Chứng.',
        '10. Trong thời hạn 02 ngày làm việc',
        'trong thời hạn 05 ngày làm việc',
        'NGƯỜI LẬP BIÊN BẢN (Ký, ghi rõ họ và tên) Nguyễn Văn An',
      ],
    ],
    [
      'MQĐ15',
      'Quyết định 08/QĐ-KPHQ',
      [
        'Tên tổ chức: Công ty TNHH Truyền thông Ví Dụ.',
        'Người đại diện theo pháp luật: Lê Văn Thử. Giới tính: Nam. Chức danh: Giám đốc.',
        '4. Lý do không ra quyết định xử phạt: đã hết thời hiệu xử phạt vi phạm hành chính.',
        'Thời hạn thực hiện là 10 ngày',
      ],
    ],
    [
      'MQĐ40',
      'Quyết định 09/QĐ-XPHC',
      [
        'Hủy bỏ Quyết định xử phạt vi phạm hành chính số 07/QĐ-XPHC ngày 20 tháng 8 năm 2026',
        'giao quyền xử phạt vi phạm hành chính số 03/QĐ-GQXP ngày 05 tháng 01 năm 2026.',
        '3. Hoàn trả 11.250.000 đồng',
        'KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Ngô Thị Mai',
      ],
    ],
  ])(
    '%s is printed on A4 from its fields, with its typefaces in it and its pages numbered from the second on',
    async (form, title, says) => {
      const pdf = await read(form, sample(form));
      const whole = pdf.pages.map((page, i) => (i === 0 ? page : page.replace(String(i + 1), ''))).join('');
      expect(says.filter((sentence) => !whole.toUpperCase().includes(packed(sentence).toUpperCase()))).toEqual([]);
      expect(pdf).toMatchObject({ title, language: 'vi', size: [594.96, 841.92] });
      expect(pdf.pages.length).toBeGreaterThan(1);
      expect(pdf.pages.map((page) => /^\d+/.exec(page)?.[0] ?? 'none').map((n, i) => [i + 1, n])).toEqual(
        pdf.pages.map((page, i) => [i + 1, i === 0 ? 'none' : expect.stringMatching(new RegExp(`^${i + 1}`))]),
      );
      expect(pdf.fonts.length).toBeGreaterThan(2);
      expect(pdf.fonts.filter((font) => !font.embedded || !font.name.startsWith('Tinos-'))).toEqual([]);
    },
  );

  test('gives the same bytes from the same fields by another browser process, and they are kept once', async () => {
    const again = new Printer(settings());
    const stored = () =>
      readdirSync(join(dir, 'evidence'), { recursive: true, encoding: 'utf8' }).filter((f) => /[0-9a-f]{64}$/.test(f)).length;
    try {
      const first = await printDocument().print('MQĐ02', sample('MQĐ02'));
      const before = stored();
      expect(await printDocument(again).print('MQĐ02', sample('MQĐ02'))).toEqual(first);
      expect(stored()).toBe(before);
      expect(first).toMatchObject({ form: 'MQĐ02', version: 1, day: '2026-08-20', mediaType: 'application/pdf' });
      expect(
        createHash('sha256')
          .update(await bytesOf(first.sha256))
          .digest('hex'),
      ).toBe(first.sha256);
      const other = { ...sample('MQĐ02'), mitigating: [] };
      expect((await printDocument().print('MQĐ02', other)).sha256).not.toBe(first.sha256);
    } finally {
      await again.close();
    }
  });

  test('holds every stored string as text, however hostile', async () => {
    const model = sample('MQĐ02');
    const names = [
      '<script>document.title="hacked"</script>',
      '"><img src=x onerror=alert(1)></p></body>',
      '{{signer}} ${name} &lt;b&gt;',
      'Nguyễn Thị Ánh'.normalize('NFD'),
      'Ầ'.repeat(80),
    ];
    model.subject.person!.name = names.join(' ');
    model.subject.person!.residence = 'Thôn \u202eđảo\u202c ngược \u0000 hết';
    model.heading.number = '</title><script>1</script>/QĐ-XPHC';
    const { title, pages } = await read('MQĐ02', model);
    for (const name of names) expect(pages.join('')).toContain(packed(name));
    expect(pages[0]).toContain(packed('Thôn ‹U+202E›đảo‹U+202C› ngược ‹U+0000› hết'));
    expect(title).toBe('Quyết định </title><script>1</script>/QĐ-XPHC');
  });

  test('carries a long table over pages: every row whole, its head on each page', async () => {
    const model = sample('MQĐ02');
    const [one] = model.evidence;
    model.evidence = Array.from({ length: 90 }, (_, i) => ({ ...one, url: `https://vi-du.example/bai/${i}/${'x'.repeat(i)}/het` }));
    const pages = (await read('MQĐ02', model)).pages;
    const table = pages.filter((page) => page.includes('TTĐườngdẫn'));
    expect(table.length).toBeGreaterThan(5);
    expect(pages.slice(pages.indexOf(table[0]))).toEqual(table);
    const rows = model.evidence.map(({ url }) => table.filter((page) => page.includes(url)).length);
    expect(rows).toEqual(model.evidence.map(() => 1));
    expect(table.join('').split(one.sha256)).toHaveLength(91);
  });

  test('with a field missing, or not in its form, is refused and the field is named', async () => {
    const without = (change: (model: DecisionDocument) => void) => {
      const model = sample('MQĐ02');
      change(model);
      return refused('MQĐ02', model);
    };
    const named = (field: string, says: string, vi: string, en: string) => ['document-incomplete', [{ field, says, vi, en }]];
    expect(await without((m) => (m.heading.number = ' '))).toEqual(named('heading.number', 'missing', 'Số văn bản', 'Number'));
    expect(await without((m) => (m.acts[0].provision = ''))).toEqual(
      named('acts[0].provision', 'missing', 'Điều khoản quy định', 'Provision'),
    );
    expect(await without((m) => (m.evidence = []))).toEqual(named('evidence', 'too few', 'Chứng cứ điện tử', 'Electronic evidence'));
    expect(await without((m) => (m.effective_from = '2026-02-30'))).toEqual(
      named('effective_from', 'no day', 'Ngày có hiệu lực', 'In force from'),
    );
    expect(await without((m) => (m.fine!.total = 1))).toEqual(named('fine.total', 'no sum', 'Tổng mức phạt', 'Total'));
    expect(await without((m) => (m.signer.instead = 'KT. Giám đốc'))).toEqual(
      named('delegation', 'missing', 'Quyết định giao quyền', 'Delegation'),
    );
    expect(await without((m) => (m.heading.day = '2021-12-31'))).toEqual([
      'document-incomplete',
      [{ field: 'heading.day', says: 'no form in force' }],
    ]);
    expect(await refused('MQĐ02', null)).toEqual([
      'document-incomplete',
      expect.arrayContaining([expect.objectContaining({ field: 'heading' })]),
    ]);
  });

  test('is printed by the command line too, which names what is missing', async () => {
    const printed = await lachanIn(dir, ['document', 'MQD40'], {}, { input: text('MQĐ40') });
    expect([printed.code, printed.err, printed.out.slice(0, 5), printed.out.trimEnd().slice(-5)]).toEqual([0, '', '%PDF-', '%%EOF']);
    const lacking = await lachanIn(dir, ['document', 'mqđ40'], {}, { input: text('MQĐ40').replace('"reason"', '"other"') });
    expect([lacking.code, lacking.out, lacking.err]).toEqual([1, '', 'reason: missing\nother: unknown\n']);
  });

  describe('the printer', () => {
    test('lets a page ask for nothing, read nothing and run nothing', async () => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.end('x');
      });
      server.on('connection', () => asked.push('connection'));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const secret = join(dir, 'secret.txt');
      writeFileSync(secret, 'BIMAT', { mode: 0o644 });
      const port = (server.address() as AddressInfo).port;
      const ways = [
        `http://127.0.0.1:${port}`,
        `http://localhost:${port}`,
        `http://[::ffff:127.0.0.1]:${port}`,
        `https://127.0.0.1:${port}`,
        `file://${secret}`,
      ];
      const calls = ways.map(
        (url) => `<link rel="stylesheet" href="${url}/css"><link rel="preconnect" href="${url}"><link rel="dns-prefetch" href="${url}">
          <link rel="prefetch" href="${url}/next"><style>@import url("${url}/import");b{background:url("${url}/back")}</style>
          <img src="${url}/img" srcset="${url}/set 2x"><iframe src="${url}/frame"></iframe><object data="${url}/object"></object><embed src="${url}/embed">
          <video src="${url}/video" poster="${url}/poster"></video><script src="${url}/script"></script><svg><image href="${url}/svg"/><use href="${url}/use#a"/></svg>`,
      );
      const acts = `<script>document.body.textContent='DACHAY';fetch('${ways[0]}/fetch');new WebSocket('ws://127.0.0.1:${port}/ws')</script><img src=x onerror="document.body.textContent='DACHAY'">`;
      const page = `<!doctype html><html lang="vi"><title>Thử</title><body><p>Còn nguyên</p><b>x</b>${calls.join('')}${acts}</body></html>`;
      try {
        const { pages } = await readPdf(await printer.print(page, '2026-01-01'));
        expect(pages.join('')).toContain('Cònnguyên');
        expect(pages.join('')).not.toMatch(/BIMAT|DACHAY/);
        const foreign = `<!doctype html><title>Thử</title><style>@font-face{font-family:x;src:url("${ways[0]}/font")}b{font-family:x}</style><b>x</b>`;
        const refusal = printer.print(foreign, '2026-01-01').catch((error: { details: unknown }) => error.details);
        expect(await refusal).toEqual({ detail: '1 typefaces of the page did not load' });
        expect(asked).toEqual([]);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
    const page = (words: string) => `<!doctype html><html lang="vi"><title>Thử</title><body><p>${words}</p></body></html>`;
    const problem = (promise: Promise<unknown>) => promise.then(() => 'printed').catch((error: { code: string }) => error.code);
    test('prints one after another by one browser, and each gets its own', async () => {
      const printed = await Promise.all(['một', 'hai', 'ba', 'bốn', 'năm'].map((words) => printer.print(page(words), '2026-01-01')));
      expect(await Promise.all(printed.map(async (pdf) => (await readPdf(pdf)).pages))).toEqual([
        ['một'],
        ['hai'],
        ['ba'],
        ['bốn'],
        ['năm'],
      ]);
      const homes = new Set(browsers().map((pid) => /lachan-browser-[\w-]+/.exec(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))![0]));
      expect(homes.size).toBe(1);
    });
    test('gets a new browser when the one it had is gone', async () => {
      await printer.print(page('trước'), '2026-01-01');
      for (const pid of browsers()) process.kill(Number(pid), 'SIGKILL');
      const first = await problem(printer.print(page('sau'), '2026-01-01'));
      expect(['printed', 'not-printed']).toContain(first);
      expect(await problem(printer.print(page('sau'), '2026-01-01'))).toBe('printed');
    });
    test('takes no page and makes no document beyond its limits, nor longer than it may, and leaves no browser behind', async () => {
      await printer.close();
      const small = new Printer(settings(), { ...printing, page_bytes: 100 });
      expect(await problem(small.print(page('x'.repeat(100)), '2026-01-01'))).toBe('document-too-large');
      const short = new Printer(settings(), { ...printing, pdf_bytes: 100 });
      expect(await problem(short.print(page('x'), '2026-01-01'))).toBe('document-too-large');
      await short.close();
      const hasty = new Printer(settings(), { ...printing, seconds: 0.01, waiting: 2 });
      const all = await Promise.all([1, 2, 3].map(() => problem(hasty.print(page('x'), '2026-01-01'))));
      expect(all).toEqual(['not-printed', 'not-printed', 'not-printed']);
      await hasty.close();
      await until(async () => browsers().length === 0);
      expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`lachan-browser-${process.pid}-`))).toEqual([]);
    });
    test('brings the letters with it: the browser of the packages, which knows no system, prints the same words in the same typefaces', async () => {
      const bundled = new Printer(settings('bundled'));
      try {
        const model = sample('MQĐ02');
        const [here, there] = await Promise.all(
          [printer, bundled].map(async (by) => readPdf(await bytesOf((await printDocument(by).print('MQĐ02', model)).sha256))),
        );
        expect(there.pages.join('')).toBe(here.pages.join(''));
        const names = (pdf: typeof here) => [...new Set(pdf.fonts.map((f) => f.name))].sort();
        expect(names(there)).toEqual(names(here));
      } finally {
        await bundled.close();
      }
    });
  });
});
