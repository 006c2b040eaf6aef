import { expect, test } from '@jest/globals';
import { KEPT_BY_NONE } from '../../core/clock/clock-facts.js';
import { certificateFaults, certificateTable } from './certificate-table.js';
import { certificatePage } from './certificate.page.js';
import { modelOf } from './print-certificate.use-case.js';

const [sha256, receipt] = ['a'.repeat(64), 'd'.repeat(64)];
const known = {
  id: '11111111-2222-4333-8444-555555555555',
  url: 'https://mang.example/bai/1',
  ...{ platform: 'facebook', outcome: 'complete', observation: 'present', ground: { rule: 'post-found', words: '<b>Bài đăng</b>' } },
  ...{ title: 'Nước máy', author: null, reason: 'report', orderedBy: null, startedAt: null, endedAt: null },
  ...{ sha256, bytes: 12, sealedAt: new Date('2026-11-26T08:00:20.000Z'), digest: null, key: null, receipt },
  stamps: [{ authority: 'CN=TSA', at: '2026-11-26T08:00:21.000Z', ends: '2031-01-01T00:00:00.000Z' }],
};
const facts = {
  provenance: {
    address: { submitted: 'https://m.mang.example/1', final: 'https://mang.example/bai/1' },
    times: { startedAt: '2026-11-26T08:00:00.250Z' },
    clock: { source: 'chrony', synchronised: true, offsetMilliseconds: -3 },
  },
  files: [{ path: 'text.txt', hash: `sha256:${'b'.repeat(64)}`, bytes: 5 }],
};

test('a certificate tells each fact in its language, and what an earlier package did not tell as not told', () => {
  const { lines } = modelOf(known, facts, 'en', 'Asia/Ho_Chi_Minh');
  expect(lines).toMatchObject({
    submitted: ['https://m.mang.example/1'],
    started: ['2026-11-26T08:00:00.250Z (UTC)', expect.stringContaining('15:00:00')],
    ...{ clock: ['chrony'], synchronised: ['yes'], offset: ['-3'], asked_by: ['the house itself'], browser: [] },
    stamp: ['CN=TSA, 2026-11-26T08:00:21.000Z; its certificates end 2031-01-01T00:00:00.000Z'],
    receipt: [`there, SHA-256 ${receipt}`],
    rule: ['the post itself was there'],
  });
  const page = certificatePage(modelOf(known, facts, 'en', 'Asia/Ho_Chi_Minh'));
  for (const told of ['<html lang="en">', sha256, 'b'.repeat(64), '&lt;b&gt;Bài đăng', certificateTable.not_told.en])
    expect(page).toContain(told);
  expect(page).not.toContain('{{');
  expect(certificatePage(modelWithout())).toContain(certificateTable.receipt_not.vi);
});
const modelWithout = () => modelOf({ ...known, receipt: null, stamps: [] }, { provenance: {}, files: [] }, 'vi', 'Asia/Ho_Chi_Minh');

test('a clock that nothing keeps is told in the language of the certificate', () => {
  const by = (language: 'vi' | 'en') =>
    modelOf(known, { ...facts, provenance: { clock: { source: KEPT_BY_NONE } } }, language, 'UTC').lines.clock;
  expect([by('vi'), by('en')]).toEqual([[certificateTable.clock_unkept.vi], [certificateTable.clock_unkept.en]]);
});

test('a visit with a session is certified as one, and no other as signed in', () => {
  const visited = (signedIn: unknown) =>
    modelOf(known, { ...facts, provenance: { visitor: { is: 'desktop', signedIn } } }, 'en', 'Asia/Ho_Chi_Minh');
  const [member, anybody] = [visited({ name: 'van-phong', version: 3 }), visited(false)];
  expect([member.lines.session, anybody.lines.session]).toEqual([['van-phong, version 3'], ['none']]);
  const says = (page: string) => [page.includes('without sign-in or cookies'), page.includes('bore the cookies of the session')];
  expect([says(certificatePage(member)), says(certificatePage(anybody))]).toEqual([
    [false, true],
    [true, false],
  ]);
});

test('the certificate of a visit with a session names what its package lacks for it, and does not say that all is there', () => {
  const visited = (withheld: object, language: 'vi' | 'en' = 'en') =>
    certificatePage(modelOf(known, { ...facts, provenance: { visitor: { signedIn: { name: 'van-phong', version: 3 } }, withheld } }, language, 'UTC')); // prettier-ignore
  const page = visited({ leftOut: ['page.mhtml', 'page.pdf'], bodiesLeftOut: [5, 6] });
  expect(page).toContain('Not kept in this package: page.mhtml; page.pdf; the bodies of the exchanges 5, 6.');
  expect(page).not.toContain('All else is kept');
  expect(visited({ leftOut: ['page.pdf'], bodiesLeftOut: [] }, 'vi')).toContain('Không giữ trong gói này: page.pdf.');
  expect(visited({ leftOut: [], bodiesLeftOut: [] })).not.toContain('Not kept in this package');
});

test('who posted it is certified as the words of the source where the page was never laid out', () => {
  const by = (ground: (typeof known)['ground'] & { laidOut?: false }) =>
    modelOf({ ...known, author: 'Nguyễn Thử', ground }, facts, 'vi', 'UTC').lines.author;
  expect([by(known.ground), by({ ...known.ground, laidOut: false })]).toEqual([
    ['Nguyễn Thử'],
    ['Nguyễn Thử', 'đọc từ mã nguồn của trang, không rõ có hiện trên màn hình hay không'],
  ]);
});

test('its texts stand in both languages', () => {
  expect(certificateFaults(certificateTable)).toEqual([]);
  expect(certificateFaults({ ...certificateTable, title: { vi: 'x', en: '' } }).map(({ path }) => path)).toEqual([['title']]);
});
