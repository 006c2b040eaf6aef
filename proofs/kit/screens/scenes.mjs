// Every screen of the console, who looks at it, and what is pressed to have it. A scene without a record to show is left out of offices that have none.
import { click, opened, press, search, shown } from './hands.mjs';

const inspector = (r) => [
  ['work', '/work'],
  ['triage', '/triage', { still: true, phone: true }],
  ['triage-matched', r.matched && `/triage/${r.matched}`, { still: true, phone: true }],
  ['triage-picture', r.matched && `/triage/${r.matched}`, { still: true, act: press('v') }],
  ['triage-filter', r.matched && `/triage/${r.matched}`, { still: true, act: press('f') }],
  ['triage-why', r.matched && `/triage/${r.matched}`, { still: true, act: press('w') }],
  ['triage-text', r.plain && `/triage/${r.plain}`, { still: true }],
  ['triage-judged', r.judged && `/triage/${r.judged}?state=judged`, { still: true, phone: true }],
  ['triage-help', '/triage', { still: true, act: press('?') }],
  ['triage-split', r.reported && `/triage/${r.reported}`, { still: true, act: opened(press('s')) }],
  ['post', r.post && `/posts/${r.post}`],
  ['cases', '/cases', { phone: true }],
  ['case-open', r.caseOpen && `/cases/${r.caseOpen}`],
  ['case', r.caseFull && `/cases/${r.caseFull}`, { phone: true }],
  ['case-unmask', r.caseWithPeople && `/cases/${r.caseWithPeople}`, { act: opened(click('Xem tên')) }],
  ['case-attach', r.caseFull && `/cases/${r.caseFull}`, { act: opened(click('Gắn bản chụp khác')) }],
  ['case-fall', r.caseAsked && `/cases/${r.caseAsked}`, { act: opened(click('Đề nghị hủy vụ đã xác nhận')) }],
  ['claims', '/claims'],
  ['claim-new', '/claims?new=true'],
  ['record-new', r.caseConfirmed && `/penalties/records/new?case=${r.caseConfirmed}`],
  ['record-draft', r.recordDraft && `/penalties/records/${r.recordDraft}`],
  ['record-presence', r.recordDraft && `/penalties/records/${r.recordDraft}`, { act: opened(click('Ghi chữ ký')) }],
  ['no-record', '/cases/00000000-0000-4000-8000-000000000000'],
  ['no-page', '/khong-co-trang-nay'],
  ['search', '/work', { act: search('') }],
  ['search-found', '/work', { act: search('nước') }],
  ['account-menu', '/work', { act: click('header .end [aria-haspopup=menu]') }],
];
const legal = (r) => [
  ['work', '/work'],
  ['case', r.caseFull && `/cases/${r.caseFull}`],
  ['takedowns', '/takedowns'],
  ['takedown-approve', r.takedownReady && `/takedowns/${r.takedownReady}`, { act: opened(click('Duyệt')) }],
  ['penalties', '/penalties'],
  ['penalty-records', '/penalties?view=records'],
  ['record-drawn', r.recordDrawn && `/penalties/records/${r.recordDrawn}`],
  ['record-explanation', r.recordDrawn && `/penalties/records/${r.recordDrawn}`, { act: opened(click('Ghi giải trình')) }],
  ['record-paper-why', r.recordDrawn && `/penalties/records/${r.recordDrawn}`, { act: opened(click('Mở bản đã in')) }],
  ['record-paper', r.recordDrawn && `/penalties/records/${r.recordDrawn}`, { act: shown('Mở bản đã in') }],
  ['penalty-new', r.recordDrawn && `/penalties/new?record=${r.recordDrawn}`],
  ['penalty', r.decision && `/penalties/${r.decision}`],
  ['claim-propose-retire', r.claim && `/claims?id=${r.claim}`, { act: opened(click('Đề nghị ngừng dùng')) }],
  ['corrections', '/corrections'],
  ['correction-draft', r.correctionDraft && `/corrections/${r.correctionDraft}`],
  ['correction-published', r.correctionPublished && `/corrections/${r.correctionPublished}`],
  ['correction-publish', r.correctionDraft && `/corrections/${r.correctionDraft}`, { act: opened(click('Duyệt và đăng')) }],
];
const coordinator = (r) => [
  ['work', '/work'],
  ['takedowns', '/takedowns', { phone: true }],
  ['takedown-links', '/takedowns?view=links'],
  ['takedown-list-name', '/takedowns?view=links&state=awaiting', { act: opened(click('Lưu danh sách này')) }],
  ['takedown-new', r.caseConfirmed && `/takedowns?case=${r.caseConfirmed}`],
  ['takedown-draft', r.takedownDraft && `/takedowns/${r.takedownDraft}`],
  ['takedown-sent', r.takedownSent && `/takedowns/${r.takedownSent}`],
  ['takedown-sent-links', r.takedownSent && `/takedowns/${r.takedownSent}?tab=links`],
  ['takedown-sent-deliveries', r.takedownSent && `/takedowns/${r.takedownSent}?tab=deliveries`],
  ['takedown-most', r.takedownMost && `/takedowns/${r.takedownMost}?tab=links`],
  [
    'takedown-reply',
    r.awaited && '/takedowns?view=links',
    {
      act: async (page) => {
        await click('[aria-label="Chọn hết"]')(page);
        await opened(click('Ghi trả lời'))(page);
      },
    },
  ],
  ['penalties', '/penalties'],
];
const chief = (r) => [
  ['work', '/work'],
  ['overview', '/overview'],
  ['overview-captures', '/overview/captures'],
  ['overview-records', '/overview/records-to-decide'],
  ['overview-identities', '/overview/identity-requests'],
  ['overview-gave-up', '/overview/gave-up'],
  ['overview-reports', r.days && `/overview/reports?from=${r.days.from}&to=${r.days.to}`],
  ['claims', '/claims'],
  ['claim', r.claim && `/claims?id=${r.claim}`],
  ['claim-approve', r.claimDraft && `/claims?id=${r.claimDraft}`, { act: opened(click('Xem và duyệt')) }],
  ['claim-retire', r.claimLeaving && `/claims?id=${r.claimLeaving}`, { act: opened(click('Xem đề nghị ngừng dùng')) }],
  ['case', r.caseFull && `/cases/${r.caseFull}`],
  ['decision-draft', r.decisionDraft && `/penalties/${r.decisionDraft}`],
  ['decision-sign', r.decisionDraft && `/penalties/${r.decisionDraft}`, { act: opened(click('Ký')) }],
  ['annulment', r.annulment && `/penalties/${r.annulment}`],
  ['proposals', '/users?tab=proposals'],
  ['own-account', '/users?tab=own'],
  ['demo-clock', r.demo && '/work', { act: click('header .end [aria-haspopup=dialog]') }],
];
const auditor = (r) => [
  ['work', '/work'],
  ['log', '/log'],
  ['log-filtered', '/log?type=takedown'],
  ['log-entry', '/log', { act: click('button[aria-label^="Dữ liệu"]') }],
  ['log-verified', '/log', { act: click('Kiểm tra chuỗi') }],
  ['log-figures', '/log/figures'],
  ['own-factor', '/users?tab=own', { act: click('Bật xác thực hai lớp') }],
  ['triage', r.matched && `/triage/${r.matched}`, { still: true }],
  ['case', r.caseFull && `/cases/${r.caseFull}`],
  ['intake', '/intake'],
];
const operator = (r) => [
  ['work', '/work'],
  ['intake', '/intake', { phone: true }],
  ['intake-one', r.report && `/intake?id=${r.report}`],
  ['claims', '/claims'],
  ['corrections', '/corrections'],
];
const administrator = (r) => [
  ['work', '/work'],
  ['users', '/users'],
  ['users-add', '/users', { act: click('Thêm người') }],
  ['users-lock', '/users', { act: opened(click('Khóa')) }],
  ['users-password', '/users', { act: opened(resetOf(r)) }],
  [
    'users-password-given',
    '/users',
    {
      act: async (page) => {
        await opened(resetOf(r))(page);
        await click('Đặt lại mật khẩu')(page);
        await page.waitForSelector('[aria-modal=true] code');
      },
    },
  ],
];
const resetOf = ({ spare }) => click(`[aria-label="Đặt lại mật khẩu: ${spare}"]`);
export const DESKS = { inspector, legal, coordinator, chief, auditor, operator, administrator };

/** How the coordinator sees a decision after each act on it, and the dialog of what comes next. */
export const ISSUED = [
  ['decision-signed', opened(click('Cấp số'))],
  ['decision-numbered', opened(click('Tống đạt'))],
  ['decision-served', opened(click('Ghi tiền nộp'))],
];
