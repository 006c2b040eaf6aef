import { Problem } from './problem.js';

/** What code checks beyond the decorators of a form, named as class-validator names its own checks. */
export const HOUSE_RULES = [
  'afterEvidence',
  'arrayUnique',
  'contradicts',
  'inFuture',
  'isBoolean',
  'isDay',
  'isDefined',
  'isIn',
  'isLength',
  'isObject',
  'isStaff',
  'lawGivesMore',
  'listSize',
  'maxLength',
  'noBraces',
  'noLink',
  'noNul',
  'noTurning',
  'numberRange',
  'oneLine',
  'says',
  'shownForReason',
  'takenName',
  'timeOrder',
  'tooMuch',
  'whitelistValidation',
] as const;
export type HouseRule = (typeof HOUSE_RULES)[number];

/** What a number, a length or a count may be; of a date, its first and last day. */
export interface Bounds {
  min?: number;
  max?: number;
  first?: string;
  last?: string;
}
/** One fault of a form: where it is, by which rule and its bounds, and a sentence for whoever writes a client. */
export interface FieldFault<Rule extends string = string> extends Bounds {
  path: string;
  rule: Rule;
  message: string;
}

/** more of them help nobody, and a hostile form has as many as it likes */
const MOST = 50;
export const invalidForm = (errors: readonly FieldFault[]): Problem => new Problem('invalid', { errors: errors.slice(0, MOST) });
/** Refuses a form by a rule that its class cannot say. */
export const invalid = (...errors: FieldFault<HouseRule>[]): Problem => invalidForm(errors);
