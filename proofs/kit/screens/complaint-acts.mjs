// A complaint about a decision that was served, on its way to the answer; each step is photographed where it is taken.
import { enrol } from './colleagues.mjs';
import { click, opened } from './hands.mjs';

/** `picture` takes one of somebody's screens of the decision. */
export async function complain(legal, director, id, picture) {
  const path = `/api/penalties/${id}`;
  const file = async () => (await legal.get(path)).body;
  const complaint = async () => (await file()).complaints[0];
  const act = async (name, body) => {
    const { id: of, version } = await complaint();
    return legal.must(`/api/complaints/${of}/${name}`, { ...body, version });
  };
  await picture(legal, 'legal-complaint-new', { act: opened(click('Ghi nhận khiếu nại')) });
  const { version, issuedOn } = await file();
  await legal.must(`${path}/complaints`, {
    receivedOn: issuedOn,
    how: 'in-person',
    complainant: 'fined',
    asks: 'Hủy bỏ quyết định xử phạt.',
    says: 'Tôi đã gỡ bài trước khi bị lập biên bản và không có ý gây hoang mang.',
    version,
  });
  await picture(legal, 'legal-complaint', {});
  await picture(legal, 'legal-complaint-accept', { act: opened(click('Thụ lý')) });
  await picture(legal, 'legal-complaint-refuse', { act: opened(click('Soạn lý do không thụ lý')) });
  await picture(legal, 'legal-complaint-withdraw', { act: opened(click('Ghi việc rút khiếu nại')) });
  await act('accept', {});
  await picture(legal, 'legal-complaint-answer', { act: opened(click('Soạn kết quả giải quyết')) });
  const accepted = await complaint();
  await legal.put(`/api/complaints/${accepted.id}/answer`, {
    outcome: 'upheld',
    says: 'Bài đã được gỡ trước khi lập biên bản; tình tiết này chưa được xem xét.',
    version: accepted.version,
  });
  const { code, expiry } = await enrol(director);
  const approve = opened(click('Duyệt kết quả giải quyết'));
  await picture(director, 'chief-complaint-approve', { act: approve });
  await new Promise((done) => setTimeout(done, expiry - Date.now()));
  await picture(director, 'chief-step-up', {
    act: async (page) => {
      await approve(page);
      await click('Duyệt kết quả giải quyết')(page);
      await page.waitForSelector('[aria-modal=true] [autocomplete=one-time-code]');
    },
  });
  await director.must('/api/session/step-up', { code: code() });
  const answered = await complaint();
  await director.must(`/api/complaints/${answered.id}/approve`, { contentHash: answered.answer.sha256, version: answered.version });
  await picture(legal, 'legal-complaint-answered', {});
}
