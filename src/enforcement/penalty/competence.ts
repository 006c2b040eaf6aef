import type { Text } from '../table-faults.js';
import { doubt, type Doubt } from './confidence.js';
import { holds, type Day } from './day.js';
import type { Authority, Provision, SubjectKind, Title } from './law.js';

export const COMPETENCE_TESTS = ['frame-maximum', 'additional', 'remedies'] as const;
/** One of the three tests that a title failed, and by what. */
export interface FailedTest {
  test: (typeof COMPETENCE_TESTS)[number];
  /** of the frame's highest amount: what the provision needs and what the title may */
  needs?: number;
  limit?: number;
  /** sanctions or remedies that the title may not impose or order */
  lacks?: string[];
  note?: Text;
}
export interface Competence {
  title: string;
  label: Text;
  competent: boolean;
  failed: FailedTest[];
  doubts: Doubt[];
}

/** The table that says who may sign on a day. */
export const authorityOn = (authorities: readonly Authority[], day: Day): Authority | null =>
  authorities.find((a) => holds(a.in_force, day)) ?? null;

/** Three tests, all of which must pass: the highest amount of the frame (not the fine), every additional sanction, every remedy. */
export function competenceOf(title: Title, provision: Provision, subject: SubjectKind, table: Authority): Competence {
  const needs = provision.frame[subject].max;
  const limit = title.limit[subject];
  const sanctions = provision.additional.filter((s) => !title.additional.includes(s));
  const remedies = provision.remedies.filter((r) => !title.remedies.includes(r));
  const failed: FailedTest[] = [
    ...(needs <= limit ? [] : [{ test: 'frame-maximum' as const, needs, limit }]),
    ...(sanctions.length === 0 ? [] : [{ test: 'additional' as const, lacks: sanctions }]),
    ...(remedies.length === 0 ? [] : [{ test: 'remedies' as const, lacks: remedies, ...(title.note ? { note: title.note } : {}) }]),
  ];
  const about = `authority ${table.in_force.from} ${title.key}`;
  return {
    title: title.key,
    label: title.label,
    competent: failed.length === 0,
    failed,
    doubts: doubt(about, title.confidence ?? table.confidence),
  };
}

/** Who of that day may sign; first those who may. */
export function whoMaySign(table: Authority, provision: Provision, subject: SubjectKind): Competence[] {
  const all = table.titles.map((title) => competenceOf(title, provision, subject, table));
  return [...all.filter((c) => c.competent), ...all.filter((c) => !c.competent)];
}
