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
/** What legal staff may write, and whether the law bears it. */
export const WORDINGS: Wording[] = [
  { name: 'fine', body: {}, sound: true, amount: FRAME.middle },
  { name: 'fine', body: circumstances(1, 2), sound: true, amount: FRAME.min },
  { name: 'fine', body: { ...circumstances(2), ...amount(11_000_000) }, sound: true, amount: 11_000_000 },
  { name: 'fine', body: circumstances(2), sound: false, amount: null },
  { name: 'fine', body: { ...circumstances(2), ...amount(9_000_000) }, sound: false, amount: null },
  { name: 'fine', body: amount(14_000_000), sound: false, amount: null },
  { name: 'fine', body: amount(20_000_000), sound: false, amount: null },
  { name: 'fine', body: { measures: [] }, sound: false, amount: null },
  { name: 'none', body: { end: 'none', measures: [] }, sound: true, amount: null },
];
export const decision = (v: Violation, { body }: Wording) => ({
  ...{ end: 'fine', ground: `Hành vi đã được chứng minh, ${++written}`, measures: [{ key: 'forced-removal', days: 5 }], ...body },
  answers: heard(v).map((e) => ({ explanationId: e.id, answer: 'Đã xem xét' })),
});
export const heard = (v: Violation) => v.explanations.filter((e) => e.kind === 'written' || e.kind === 'heard');
