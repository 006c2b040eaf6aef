import { invalid, type HouseRule } from '../../core/problem/invalid.js';
import { ASKED_ROLES, SPEAKERS, type RecordAnswers, type Said } from './record-answers.js';

type SaidInput = { words?: string | null } | null;
/** The answers as a form gives them. */
export interface AnswersInput {
  present?: Partial<RecordAnswers['present']>;
  said?: Partial<Record<keyof RecordAnswers['said'], SaidInput>>;
  preventive?: SaidInput;
  appear?: { summoned?: { at: Date; place: string } | null } | null;
  began?: Date | null;
  closed?: Date | null;
}

/** Reads the answers; what lies in the wrong order of time is refused by its field. */
export function readAnswers({ present = {}, said = {}, preventive, appear, began, closed }: AnswersInput, now: Date): RecordAnswers {
  const refuse = (path: string, rule: HouseRule, message: string) => {
    throw invalid({ path: `answers.${path}`, rule, message });
  };
  const end = closed ?? now;
  if (end > now) refuse('closed', 'inFuture', 'it lies in the future');
  if (began && began > end) refuse('began', 'timeOrder', 'it lies behind the end');
  const summoned = appear?.summoned;
  if (summoned && summoned.at <= (began ?? end)) refuse('appear.summoned.at', 'timeOrder', 'it lies before the record');
  return {
    present: group(ASKED_ROLES, (role) => present[role] ?? null),
    said: group(SPEAKERS, (who) => read(said[who])),
    preventive: read(preventive),
    appear: appear ? { summoned: summoned ? { at: summoned.at.toISOString(), place: summoned.place.trim() } : null } : null,
    began: began?.toISOString() ?? null,
    closed: closed?.toISOString() ?? null,
  };
}

const read = (said: SaidInput | undefined): Said | null => (said ? { words: said.words?.trim() || null } : null);
const group = <K extends string, V>(keys: readonly K[], of: (key: K) => V) =>
  Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, V>;
