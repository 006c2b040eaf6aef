import type { Violation } from '../world.js';

/** Decree 174/2026, Article 95: half of 20 to 30 million for a person; the middle where nothing speaks for or against. */
export const FRAME = { min: 10_000_000, max: 15_000_000, middle: 12_500_000 };
let written = 0;

export interface Wording {
  name: string;
  body: Record<string, unknown>;
  sound: boolean;
  amount: number | null;
}
const circumstances = (...codes: number[]) => ({
  circumstances: codes.map((n) => ({ code: `mitigating:${n}`, ground: 'thành thật hối lỗi' })),
});
const amount = (value: number) => ({ amount: { value, reason: 'lần đầu vi phạm' } });
const crime = (decided: object) => ({ crime: { signs: ['fraud'], ...decided } });
const FINES: Wording[] = [
  { name: 'fine', body: {}, sound: true, amount: FRAME.middle },
  { name: 'fine', body: circumstances(1, 2), sound: true, amount: FRAME.min },
  { name: 'fine', body: { ...circumstances(2), ...amount(11_000_000) }, sound: true, amount: 11_000_000 },
  { name: 'fine', body: circumstances(2), sound: false, amount: null },
  { name: 'fine', body: { ...circumstances(2), ...amount(9_000_000) }, sound: false, amount: null },
  { name: 'fine', body: amount(14_000_000), sound: false, amount: null },
  { name: 'fine', body: amount(20_000_000), sound: false, amount: null },
  { name: 'fine', body: { measures: [] }, sound: false, amount: null },
  { name: 'fine', body: crime({ refer: false, reason: 'không có dấu hiệu tội phạm' }), sound: true, amount: FRAME.middle },
  { name: 'fine', body: { ...crime({}), measures: [] }, sound: false, amount: null },
];
const OTHERS: Wording[] = [
  { name: 'none', body: { end: 'none', measures: [] }, sound: true, amount: null },
  { name: 'remedies', body: { end: 'remedies' }, sound: true, amount: null },
  { name: 'remedies', body: { end: 'remedies', measures: [] }, sound: false, amount: null },
  { name: 'referral', body: { end: 'referral', measures: [], ...crime({ refer: true, reason: 'thu tiền' }) }, sound: true, amount: null },
  { name: 'referral', body: { end: 'referral', measures: [], ...crime({}) }, sound: false, amount: null },
];
const warning = (sound: boolean): Wording => ({ name: 'warning', body: { end: 'warning' }, sound, amount: null });
/** What legal staff may write, and whether the law bears it: under sixteen one is warned and never fined, above that the other way round. */
export const wordingsOf = ({ age }: Violation): Wording[] =>
  age < 16
    ? [warning(true), ...FINES.map((fine) => ({ ...fine, sound: false, amount: null })), ...OTHERS]
    : [...FINES, warning(false), ...OTHERS];
export const decision = (v: Violation, { body }: Wording) => ({
  ...{ end: 'fine', ground: `Hành vi đã được chứng minh, ${++written}`, measures: [{ key: 'forced-removal', days: 5 }], ...body },
  answers: heard(v).map((e) => ({ explanationId: e.id, answer: 'Đã xem xét' })),
});
export const heard = (v: Violation) => v.explanations.filter((e) => e.kind === 'written' || e.kind === 'heard');
