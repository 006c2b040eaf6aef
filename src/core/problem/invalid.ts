import { Problem } from './problem.js';

/** What code checks beyond the decorators of a form, named as class-validator names its own checks. */
export const HOUSE_RULES = [
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
  'numberRange',
  'oneLine',
  'says',
  'shownForReason',
  'takenName',
  'timeOrder',
  'whitelistValidation',
] as const;
export type HouseRule = (typeof HOUSE_RULES)[number];

/** One fault of a form: where it is, by which rule, and a sentence for whoever writes a client. */
export interface FieldFault<Rule extends string = string> {
  path: string;
  rule: Rule;
  message: string;
}

/** Refuses a form by a rule that its class cannot say. */
export const invalid = (...errors: FieldFault<HouseRule>[]): Problem => new Problem('invalid', { errors });
